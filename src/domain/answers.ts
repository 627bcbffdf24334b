/** Checks what was filled in on a step's form against the questions of the protocol. */
import { z } from 'zod/v4';
import type { Answer, Answers } from './case.ts';
import { DomainError, unreachable } from './errors.ts';
import type { Calendar } from './calendar.ts';
import type { Situation } from './conditions.ts';
import { holdsTrue } from './conditions.ts';
import { limits } from './limits.ts';
import { amountOf } from './norms.ts';
import type { Outcome, Question, Step } from './protocol.ts';

const tooLong = (max: number) => `is te lang: maximaal ${max} tekens`;

const several = (known: string[], message: string) =>
  z.array(z.string()).refine((chosen) => chosen.every((id) => known.includes(id)), message);

/** A shape takes longer to make than to use; a protocol's questions stay as they are. */
const shapes = new WeakMap<Question, z.ZodType<Answer>>();
function shapeOf(question: Question): z.ZodType<Answer> {
  const known = shapes.get(question) ?? makeShape(question);
  shapes.set(question, known);
  return known;
}

/** The shape of one answer, with messages in Dutch that follow the question's label. */
function makeShape(question: Question): z.ZodType<Answer> {
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
    case 'choices':
      return several(
        question.choices.map((c) => c.id),
        'kies uit de lijst',
      );
    case 'consult':
      return several(question.with, 'kies uit de lijst').refine(
        (chosen) => !question.all || question.with.every((fn) => chosen.includes(fn)),
        'bespreek het met iedereen die hier staat',
      );
    case 'agreements':
      return z
        .array(z.string().trim().min(1).max(limits.line, tooLong(limits.line)))
        .max(limits.agreements, `schrijf er hooguit ${limits.agreements} op`);
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

/** A step's form as it was filled in. */
export interface Filled {
  step: Step;
  outcome: Outcome;
  answers: Answers;
  /** The day on which the step is recorded, and the day of the talk where it was noted briefly before (P19). */
  today: string;
  talkOn?: string;
}

/**
 * The answers as the history keeps them, only what was asked, trimmed and within limits; and the day on which the step
 * took place.
 * @throws DomainError `invalid` naming the question that wants mending
 */
export function checkAnswers(
  filled: Filled,
  situation: Situation,
  calendar: Calendar,
): { answers: Answers; on: string } {
  const { step, outcome, today } = filled;
  const answers: Answers = {};
  let on = filled.talkOn ?? today;
  for (const question of step.questions) {
    const value = filled.answers[question.id];
    if (empty(value)) {
      const asked =
        !question.when || holdsTrue(question.when, { ...situation, draft: { step: step.id, answers } });
      const required = question.required && outcome.then !== 'close' && asked;
      if (required || outcome.needs.includes(question.id))
        throw new DomainError('invalid', `Vul nog in: ${question.label}`, question.id);
      continue;
    }
    const parsed = shapeOf(question).safeParse(value);
    if (!parsed.success) {
      throw new DomainError('invalid', `${question.label}: ${parsed.error.issues[0]!.message}.`, question.id);
    }
    if (question.type === 'date') {
      const date = parsed.data as string;
      if (question.happened) on = tookPlace(question, date, today);
      else inWindow(question, date, on, situation, calendar);
    }
    answers[question.id] = parsed.data;
  }
  const dated = step.questions.find((q) => q.type === 'date' && q.happened);
  return { answers: dated ? { [dated.id]: on, ...answers } : answers, on };
}

type DateQuestion = Extract<Question, { type: 'date' }>;

function tookPlace(question: DateQuestion, date: string, today: string): string {
  if (date <= today) return date;
  const message = `${question.label}: deze dag moet nog komen. Kies de dag waarop het was.`;
  throw new DomainError('invalid', message, question.id);
}

/** An appointment lies within its bounds; where these hold no school day, on the first one after them. */
function inWindow(
  question: DateQuestion,
  date: string,
  on: string,
  { protocol }: Situation,
  calendar: Calendar,
): void {
  const { within } = question;
  const from = within && amountOf(within.from, protocol);
  const to = within && amountOf(within.to, protocol);
  if (from === undefined || to === undefined) return;
  const add = (day: string, n: number) =>
    within!.unit === 'days' ? calendar.addDays(day, n) : calendar.addSchoolDays(day, n);
  const first = from === 1 && within!.unit === 'schooldays' ? calendar.addDays(on, 1) : add(on, from);
  const school = calendar.onOrAfter(first);
  const last = school > add(on, to) ? school : add(on, to);
  if (first <= date && date <= last) return;
  const message = `${question.label}: kies een dag van ${calendar.say(first)} tot en met ${calendar.say(last)}.`;
  throw new DomainError('invalid', message, question.id);
}
