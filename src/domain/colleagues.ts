/** Colleagues who can be asked something in a case: to take it over, or to help (K5). */
import { holdersIn, mayJoin } from './barred.ts';
import type { CaseState } from './case.ts';
import { limits } from './limits.ts';
import type { Protocol } from './protocol.ts';
import { functionTitle } from './protocol.ts';
import type { Person, School } from './school.ts';
import { ownTeams, teamOf } from './school.ts';

/** A case, and the member of staff who asks something of a colleague in it. */
export interface Asking {
  state: CaseState;
  protocol: Protocol;
  school: School;
  person: Person;
}

/**
 * Staff who can be asked: those with a function in the protocol who are not in charge already. First the holders of
 * these functions for this case, then the kernteam, then everybody else by name.
 */
export function colleagues(
  { state, protocol, school, person }: Asking,
  functions: readonly string[],
): Person[] {
  const likely = new Set(functions.flatMap((fn) => holdersIn(state, school, fn)).map((p) => p.id));
  const order = [...likely];
  const team = teamOf(school, state.group);
  const far = (p: Person) => {
    if (likely.has(p.id)) return order.indexOf(p.id);
    return order.length + (team !== undefined && ownTeams(p, school).includes(team) ? 0 : 1);
  };
  return school.persons
    .filter((p) => p.id !== person.id && p.id !== state.lead.person && mayJoin(p, state))
    .filter((p) => p.posts.some((post) => protocol.functions[post.function]))
    .sort((a, b) => far(a) - far(b) || a.name.localeCompare(b.name, 'nl'));
}

/** "Mila Mentor (mentor 2B)"; only the name of who has no function in the protocol. */
export function staffName({ name, posts }: Person, protocol: Protocol): string {
  const titles = posts
    .filter((post) => protocol.functions[post.function])
    .map((post) => [functionTitle(protocol, post.function), post.group ?? post.team ?? ''].join(' ').trim());
  const held = [...new Set(titles)].join(', ');
  return (held === '' ? name : `${name} (${held})`).slice(0, limits.line);
}
