/** Who holds which function at school, per group and kernteam, and where nobody does. */
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { Person, School } from '../domain/school.ts';
import { holdersOf, teamsOf } from '../domain/school.ts';
import { notice } from './notice.ts';
import type { Card } from './template.ts';
import { plainText } from './template.ts';

const and = new Intl.ListFormat('nl');

/** @param mayChange whether the reader sets up the school */
export function whoIsWhoCard(school: School, protocol: Protocol, mayChange: boolean): Card {
  const own = school.persons.flatMap((p) => p.posts.map((post) => post.function));
  const functions = [...new Set([...Object.keys(protocol.functions), ...own])];
  const gaps = functions.flatMap((fn) => gapOf(school, fn, functionTitle(protocol, fn)));
  return notice({
    title: 'Wie is wie',
    lines: functions.flatMap((fn) => {
      const lines = holderLines(school, fn);
      return lines.length > 0 ? [`**${plainText(functionTitle(protocol, fn))}**\n\n${lines.join('\n')}`] : [];
    }),
    warning: gaps.map(plainText).join('\n\n'),
    subtle: [
      mayChange
        ? 'Klopt er iets niet? Dit staat in het bestand van de school. Wie de app beheert, past het aan.'
        : 'Klopt er iets niet? Zeg het tegen de coördinator.',
    ],
  });
}

/** "2B: Mila Mentor" for what is held for a group or a kernteam, and names alone for the whole school. */
function holderLines(school: School, fn: string): string[] {
  const holding = (fits: (post: Person['posts'][number]) => boolean) =>
    school.persons.filter((p) => p.posts.some((post) => post.function === fn && fits(post)));
  const places = [
    { place: '', persons: holding((post) => post.group === undefined && post.team === undefined) },
    ...teamsOf(school).map((team) => ({
      place: `${team}: `,
      persons: holding((post) => post.team === team),
    })),
    ...school.groups.map(({ id }) => ({ place: `${id}: `, persons: holding((post) => post.group === id) })),
  ];
  return places
    .filter(({ persons }) => persons.length > 0)
    .map(({ place, persons }) => `- ${plainText(place + namesOf(persons))}`);
}

const namesOf = (persons: readonly Person[]): string =>
  persons.length > limits.names ? `${persons.length} collega’s` : persons.map((p) => p.name).join(', ');

/** Where nobody holds a function: for each group or kernteam where others hold it so, else in the whole school. */
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
