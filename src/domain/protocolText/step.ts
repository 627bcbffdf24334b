/** Everything that one step says, as a plain object with stable names. */
import { conditionWords } from '../conditionWords.ts';
import { normsOf } from '../norms.ts';
import type { Condition, DueRule, Outcome, Protocol, Question, Step } from '../protocol.ts';
import { timeWords } from '../dueWords.ts';
import { dueWords, hearerWords, limitWords, openingWords } from './words.ts';

export type StepModel = ReturnType<typeof stepModel>;
export type QuestionModel = StepModel['questions'][number];
export type OutcomeModel = StepModel['outcomes'][number];

/** A condition in words; left out where there is none. */
export const whenOf = (when: Condition | undefined, protocol: Protocol) =>
  when ? { when: conditionWords(when, protocol) } : {};

/** One step of a protocol; `protocol` is the one whose steps it names. */
export function stepModel(step: Step, protocol: Protocol) {
  const { id, rows, title, why, norm, by, also, reserved, each, skip, side, repeats, lapses, parents } = step;
  const dates = (rules: readonly DueRule[]) => rules.map((rule) => dateModel(rule, protocol));
  return {
    id,
    rows,
    title,
    why,
    ...(norm ? { norm } : {}),
    opens: openingWords(step.opens, protocol),
    ...whenOf(step.when, protocol),
    by,
    also,
    reserved,
    ...(each ? { each } : {}),
    due: dates(step.due),
    ...(repeats
      ? { repeats: { rows: repeats.rows, due: dates(repeats.due), forever: repeats.forever } }
      : {}),
    side,
    skip,
    ...(step.postpone === undefined ? {} : { postpone: timeWords(step.postpone, 'schooldays', protocol) }),
    ...(lapses
      ? { lapses: lapses === 'round' ? 'bij een nieuwe ronde' : conditionWords(lapses, protocol) }
      : {}),
    ...(parents
      ? {
          parents: {
            rows: parents.rows,
            of: parents.of,
            ...(parents.outcome ? { outcome: parents.outcome } : {}),
            ...whenOf(parents.when, protocol),
          },
        }
      : {}),
    questions: step.questions.map((q) => questionModel(q, protocol)),
    outcomes: step.outcomes.map((o) => outcomeModel(o, protocol)),
    tells: step.tells.map((tell) => ({
      rows: tell.rows,
      to: tell.to,
      toTitles: tell.to.map((hearer) => hearerWords(hearer, protocol)),
      at: tell.at,
      ...(tell.outcome ? { outcome: tell.outcome } : {}),
      ...whenOf(tell.when, protocol),
      says: tell.says,
    })),
    registers: step.registers.map((registration) => ({
      rows: registration.rows,
      for: registration.for,
      by: registration.by,
      heading: registration.heading,
      ...(registration.outcome ? { outcome: registration.outcome } : {}),
      ...whenOf(registration.when, protocol),
    })),
    ...(step.reminders ? { reminders: step.reminders } : {}),
  };
}

function dateModel(rule: DueRule, protocol: Protocol) {
  return { rows: rule.rows, words: dueWords(rule, protocol), norms: normsOf(rule) };
}

function questionModel(question: Question, protocol: Protocol) {
  const { id, type, label, hint, required } = question;
  const limit = limitWords(question, protocol);
  return {
    id,
    type,
    label,
    required,
    ...(hint ? { hint } : {}),
    ...whenOf(question.when, protocol),
    ...('choices' in question ? { choices: question.choices } : {}),
    ...(question.type === 'date' ? { happened: question.happened } : {}),
    ...(question.type === 'date' && question.within ? { within: question.within } : {}),
    ...(question.type === 'pupils' ? { role: question.role, max: question.max } : {}),
    ...(question.type === 'consult' ? { with: question.with, all: question.all } : {}),
    ...(limit ? { limit } : {}),
  };
}

function outcomeModel({ id, rows, label, then, needs, when, reserved }: Outcome, protocol: Protocol) {
  return {
    id,
    rows,
    label,
    then,
    needs,
    ...whenOf(when, protocol),
    ...(reserved
      ? {
          reserved: {
            to: reserved.to,
            ...whenOf(reserved.when, protocol),
            ...(reserved.norm ? { norm: reserved.norm } : {}),
          },
        }
      : {}),
  };
}
