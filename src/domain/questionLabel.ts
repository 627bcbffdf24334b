/** What stands above an input of a step's form: the question, and when it may be left empty. */
import type { Condition, Protocol, Question, Step } from './protocol.ts';
import { functionTitle } from './protocol.ts';

/** Whether the form itself insists: only where every ending of the step wants an answer; else the server says what is missing. */
export function isRequired(question: Question, step: Step): boolean {
  if (question.when) return false;
  const wanted = (o: Step['outcomes'][number]) =>
    o.needs.includes(question.id) || (question.required && o.then !== 'close');
  return step.outcomes.every(wanted);
}

/** The question, with "(mag leeg)" or when it is asked. */
export function questionLabel(question: Question, step: Step, protocol: Protocol): string {
  const { id, label, when, required } = question;
  if (when) return `${label} (${whenWords(when, step, protocol)})`;
  if (required || isRequired(question, step)) return label;
  const needing = step.outcomes.filter((o) => o.needs.includes(id)).map((o) => `‘${o.label}’`);
  return needing.length > 0 ? `${label} (nodig bij ${needing.join(' en ')})` : `${label} (mag leeg)`;
}

/**
 * When a question is asked, for whoever fills in the form: "als je bij ‘Online?’ ja kiest". Only a condition on one
 * question of the same form is worded; for any other people know best whether it is so.
 */
export function whenWords(when: Condition, step: Step, protocol: Protocol): string {
  const usual = 'als dat zo is';
  if (!('answer' in when)) return usual;
  const asked = step.questions.find((q) => `${step.id}.${q.id}` === when.answer);
  if (!asked) return usual;
  const chosen = chosenWords(when, asked, protocol);
  return chosen === undefined ? usual : `als je bij ‘${asked.label}’ ${chosen} kiest`;
}

function chosenWords(
  when: Extract<Condition, { answer: string }>,
  asked: Question,
  protocol: Protocol,
): string | undefined {
  const title = (id: string) => {
    if ('choices' in asked) return `‘${asked.choices.find((c) => c.id === id)?.label ?? id}’`;
    return asked.type === 'consult' ? functionTitle(protocol, id) : undefined;
  };
  if ('is' in when) return typeof when.is === 'boolean' ? (when.is ? 'ja' : 'nee') : title(when.is);
  if ('has' in when) return title(when.has);
  if ('oneOf' in when) return when.oneOf.map((id) => title(id) ?? id).join(' of ');
  return undefined;
}
