/** The school of world.ts with names, places and texts as long as they can get. */
import type { School } from '../../src/domain/school.ts';
import { person, school } from './world.ts';

const SURNAME = 'van den Nieuwenhuijzen-Oosterwijk-Bruynvandermeulenbroekhuizen';
export const LONG_STORY = 'In de pauze werd de tas afgepakt en over de schutting gegooid. '.repeat(20).trim();

export const longNamed: School = {
  ...school,
  settings: { ...school.settings, initials: true },
  persons: school.persons.map((p) => (p.id === person.otherMentor ? { ...p, name: `Omar ${SURNAME}` } : p)),
  pupils: school.pupils.map((p) => (p.id === 'p-ties' ? { ...p, name: `Ties ${SURNAME}` } : p)),
};
