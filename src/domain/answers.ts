/** Checks what was filled in on a step's form against the questions of the protocol. */
import { z } from 'zod/v4';
import type { Answer, Answers } from './case.ts';
import { DomainError, unreachable } from './errors.ts';
import type { Calendar } from './calendar.ts';
import { limits } from './limits.ts';
import type { Outcome, Question, Step } from './protocol.ts';

const tooLong = (max: number) => `is te lang: maximaal ${max} tekens`;

/** The shape of one answer, with messages in Dutch that follow the question's label. */
function shapeOf(question: Question): z.ZodType<Answer> {
  switch (question.type) {
    case 'line':
      return z.string().trim().min(1).max(limits.line, tooLong(limits.line));
    case 'text':
      return z.string().trim().min(1).max(limits.text, tooLong(limits.text));
    case 'yesno':
      return z.boolean('kies ja of nee');
    case 'choice':
      return z.enum(question.choices.map((c) => c.id) as [string, ...string[]], 'kies een van de antwoorden');
    case 'date':
      return z.iso.date('kies een datum');
    case 'score':
      return z
        .int('kies een cijfer van 0 tot 10')
        .min(0, 'kies een cijfer van 0 tot 10')
        .max(10, 'kies een cijfer van 0 tot 10');
    case 'pupils':
      return z
        .array(z.string().min(1).max(limits.line))
        .min(1)
        .max(question.max, `kies er hooguit ${question.max}`);
    default:
      return unreachable(question);
  }
}

const empty = (value: unknown) =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * The answers as the history keeps them: only what was asked, trimmed, within limits.
 * @throws DomainError `invalid` naming the question that wants mending
 */
export function checkAnswers(
  step: Step,
  outcome: Outcome,
  given: Answers,
  today: string,
  calendar: Calendar,
): Answers {
  const kept: Answers = {};
  for (const question of step.questions) {
    const value = given[question.id];
    if (empty(value)) {
      const needed = outcome.needs.includes(question.id) || (question.required && outcome.then !== 'close');
      if (needed) throw new DomainError('invalid', `Vul nog in: ${question.label}`, question.id);
      continue;
    }
    const parsed = shapeOf(question).safeParse(value);
    if (!parsed.success) {
      throw new DomainError('invalid', `${question.label}: ${parsed.error.issues[0]!.message}.`, question.id);
    }
    if (question.type === 'date') checkDate(question, parsed.data as string, today, calendar);
    kept[question.id] = parsed.data;
  }
  return kept;
}

function checkDate(
  question: Extract<Question, { type: 'date' }>,
  date: string,
  today: string,
  calendar: Calendar,
): void {
  if (question.happened && date > today) {
    throw new DomainError(
      'invalid',
      `${question.label}: deze dag moet nog komen. Kies de dag waarop het gesprek was.`,
      question.id,
    );
  }
  if (!question.within) return;
  const last = calendar.addSchoolDays(today, question.within.schooldays);
  if (date <= today || date > last) {
    throw new DomainError(
      'invalid',
      `${question.label}: kies een dag na vandaag en uiterlijk ${calendar.say(last)}.`,
      question.id,
    );
  }
}
