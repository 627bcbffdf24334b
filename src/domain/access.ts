/** Who may do and see what. Every command and every read asks here, with the case as it is now. */
import type { CaseState } from './case.ts';
import { openSteps } from './case.ts';
import type { Protocol } from './protocol.ts';
import { stepOf } from './protocol.ts';
import type { Person, School } from './school.ts';
import { holds, holdersOf } from './school.ts';

/** What access depends on, small enough to stand on a list row beside what the list shows. */
export interface CaseAccess {
  lead?: string;
  /** The group of the gepeste: functions held for a group or team count for this one. */
  group?: string;
  /** Functions that an open step asks, or that lateness escalated to. */
  functions: string[];
  /** Who did a step before. */
  helped: string[];
  reporters: string[];
}

export type Action = 'report' | 'view' | 'complete' | 'view-report';

/** Derives from a case what access depends on. */
export function accessOf(state: CaseState, protocol: Protocol): CaseAccess {
  const asked = openSteps(state).flatMap((open) => {
    const step = stepOf(protocol, open.step);
    return [step.by, ...step.also, ...open.escalatedTo].filter((fn) => fn !== 'lead');
  });
  const helped = Object.values(state.steps).flatMap((s) => s.doneBy?.person ?? []);
  return {
    lead: state.lead.person,
    group: state.group,
    functions: [...new Set(asked)],
    helped: [...new Set(helped)],
    reporters: [...new Set(state.reports.map((r) => r.by.person))],
  };
}

/**
 * Whether a member of staff may do this (A4). `view` and `complete`: the coordinator, the lead, those a step asks;
 * a reporter sees the state of the own report (`view-report`), not the case. Somebody who is not on the staff has no
 * Person and never comes here.
 */
export function can(
  person: Person,
  action: Action,
  protocol: Protocol,
  school: School,
  access?: CaseAccess,
): boolean {
  switch (action) {
    case 'report':
      return true;
    case 'view-report':
      return access !== undefined && access.reporters.includes(person.id);
    case 'view':
    case 'complete': {
      if (!access) return false;
      if (holds(person, protocol.coordinator) || access.lead === person.id) return true;
      if (access.functions.some((fn) => holdersOf(school, fn, access.group).some((p) => p.id === person.id)))
        return true;
      return action === 'view' && access.helped.includes(person.id);
    }
  }
}

/** In which function a person acts in a case, for the history: as lead, as one the case asks, or by the first post. */
export function actingAs(person: Person, state: CaseState | undefined, protocol: Protocol): string {
  if (state?.lead.person === person.id) return state.lead.function;
  if (holds(person, protocol.coordinator)) return protocol.coordinator;
  return person.posts[0]?.function ?? 'medewerker';
}
