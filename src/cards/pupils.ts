/** Pupils as a card offers them, and who was chosen. */
import type { Pupil, School } from '../domain/school.ts';

/** What a client asks for while somebody types in a list of pupils (Data.Query). */
export const PUPILS = 'leerlingen';

/**
 * What a list sends is what it shows: some clients show the value of whoever was found while typing, in place of the title
 * (https://github.com/microsoft/Teams-AdaptiveCards-Mobile/issues/391).
 */
const asChoice = (title: string) => ({ title, value: title });

/** Each of these as a choice: "Fenna Fictief (2B)"; where two are called so, "Fenna Fictief (2B) · 2". */
export function pupilChoices(pupils: readonly Pupil[], school: School) {
  const words = wordsOf(school);
  return pupils.map(({ id }) => asChoice(words.get(id)!));
}

/** Who was chosen in a list of pupils: by the words of the choice, or by the id that older cards send. */
export function pupilChosen(value: string, school: School): Pupil | undefined {
  if (value === '') return undefined;
  const words = wordsOf(school);
  return school.pupils.find(({ id }) => id === value) ?? school.pupils.find((p) => words.get(p.id) === value);
}

/** What each pupil is called in a list, by id. Those who are called alike are numbered in the order of their ids. */
function wordsOf({ pupils }: School): Map<string, string> {
  const alike = new Map<string, string[]>();
  for (const pupil of pupils) alike.set(called(pupil), [...(alike.get(called(pupil)) ?? []), pupil.id]);
  return new Map(
    pupils.map((pupil) => {
      const same = alike.get(called(pupil))!;
      const number = same.filter((id) => id <= pupil.id).length;
      return [pupil.id, same.length === 1 ? called(pupil) : `${called(pupil)} · ${number}`];
    }),
  );
}

const called = ({ name, group }: Pupil): string => `${name} (${group})`;
