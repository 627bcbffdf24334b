/** The form of a step as the tab shows it: its questions with what is asked when, its endings, the parents to tell. */
import type { StepState } from '../domain/case.ts';
import type { Situation } from '../domain/conditions.ts';
import { holdsTrue } from '../domain/conditions.ts';
import { conditionWords } from '../domain/conditionWords.ts';
import { unreachable } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import { amountOf } from '../domain/norms.ts';
import { nextKey } from '../domain/openings.ts';
import { parentsLeft } from '../domain/parents.ts';
import type { Condition, Protocol, Question, Step } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import { isRequired, questionLabel } from '../domain/questionLabel.ts';

/** A condition of which all that the form can't change is settled: what is left looks at its own questions. */
export type Rule =
  | boolean
  | { all: Rule[] }
  | { any: Rule[] }
  | { not: Rule }
  | { answered: string }
  | { answer: string; is: string | boolean }
  | { answer: string; oneOf: string[] }
  | { answer: string; has: string }
  | { answer: string; atLeast: number }
  | { answer: string; below: number };

/** Settles what a condition asks of the case beside the answers of this step. */
export function ruleOf(condition: Condition | undefined, step: Step, situation: Situation): Rule {
  if (!condition) return true;
  const inner = (part: Condition) => ruleOf(part, step, situation);
  if ('all' in condition) return { all: condition.all.map(inner) };
  if ('any' in condition) return { any: condition.any.map(inner) };
  if ('not' in condition) return { not: inner(condition.not) };
  const name = 'answer' in condition ? condition.answer : 'answered' in condition ? condition.answered : '';
  const [asking, question = ''] = name.split('.');
  if (asking !== step.id) return holdsTrue(condition, situation);
  if ('answered' in condition) return { answered: question };
  const number = (amount: Parameters<typeof amountOf>[0]) => amountOf(amount, situation.protocol);
  if (!('answer' in condition)) return holdsTrue(condition, situation);
  if ('atLeast' in condition || 'below' in condition) {
    const bound = number('below' in condition ? condition.below : condition.atLeast);
    // A norm that is off: nothing is below it, and nothing reaches it.
    if (bound === undefined) return false;
    return 'below' in condition ? { answer: question, below: bound } : { answer: question, atLeast: bound };
  }
  return { ...condition, answer: question };
}

export interface FormQuestion {
  id: string;
  type: Question['type'];
  label: string;
  hint?: string;
  required: boolean;
  when: Rule;
  choices: { id: string; label: string }[];
  max: number;
  /** A day that has been, and what was noted of it. */
  past?: { noted?: string };
}
export interface FormOf {
  questions: FormQuestion[];
  outcomes: { id: string; label: string; when: Rule; only?: string }[];
  /** refKeys of pupils whose parents are still to be told, when, and with which endings. */
  parents: string[];
  parentsWhen: Rule;
  parentsWith?: string[];
}

/** @param open the step as it stands, or as it would be begun: then its key is the step's id */
export function stepFormOf(step: Step, open: StepState, situation: Situation): FormOf {
  const { state, protocol } = situation;
  const held = open.key === step.id ? { ...open, key: nextKey(state, step.id, state.round) } : open;
  // Whether they are asked for is the form's to say.
  const all = step.parents && { ...step, parents: { ...step.parents, when: undefined } };
  return {
    questions: step.questions.map((question) => ({
      id: question.id,
      type: question.type,
      label: labelOf(question, step, protocol),
      hint: hintOf(question),
      required: isRequired({ ...question, when: undefined }, step),
      when: ruleOf(question.when, step, situation),
      choices: choicesOf(question, protocol),
      max: maxOf(question),
      past: question.type === 'date' && question.happened ? { noted: open.talk?.on } : undefined,
    })),
    outcomes: step.outcomes.map(({ id, label, when }) => ({
      id,
      label,
      when: ruleOf(when, step, situation),
      only: when && `Kan alleen ${conditionWords(when, protocol)}.`,
    })),
    parents: all ? parentsLeft(all, undefined, held, situation) : [],
    parentsWhen: ruleOf(step.parents?.when, step, situation),
    parentsWith: step.parents?.outcome,
  };
}

/** What is asked only sometimes is there only then, so its label need not say when. */
const labelOf = (question: Question, step: Step, protocol: Protocol): string =>
  questionLabel({ ...question, when: undefined }, step, protocol);

function hintOf(question: Question): string | undefined {
  if (question.hint) return question.hint;
  if (question.type === 'agreements') return 'Eén afspraak op een regel.';
  return question.type === 'consult' && question.all
    ? 'Bespreek het met iedereen die hier staat.'
    : undefined;
}

function choicesOf(question: Question, protocol: Protocol): FormQuestion['choices'] {
  if (question.type === 'choice' || question.type === 'choices') return question.choices;
  if (question.type !== 'consult') return [];
  return question.with.map((fn) => ({ id: fn, label: functionTitle(protocol, fn) }));
}

function maxOf(question: Question): number {
  switch (question.type) {
    case 'text':
      return limits.text;
    case 'pupils':
      return question.max;
    case 'agreements':
      return limits.agreements;
    case 'choices':
      return question.choices.length;
    case 'consult':
      return question.with.length;
    case 'score':
      return 10;
    case 'line':
    case 'yesno':
    case 'choice':
    case 'date':
      return limits.line;
    default:
      return unreachable(question);
  }
}
