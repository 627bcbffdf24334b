/** The part of a step's form in which parents are told (M9): how each was spoken to, or why not. */
import type { Contact } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import type { Step } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import { participantName } from '../domain/words.ts';
import type { Input } from './questions.ts';
import { input } from './questions.ts';

/** Stand before a pupil's key in the ids of both inputs. */
const HOW = 'ouders_';
const WHY = 'waarom_';
/** Whether an input of a form is one of these. */
export const isAboutParents = (id: string): boolean => id.startsWith(HOW) || id.startsWith(WHY);

const UNREACHED = 'niet-bereikt';
const NOT_CALLED = 'niet-bellen';
const spoken: Record<Contact['how'], string> = {
  phone: 'Gebeld',
  talk: 'Gesproken',
  appointment: 'Afspraak gemaakt',
  mail: 'E-mail gestuurd',
  letter: 'Brief gestuurd',
  other: 'Anders',
};
const choices = [
  ...Object.entries(spoken).map(([value, title]) => ({ title, value })),
  { title: 'Niet bereikt', value: UNREACHED },
  { title: 'Niet bellen, omdat …', value: NOT_CALLED },
];

/** Two inputs for each pupil. None insists: an ending of the step may not ask for it, and then the server doesn't either. */
export function parentInputs(
  pupils: readonly string[],
  def: Step,
  school: School,
  fields: Record<string, string>,
): Input[] {
  const only = def.parents?.outcome;
  const labels = def.outcomes.filter((o) => only?.includes(o.id)).map((o) => `‘${o.label}’`);
  const when = labels.length > 0 ? ` (nodig bij ${labels.join(' en ')})` : '';
  return pupils.flatMap((key) => [
    input({
      id: HOW + key,
      type: 'choice',
      label: `Ouders van ${participantName(key, school)}: hoe heb je ze gesproken?${when}`,
      value: fields[HOW + key] ?? '',
      choices,
    }),
    input({
      id: WHY + key,
      type: 'line',
      label: 'Bel je deze ouders niet? Waarom niet? (mag leeg)',
      value: fields[WHY + key] ?? '',
    }),
  ]);
}

/**
 * The contacts with parents that a form tells of.
 * @throws DomainError for parents who are not called without a reason
 */
export function contactsOf(fields: Record<string, string>): Contact[] {
  return Object.entries(fields).flatMap(([id, chosen]): Contact[] => {
    if (!id.startsWith(HOW) || chosen === '') return [];
    const of = id.slice(HOW.length);
    if (chosen === UNREACHED) return [{ of, how: 'phone', reached: false }];
    if (chosen === NOT_CALLED) return [{ of, how: 'phone', reached: false, because: reasonOf(of, fields) }];
    const how = Object.keys(spoken).find((h): h is Contact['how'] => h === chosen);
    return how ? [{ of, how, reached: true }] : [];
  });
}

function reasonOf(of: string, fields: Record<string, string>): string {
  const because = (fields[WHY + of] ?? '').trim();
  if (because === '') throw new DomainError('invalid', 'Vul in waarom je deze ouders niet belt.', WHY + of);
  if (because.length > limits.text)
    throw new DomainError('invalid', `Dit is te lang: maximaal ${limits.text} tekens.`, WHY + of);
  return because;
}
