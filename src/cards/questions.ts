/** The inputs for a step's questions, and the answers that come back from them. */
import type { Answer, Answers, CaseState } from '../domain/case.ts';
import { unreachable } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import { classmates } from '../domain/nearest.ts';
import type { Protocol, Question, Step } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import { isRequired, questionLabel } from '../domain/questionLabel.ts';

/** Stands before a question's id in the id of its input. */
export const PREFIX = 'q_';

/** What the form is filled in for. */
export interface Setting {
  def: Step;
  state: CaseState;
  protocol: Protocol;
  school: School;
  /** The day that stands for "when was it": today, or the day of a talk that was noted before. */
  happened: string;
  /** What was filled in before, by input. */
  fields: Record<string, string>;
}

interface Choice {
  title: string;
  value: string;
}
/** An input as adaptiveCards/step.json and form.json draw it; a time, a person and a pupil of all stand in forms only. */
export interface Input {
  id: string;
  type: 'line' | 'text' | 'date' | 'time' | 'choice' | 'several' | 'person' | 'pupil';
  label: string;
  /** In a text field itself; Teams shows a missing one as the template's own words. */
  placeholder: string;
  /** Under an input that has no field to put it in. */
  hint: string;
  required: boolean;
  errorMessage: string;
  max: number;
  /** The last day that a date in a form may be, where there is one. */
  last: string;
  value: string;
  choices: Choice[];
}

export const input = (over: Pick<Input, 'id' | 'type' | 'label'> & Partial<Input>): Input => ({
  placeholder: ' ',
  hint: '',
  required: false,
  errorMessage: `Vul in: ${over.label}`,
  max: limits.line,
  last: '',
  value: '',
  choices: [],
  ...over,
});

export function questionInput(question: Question, setting: Setting): Input {
  const { def, protocol, fields } = setting;
  const { id, label, hint = '' } = question;
  const common = {
    id: PREFIX + id,
    label: questionLabel(question, def, protocol),
    required: isRequired(question, def),
    errorMessage: `Vul in: ${label}`,
    value: fields[PREFIX + id] ?? '',
  };
  const written = { ...common, placeholder: hint || ' ' };
  const chosen = { ...common, hint };
  switch (question.type) {
    case 'line':
      return input({ ...written, type: 'line' });
    case 'text':
      return input({ ...written, type: 'text', max: limits.text });
    case 'agreements':
      return input({ ...written, type: 'text', max: limits.text, hint: 'Eén afspraak op een regel.' });
    case 'date':
      return input({
        ...chosen,
        type: 'date',
        value: common.value || (question.happened ? setting.happened : ''),
      });
    case 'yesno':
    case 'choice':
    case 'score':
      return input({ ...chosen, type: 'choice', choices: choicesOf(question, setting) });
    case 'choices':
    case 'pupils':
      return input({ ...chosen, type: 'several', choices: choicesOf(question, setting) });
    case 'consult': {
      const all = question.all ? 'Bespreek het met iedereen die hier staat.' : '';
      return input({ ...chosen, type: 'several', hint: hint || all, choices: choicesOf(question, setting) });
    }
    default:
      return unreachable(question);
  }
}

type Chosen = Exclude<Question, { type: 'line' | 'text' | 'agreements' | 'date' }>;

function choicesOf(question: Chosen, { state, school, protocol }: Setting): Choice[] {
  switch (question.type) {
    case 'yesno':
      return [
        { title: 'Ja', value: 'ja' },
        { title: 'Nee', value: 'nee' },
      ];
    case 'choice':
    case 'choices':
      return question.choices.map((c) => ({ title: c.label, value: c.id }));
    case 'score':
      return Array.from({ length: 11 }, (_, n) => ({ title: String(n), value: String(n) }));
    case 'consult':
      return question.with.map((fn) => ({ title: functionTitle(protocol, fn), value: fn }));
    case 'pupils':
      return classmates(state, school)
        .slice(0, limits.choices)
        .map((p) => ({ title: p.name, value: p.id }));
    default:
      return unreachable(question);
  }
}

/** The typed answers of a step's form; what was left empty is left out. */
export function answersOf(def: Step, fields: Record<string, string>): Answers {
  const filled = def.questions.flatMap((question): [string, Answer][] => {
    const raw = fields[PREFIX + question.id] ?? '';
    return raw.trim() === '' ? [] : [[question.id, answerOf(question, raw)]];
  });
  return Object.fromEntries(filled);
}

const parts = (raw: string, separator: RegExp) =>
  raw
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function answerOf(question: Question, raw: string): Answer {
  switch (question.type) {
    case 'line':
    case 'text':
    case 'date':
    case 'choice':
      return raw;
    case 'yesno':
      return raw === 'ja';
    case 'score':
      return Number(raw);
    case 'choices':
    case 'consult':
    case 'pupils':
      return parts(raw, /,/);
    case 'agreements':
      return parts(raw, /\r?\n/);
    default:
      return unreachable(question);
  }
}
