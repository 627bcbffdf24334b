/** Words that the views of a case share: people, steps, dates and contacts with parents. */
import type { Calendar, Due } from '../domain/calendar.ts';
import type { CaseState, Contact, StepState } from '../domain/case.ts';
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
