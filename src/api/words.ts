/** Words that the views of a case share: people, steps, dates and contacts with parents. */
import { createHash } from 'node:crypto';
import type { Calendar, Due } from '../domain/calendar.ts';
import type { CaseState, Contact, StepKey, StepState } from '../domain/case.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import { participantName } from '../domain/words.ts';

/** A case, and what its words come from. */
export interface Telling {
  state: CaseState;
  protocol: Protocol;
  school: School;
  calendar: Calendar;
}

/** In which function, and who it is where that is known. */
export const chargeOf = (
  held: { function: string; person?: string },
  protocol: Protocol,
  school: School,
) => ({
  function: functionTitle(protocol, held.function),
  name: held.person && personOf(school, held.person)?.name,
});

/** What names a step in an address: its key, unless that holds a name which somebody typed. */
export const refOf = (key: StepKey): string =>
  key.includes('naam:') ? createHash('sha256').update(key).digest('base64url').slice(0, 16) : key;

/** "Mila Mentor (mentor)"; the system is called Meldpunt. */
export function actorWords(
  actor: { person?: string; function: string },
  { protocol, school }: Pick<Telling, 'protocol' | 'school'>,
): string {
  if (actor.person === 'system') return 'Meldpunt';
  const title = functionTitle(protocol, actor.function);
  if (actor.person === undefined) return title;
  return `${personOf(school, actor.person)?.name ?? 'Een oud-collega'} (${title})`;
}

/** A step's title; a case may hold steps that its protocol now lacks. */
export const titleOf = (
  step: Pick<StepState, 'step'> | undefined,
  { protocol }: Pick<Telling, 'protocol'>,
): string => protocol.steps.find((s) => s.id === step?.step)?.title ?? 'Een stap van een eerdere versie';

/** How a step ended, by the words on its button; nothing while it did not. */
export function endingWords(
  step: StepState | undefined,
  { protocol }: Pick<Telling, 'protocol'>,
): string | undefined {
  const def = protocol.steps.find((s) => s.id === step?.step);
  return def?.outcomes.find((o) => o.id === step?.outcome)?.label ?? step?.outcome;
}

/** What was noted briefly of a talk (P19). */
export const talkWords = ({ talk }: StepState, calendar: Calendar): string | undefined =>
  talk && `Kort genoteerd, gesprek op ${calendar.say(talk.on)}: ${talk.line}`;

/** A step by its title, with whom it is held; a case may hold steps that its protocol now lacks. */
export function stepWords(step: StepState | undefined, { protocol, school }: Telling): string {
  const title = protocol.steps.find((s) => s.id === step?.step)?.title;
  const apart = step?.for === undefined ? '' : ` met ${participantName(step.for, school)}`;
  return `${title === undefined ? 'een stap van een eerdere versie' : `‘${title}’`}${apart}`;
}

/** "uiterlijk dinsdag 6 oktober", or "van … tot en met …". */
export function dueWords(due: Due, calendar: Calendar): string {
  const by = calendar.say(due.by);
  return due.from !== undefined && due.from !== due.by
    ? `van ${calendar.say(due.from)} tot en met ${by}`
    : `uiterlijk ${by}`;
}

const how: Record<Contact['how'], string> = {
  phone: 'telefoon',
  talk: 'gesprek',
  appointment: 'afspraak',
  mail: 'mail',
  letter: 'brief',
  other: 'anders',
};

/** How parents were told, that they were not reached, or why they are not called. */
export function contactWords(contact: Contact): string {
  if (contact.because !== undefined) return `niet gebeld: ${contact.because}`;
  return `${contact.reached ? 'ingelicht' : 'niet bereikt'} (${how[contact.how]})`;
}
