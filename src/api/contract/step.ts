/** The form of a step, made from the protocol, and what is sent with it. */
import { z } from 'zod/v4';
import { Due, LabelledFact } from './common.ts';

/**
 * Whether something is asked, seen from the answers of the same form. What depends on the rest of the case is settled
 * by the server; `answer` and `answered` name a question of this form.
 */
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
const answer = z.string();
export const Rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.boolean(),
    z.object({ all: z.array(Rule) }),
    z.object({ any: z.array(Rule) }),
    z.object({ not: Rule }),
    z.object({ answered: answer }),
    z.object({ answer, is: z.union([z.string(), z.boolean()]) }),
    z.object({ answer, oneOf: z.array(z.string()) }),
    z.object({ answer, has: z.string() }),
    z.object({ answer, atLeast: z.number() }),
    z.object({ answer, below: z.number() }),
  ]),
);

const Choice = z.object({ id: z.string(), label: z.string() });
export const StepQuestion = z.object({
  id: z.string(),
  type: z.enum([
    'line',
    'text',
    'yesno',
    'choice',
    'choices',
    'date',
    'score',
    'pupils',
    'agreements',
    'consult',
  ]),
  /** With "(mag leeg)", or with which endings it is needed. */
  label: z.string(),
  hint: z.string().optional(),
  /** Whether no ending can do without. */
  required: z.boolean(),
  when: Rule,
  choices: z.array(Choice),
  /** Characters of a text, or of each line; how many can be chosen. */
  max: z.number(),
  /** A day that has been: today stands there before anything is typed, or the day that was noted, YYYY-MM-DD. */
  past: z.object({ noted: z.string().optional() }).optional(),
});
export type StepQuestion = z.infer<typeof StepQuestion>;

export const StepForm = z.object({
  /** By what it is sent. */
  step: z.string(),
  title: z.string(),
  why: z.string(),
  how: z.array(z.string()),
  for: z.string().optional(),
  due: Due.optional(),
  /** What became of it, where it is not open (any more); then there is nothing to fill in. */
  became: z.string().optional(),
  /** What was noted briefly before (P19): when, and how it went. */
  talk: z.string().optional(),
  /** The reports that it is about. */
  stories: z.array(z.object({ head: z.string(), text: z.string(), facts: z.array(LabelledFact) })),
  /** Pupils whose parents are still to be told (M9), and with which endings. */
  parents: z.array(z.object({ key: z.string(), name: z.string() })),
  parentsWhen: Rule,
  parentsWith: z.array(z.string()).optional(),
  questions: z.array(StepQuestion),
  outcomes: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      when: Rule,
      /** In words, where it is not always. */
      only: z.string().optional(),
    }),
  ),
});
export type StepForm = z.infer<typeof StepForm>;

const key = z.string().min(1).max(400);
export const ContactSent = z.strictObject({
  of: key,
  how: z.enum(['phone', 'talk', 'appointment', 'mail', 'letter', 'other']),
  reached: z.boolean(),
  because: z.string().max(10_000).optional(),
});
export type ContactSent = z.infer<typeof ContactSent>;

export const StepAnswer = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).max(100)]);
export type StepAnswer = z.infer<typeof StepAnswer>;

/** POST: a step is done. What is too long or not asked is told by the server, at its question. */
export const StepSent = z.strictObject({
  step: key,
  outcome: z.string().max(60),
  answers: z.record(z.string().max(60), StepAnswer),
  contacts: z.array(ContactSent).max(20),
  /** Of the form since it opened: with each attempt to send it, the same contacts count once. */
  opened: z.uuid(),
});
export type StepSent = z.infer<typeof StepSent>;

/** What was done and what comes next. */
export const StepDone = z.object({
  /** Of the case. */
  number: z.string(),
  step: z.string(),
  title: z.string(),
  outcome: z.string(),
  closed: z.boolean(),
  next: z.array(z.object({ title: z.string(), by: z.string().optional(), why: z.string().optional() })),
});
export type StepDone = z.infer<typeof StepDone>;
