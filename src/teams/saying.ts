/** Words that messages share: who is in charge, what a case is called, by when. */
import type { Delivery } from '../app/ports/messenger.ts';
import { calendarOf } from '../app/world.ts';
import type { Card } from '../cards/template.ts';
import { plainText } from '../cards/template.ts';
import type { CaseState, StepState } from '../domain/case.ts';
import { functionTitle } from '../domain/protocol.ts';
import { personOf } from '../domain/school.ts';

/** The summary is what a toast shows: it never has a name (P17). */
export interface Rendered {
  card: Card;
  summary: string;
}

/** "Zaak 2026-0001": what a case is called where no pupil may be named. */
export const calledOf = (state: CaseState): string =>
  `${state.schoolYear === undefined ? 'Zaak' : 'Schooljaar'} ${state.number}`;

/** As much of a delivery as it takes to say who is in charge. */
type InCharge = Pick<Delivery, 'state' | 'school' | 'protocol'>;

/** Who is in charge: by name, or the function where nobody holds it. */
export const leadName = ({ state, school, protocol }: InCharge): string =>
  plainText(
    (state.lead.person && personOf(school, state.lead.person)?.name) ??
      functionTitle(protocol, state.lead.function),
  );

/** The same, with the function: "Mila Mentor (mentor)". */
export function leadWords({ state, school, protocol }: InCharge): string {
  const title = functionTitle(protocol, state.lead.function);
  const name = state.lead.person && personOf(school, state.lead.person)?.name;
  return plainText(name ? `${name} (${title})` : `de ${title}`);
}

/** Why somebody hears what was meant for a colleague (P15). */
export function insteadLines({ message, school }: Pick<Delivery, 'message' | 'school'>): string[] {
  if (!('instead' in message) || message.instead === undefined) return [];
  const name = personOf(school, message.instead)?.name;
  const why = name === undefined ? 'wie het moest weten hier niet meer werkt' : `${name} er niet is`;
  return [plainText(`Je krijgt dit omdat ${why}.`)];
}

/** The title of a step, also of one that a newer version of the protocol lacks. */
export const stepTitle = ({ protocol }: Pick<Delivery, 'protocol'>, step: StepState | undefined): string => {
  const title = protocol.steps.find((s) => s.id === step?.step)?.title;
  return title === undefined ? 'een stap van een eerdere versie' : `‘${title}’`;
};

/** The worker sends a message that asks for a step only while that step is open. */
export function openStep({ step, message }: Delivery): StepState {
  if (!step) throw new Error(`${message.say} without its step`);
  return step;
}

export function dueLines({ school, now }: Delivery, step: StepState): string[] {
  return step.due
    ? [`Uiterlijk ${calendarOf(school, now).say(step.due.by)}: ${plainText(step.due.why)}`]
    : [];
}
