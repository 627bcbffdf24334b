/** Pupils as a card offers them. */
import type { Pupil } from '../domain/school.ts';

/** What a client asks for while somebody types in a list of pupils (Data.Query). */
export const PUPILS = 'leerlingen';

export const pupilChoice = ({ id, name, group }: Pupil) => ({ title: `${name} (${group})`, value: id });
