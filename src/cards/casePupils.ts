/** Pupils to choose from on a form about a case: who is in it, and who else there is, nearest first. */
import { inRole, refKey } from '../domain/case.ts';
import type { Role } from '../domain/protocol.ts';
import type { Pupil } from '../domain/school.ts';
import { teamOf } from '../domain/school.ts';
import { participantName, roleWords } from '../domain/words.ts';
import type { ActScene } from './ask.ts';
import type { Input } from './questions.ts';
import { input } from './questions.ts';

export const inCaseNow = ({ state, school }: ActScene) =>
  state.participants.map(({ who, roles }) => ({
    value: refKey(who),
    title: `${participantName(refKey(who), school)} (nu: ${roles.map((r) => roleWords[r]).join(', ') || 'geen rol'})`,
  }));

/**
 * Pupils who are not in the case: those of the group of the case first, then of its team, then all others.
 * @param role leave out only who has this role
 */
export function nearTo({ state, school }: ActScene, role?: Role): Pupil[] {
  const out = new Set(role ? inRole(state, role) : state.participants.map(({ who }) => refKey(who)));
  const team = teamOf(school, state.group);
  const far = ({ group }: Pupil) => (group === state.group ? 0 : teamOf(school, group) === team ? 1 : 2);
  return school.pupils
    .filter((p) => !out.has(p.id))
    .sort((a, b) => far(a) - far(b) || a.group.localeCompare(b.group) || a.name.localeCompare(b.name, 'nl'));
}

/** For a pupil whom the register lacks. */
export const typedName = (label: string): Input =>
  input({ id: 'name', type: 'line', label, placeholder: 'Voornaam en achternaam' });
