/** Whom the protocol informs when a step opens or is done, and who those people are now. */
import type { StepState } from './case.ts';
import { holdsTrue } from './conditions.ts';
import type { Message } from './messages.ts';
import type { Hearer, Tell } from './protocol.ts';
import { stepOf } from './protocol.ts';
import type { Aftermath } from './react.ts';
import type { School } from './school.ts';
import { holdersIn } from './barred.ts';
import { holdersOf, holds, pupilOf, teamOf } from './school.ts';

/** Who holds a function for the group of the gepeste; in a school year's own case everybody who holds it. */
export function holding(fn: string, { school, state }: Pick<Aftermath, 'school' | 'state'>): string[] {
  const all = state.schoolYear !== undefined;
  const holders = all ? school.persons.filter((p) => holds(p, fn)) : holdersIn(state, school, fn);
  return holders.map((p) => p.id);
}

/** What the protocol tells people when a step opens or is done. */
export function tells(step: StepState, at: Tell['at'], after: Aftermath): Message[] {
  const { state, protocol } = after;
  return stepOf(protocol, step.step).tells.flatMap((tell, n) => {
    if (tell.at !== at || (tell.when && !holdsTrue(tell.when, { state, protocol }))) return [];
    if (tell.outcome && !tell.outcome.includes(step.outcome ?? '')) return [];
    const heard = new Map<string, string>();
    for (const hearer of tell.to)
      for (const { person, fn } of hearersOf(hearer, after)) if (!heard.has(person)) heard.set(person, fn);
    return [...heard].map(([person, fn]): Message => ({
      to: { person },
      case: state.id,
      say: 'tell',
      step: step.key,
      tell: n,
      function: fn,
    }));
  });
}

/** The persons a hearer stands for now, and in which function each hears it. */
function hearersOf(hearer: Hearer, after: Aftermath): { person: string; fn: string }[] {
  const { state, protocol, school } = after;
  const as = (fn: string, persons: readonly string[]) => persons.map((person) => ({ person, fn }));
  if (typeof hearer === 'object') {
    const groups = state.participants.flatMap((p) =>
      p.roles.includes(hearer.of) && 'pupil' in p.who ? [pupilOf(school, p.who.pupil)?.group] : [],
    );
    const others = new Set(groups.filter((group) => group !== undefined && group !== state.group));
    return [...others].flatMap((group) =>
      as(
        hearer.function,
        holdersOf(school, hearer.function, group).map((p) => p.id),
      ),
    );
  }
  if (hearer === 'lead') {
    const { lead } = state;
    return as(lead.function, lead.person ? [lead.person] : holding(protocol.coordinator, after));
  }
  if (hearer === 'reporter')
    return as(
      'reporter',
      state.reports.map((r) => r.by.person),
    );
  if (hearer === 'staff')
    return as(
      'staff',
      school.persons.map((p) => p.id),
    );
  if (hearer === 'team') return as('team', teamMembers(school, state.group));
  return as(hearer, holding(hearer, after));
}

/** Staff with a post in the group's team; the whole staff where the school has one team, or the group is not known. */
function teamMembers(school: School, group: string | undefined): string[] {
  const teams = new Set(school.groups.map((g) => g.team));
  const team = teams.size > 1 ? teamOf(school, group) : undefined;
  const inTeam = (post: { group?: string; team?: string }) =>
    team === undefined || post.team === team || teamOf(school, post.group) === team;
  return school.persons.filter((p) => p.posts.some(inTeam)).map((p) => p.id);
}
