/** Pupils as one chooses them: nearest first, also while one types. */
import type { CaseState } from './case.ts';
import { inRole } from './case.ts';
import { folded } from './folded.ts';
import { limits } from './limits.ts';
import type { Person, Pupil, School } from './school.ts';
import { teamOf } from './school.ts';

/** Pupils of the person's own groups, then of the own teams, then all others; `first` stand in front of all. */
export function nearestFirst(
  person: Person,
  school: School,
  first: ReadonlySet<string> = new Set(),
): Pupil[] {
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
export function findPupils(person: Person, school: School, typed: string): Pupil[] {
  const words = folded(typed).split(' ');
  return nearestFirst(person, school)
    .filter(({ name, group }) => words.every((word) => folded(`${name} ${group}`).includes(word)))
    .slice(0, limits.typeahead);
}

/** Pupils of the group of a case, without those it is about. */
export function classmates(state: CaseState, school: School): Pupil[] {
  const about = new Set(inRole(state, 'gepeste'));
  return school.pupils.filter((p) => p.group === state.group && !about.has(p.id));
}
