/** Who holds which function at school, per group and kernteam, and where nobody does. */
import { limits } from './limits.ts';
import type { Protocol } from './protocol.ts';
import { functionTitle } from './protocol.ts';
import type { Person, School } from './school.ts';
import { holdersOf, teamsOf } from './school.ts';

export interface FunctionHeld {
  title: string;
  /** Where it is held: a kernteam or a group; absent for the whole school. */
  held: { place?: string; persons: Person[] }[];
}

const and = new Intl.ListFormat('nl');

/** The functions of the protocol, and those that the school itself gave, in that order. */
const functionsOf = (school: School, protocol: Protocol): string[] => [
  ...new Set([
    ...Object.keys(protocol.functions),
    ...school.persons.flatMap((p) => p.posts.map((post) => post.function)),
  ]),
];

/** Each function that somebody holds, with its holders. */
export const whoIsWho = (school: School, protocol: Protocol): FunctionHeld[] =>
  functionsOf(school, protocol)
    .map((fn) => ({ title: upperFirst(functionTitle(protocol, fn)), held: holdersByPlace(school, fn) }))
    .filter(({ held }) => held.length > 0);

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function holdersByPlace(school: School, fn: string): FunctionHeld['held'] {
  const holding = (fits: (post: Person['posts'][number]) => boolean) =>
    school.persons.filter((p) => p.posts.some((post) => post.function === fn && fits(post)));
  return [
    { persons: holding((post) => post.group === undefined && post.team === undefined) },
    ...teamsOf(school).map((team) => ({ place: team, persons: holding((post) => post.team === team) })),
    ...school.groups.map(({ id }) => ({ place: id, persons: holding((post) => post.group === id) })),
  ].filter(({ persons }) => persons.length > 0);
}

/** Where nobody holds a function, in sentences. */
export const gapsIn = (school: School, protocol: Protocol): string[] =>
  functionsOf(school, protocol).flatMap((fn) => gapOf(school, fn, functionTitle(protocol, fn)));

/** For each group or kernteam where others hold it so, else in the whole school. */
function gapOf(school: School, fn: string, title: string): string[] {
  const posts = school.persons.flatMap((p) => p.posts).filter((post) => post.function === fn);
  if (posts.length === 0) return [`Niemand is ${title}.`];
  const perGroup = posts.some((post) => post.group !== undefined);
  const without = perGroup
    ? school.groups.map((g) => g.id).filter((id) => holdersOf(school, fn, id).length === 0)
    : teamsOf(school).filter((team) => posts.every((post) => post.team !== undefined && post.team !== team));
  const more = without.length - limits.names;
  const named = [...without.slice(0, limits.names), ...(more > 0 ? [`nog ${more}`] : [])];
  const where = `${perGroup ? '' : 'kernteam '}${and.format(named)}`;
  return without.length > 0 ? [`Voor ${where} is er geen ${title}.`] : [];
}
