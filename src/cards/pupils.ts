/** Pupils as one chooses them: nearest first, in the list on a card and in what is found while typing. */
import { folded } from '../domain/folded.ts';
import { limits } from '../domain/limits.ts';
import type { Person, Pupil, School } from '../domain/school.ts';
import { teamOf } from '../domain/school.ts';

/** What a client asks for while somebody types in a list of pupils (Data.Query). */
export const PUPILS = 'leerlingen';

export const pupilChoice = ({ id, name, group }: Pupil) => ({ title: `${name} (${group})`, value: id });

/** Pupils of the person's own groups, then of the own teams, then all others; `first` stand in front of all. */
export function nearestFirst(person: Person, school: School, first: ReadonlySet<string> = new Set()) {
  const groups = new Set(person.posts.flatMap((p) => p.group ?? []));
  const teams = new Set([
    ...person.posts.flatMap((p) => p.team ?? []),
    ...[...groups].flatMap((g) => teamOf(school, g) ?? []),
  ]);
  const far = ({ id, group }: Pupil) =>
    first.has(id) ? 0 : groups.has(group) ? 1 : teams.has(teamOf(school, group) ?? '') ? 2 : 3;
  return [...school.pupils].sort(
    (a, b) => far(a) - far(b) || a.group.localeCompare(b.group) || a.name.localeCompare(b.name, 'nl'),
  );
}

/** Whose name or group has each typed word somewhere in it, as many as Teams shows. */
export function findPupils(person: Person, school: School, typed: string) {
  const words = folded(typed).split(' ');
  return nearestFirst(person, school)
    .filter(({ name, group }) => words.every((word) => folded(`${name} ${group}`).includes(word)))
    .slice(0, limits.typeahead)
    .map(pupilChoice);
}
