/** Folds events to the state of a case. Total: whatever decide emits, evolve takes. */
import type { CaseState, Event, StepState } from './case.ts';
import { refKey } from './case.ts';
import { unreachable } from './errors.ts';
import type { Role } from './protocol.ts';

/** The state after one more event. The first event of a case is its CaseOpened. */
export function evolve(state: CaseState | undefined, event: Event): CaseState {
  if (event.type === 'CaseOpened') {
    return {
      id: event.case,
      number: event.number,
      version: 1,
      status: 'open',
      protocol: event.protocol,
      figure: event.figure,
      openedAt: event.at,
      group: event.group,
      facts: event.facts,
      reports: [{ number: event.number, at: event.at, by: event.by, report: event.report }],
      participants: [{ who: event.about, roles: ['gepeste'] }],
      lead: { function: 'system' },
      round: 1,
      steps: {},
    };
  }
  if (!state) throw new Error(`the history of a case begins with CaseOpened, not ${event.type}`);
  return { ...change(state, event), version: state.version + 1 };
}

function change(state: CaseState, event: Exclude<Event, { type: 'CaseOpened' }>): CaseState {
  switch (event.type) {
    case 'ReportLinked':
      return {
        ...state,
        reports: [
          ...state.reports,
          { number: event.number, at: event.at, by: event.by, report: event.report },
        ],
      };
    case 'LeadAssigned':
      return { ...state, lead: event.lead };
    case 'RoleGiven':
      return { ...state, participants: withRole(state.participants, event.who, event.role) };
    case 'StepOpened': {
      const { key, step, round, due } = event;
      const opened: StepState = {
        key,
        step,
        round,
        for: event.for,
        openedAt: event.at,
        due,
        status: 'open',
        rung: 0,
        escalatedTo: [],
      };
      return { ...state, steps: { ...state.steps, [key]: opened } };
    }
    case 'DueMoved':
      return withStep(state, event.key, (step) => ({ ...step, due: event.due, rung: 0 }));
    case 'StepCompleted':
      return withStep(state, event.key, (step) => ({
        ...step,
        status: 'done',
        on: event.on,
        outcome: event.outcome,
        answers: event.answers,
        doneBy: event.by,
      }));
    case 'RoundStarted':
      return { ...state, round: event.round };
    case 'Escalated':
      return withStep(state, event.key, (step) => ({
        ...step,
        rung: event.rung,
        nudgedAt: event.at,
        escalatedTo: [...new Set([...step.escalatedTo, event.to])],
      }));
    case 'Reminded':
      return withStep(state, event.key, (step) => ({ ...step, rung: event.rung, nudgedAt: event.at }));
    case 'CaseClosed': {
      const steps = Object.values(state.steps).map((s) =>
        s.status === 'open' ? { ...s, status: 'dropped' as const } : s,
      );
      return {
        ...state,
        status: 'closed',
        closedAt: event.at,
        closedAs: event.outcome,
        steps: Object.fromEntries(steps.map((s) => [s.key, s])),
      };
    }
    default:
      return unreachable(event);
  }
}

function withStep(state: CaseState, key: string, mend: (step: StepState) => StepState): CaseState {
  const step = state.steps[key];
  if (!step) throw new Error(`case ${state.number} has no step ${key}`);
  return { ...state, steps: { ...state.steps, [key]: mend(step) } };
}

function withRole(
  participants: CaseState['participants'],
  who: CaseState['participants'][number]['who'],
  role: Role,
) {
  const known = participants.find((p) => refKey(p.who) === refKey(who));
  if (!known) return [...participants, { who, roles: [role] }];
  if (known.roles.includes(role)) return participants;
  return participants.map((p) => (p === known ? { ...p, roles: [...p.roles, role] } : p));
}

/** The whole history at once; undefined for no events. */
export const fold = (events: readonly Event[], from?: CaseState): CaseState | undefined =>
  events.reduce<CaseState | undefined>(evolve, from);
