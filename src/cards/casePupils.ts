/** Pupils to choose from on a form about a case: who is in it, and who else there is, nearest first. */
import type { PupilRef } from '../domain/case.ts';
import { inRole, refKey } from '../domain/case.ts';
import type { Role } from '../domain/protocol.ts';
import type { Pupil } from '../domain/school.ts';
import { teamOf } from '../domain/school.ts';
import { participantName, roleWords } from '../domain/words.ts';
import type { ActScene } from './ask.ts';
import { pupilChosen } from './pupils.ts';
import type { Input } from './questions.ts';
import { input } from './questions.ts';

type InCase = Pick<ActScene, 'state' | 'school'>;

/** Who is in the case, as choices that send what they show (see pupils.ts); the key where two are called alike. */
export const inCaseNow = ({ state, school }: InCase) =>
  state.participants.map(({ who, roles }) => {
    const name = participantName(refKey(who), school);
    const title = `${name}${NOW}${roles.map((r) => roleWords[r]).join(', ') || 'geen rol'})`;
    return { title, value: called(name, { state, school }).length === 1 ? title : refKey(who) };
  });

/** Between the name and the roles. What stands behind it may have changed since a card was made. */
const NOW = ' (nu: ';

const called = (name: string, { state, school }: InCase): PupilRef[] =>
  state.participants.map(({ who }) => who).filter((who) => participantName(refKey(who), school) === name);

/** Whom a list of `inCaseNow` means: by words, or by key. */
export function inCaseChosen(value: string, scene: InCase): PupilRef | undefined {
  const byKey = scene.state.participants.find(({ who }) => refKey(who) === value);
  if (byKey) return byKey.who;
  const at = value.lastIndexOf(NOW);
  const [found, ...others] = at < 0 ? [] : called(value.slice(0, at), scene);
  return others.length === 0 ? found : undefined;
}

/** Whom a list of pupils on a form about a case means: somebody in the case, or of the register. */
export function refChosen(value: string, scene: InCase): PupilRef | undefined {
  const inCase = inCaseChosen(value, scene);
  if (inCase) return inCase;
  const pupil = pupilChosen(value, scene.school);
  return pupil && { pupil: pupil.id };
}

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
