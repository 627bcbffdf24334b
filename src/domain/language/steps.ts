/** A step of a protocol: what opens it, who does it, by when, what it asks, how it can end and what follows. */
import { z } from 'zod/v4';
import { limits } from '../limits.ts';
import { Condition } from './conditions.ts';
import { DueRule } from './due.ts';
import { Amount, DayOfYear, Role, name, oneOrMore, rows } from './names.ts';
import { Question } from './questions.ts';

/**
 * What makes a step open:
 * - `report`: the report that opens the case; `second-report`: each later report, once;
 * - `round`: each new round; `closing`: the case was closed;
 * - `hand`: nobody is asked; whoever may do it can do it at any time while the case is open, as often as it happens;
 * - `after`: all of these steps (of the same round) are done or left out; with `outcome`: each was done with it. A step
 *   held with each participant follows the one before it with that same participant;
 * - `suggestion`: the system noticed something across cases and puts it to people (K12, P7, K15);
 * - `day`: that day of the school year; `vacation`: around a vacation of so many days or more (P23);
 * - `when`: the case comes to be so, by answers of the same round; `any`, `all`: of these openings.
 */
export type Opening =
  | 'report'
  | 'second-report'
  | 'round'
  | 'closing'
  | 'hand'
  | { after: string[]; outcome?: string[] }
  | { suggestion: string }
  | { day: string }
  | { vacation: Amount; on: 'before' | 'after' }
  | { when: Condition }
  | { any: Opening[] }
  | { all: Opening[] };
export const Opening: z.ZodType<Opening> = z
  .lazy(() =>
    z.union([
      z.enum(['report', 'second-report', 'round', 'closing', 'hand']),
      z.strictObject({ after: oneOrMore(name), outcome: oneOrMore(name).optional() }),
      z.strictObject({ suggestion: name }),
      z.strictObject({ day: DayOfYear }),
      z.strictObject({ vacation: Amount, on: z.enum(['before', 'after']) }),
      z.strictObject({ when: Condition }),
      z.strictObject({ any: z.array(Opening).min(1) }),
      z.strictObject({ all: z.array(Opening).min(1) }),
    ]),
  )
  .meta({ id: 'Opening' });

/** How a step can end. */
export const Outcome = z.strictObject({
  id: name,
  rows,
  /** Stands on a button. */
  label: z.string().max(limits.button, `te lang voor een knop: hooguit ${limits.button} tekens`),
  /**
   * `next`: on to what the end of this step opens. `round`: that, and a new round begins. `again`: this step once more
   * (the next of its `repeats`). `close`: the case closes. `reopen`: a closed case opens again (A5). `separate`: the later
   * report that opened this step becomes a case of its own (P6).
   */
  then: z.enum(['next', 'round', 'again', 'close', 'reopen', 'separate']).default('next'),
  /** Questions that must be answered with this outcome, beside those that are always required. */
  needs: z.array(name).default([]),
  /** This outcome can be chosen only when this holds, the answers just given included. */
  when: Condition.optional(),
  /** Only these functions may choose it (P9: close below the school's bound); `when`: only then. */
  reserved: z
    .strictObject({ to: z.array(name).min(1), when: Condition.optional(), norm: name.optional() })
    .optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/** Who hears something: a function, the lead, the reporter, everyone of the group's team, all staff, or the function for a role's group (the mentor of the pester). */
export const Hearer = z.union([
  z.enum(['lead', 'reporter', 'team', 'staff']),
  name,
  z.strictObject({ function: name, of: Role }),
]);
export type Hearer = z.infer<typeof Hearer>;

/** Whom to tell, and what, when a step opens or is done. Private messages; no names in them. */
export const Tell = z.strictObject({
  rows,
  to: oneOrMore(Hearer),
  at: z.enum(['opened', 'done']).default('done'),
  outcome: oneOrMore(name).optional(),
  when: Condition.optional(),
  says: z.string(),
});
export type Tell = z.infer<typeof Tell>;

/** What is noted in the pupil tracking system after a step: at whom, by whom, under which heading. */
export const Registration = z.strictObject({
  rows,
  for: oneOrMore(Role),
  /** `doer`: whoever did the step. */
  by: z.union([z.literal('doer'), z.literal('lead'), name]).default('doer'),
  heading: z.string(),
  outcome: oneOrMore(name).optional(),
  when: Condition.optional(),
});
export type Registration = z.infer<typeof Registration>;

/** Moments after the due date, in school days, at which another function hears that a step is late. */
export const Rung = z.strictObject({ after: z.int().min(1).max(60), to: name });
export const Reminders = z.strictObject({
  rows,
  /** School days after the due date on which the one in charge is asked again (A3). */
  again: z.int().min(1).max(60).default(1),
  /** Who hears it next, and when. Left out: the coordinator after 2 school days, the function above it after 5. */
  escalate: z.array(Rung).min(1).optional(),
  /** School days between the last rung and each one after it. */
  every: z.int().min(1).max(60).default(5),
});
export type Reminders = z.infer<typeof Reminders>;

export const Step = z.strictObject({
  id: name,
  /** A step is named by a row id in scenarios when no other step has that row. */
  rows,
  /** The norm of the school that asks for this step where the source does not; off: the step is not there. */
  norm: name.optional(),
  title: z.string(),
  /** Why this step, in one or two sentences. */
  why: z.string(),
  /** How to do it: shown folded. */
  how: z.array(z.string()).default([]),
  opens: Opening,
  /** Beside what opens it: it is there only when this holds. */
  when: Condition.optional(),
  /** Who does it: the lead, or a function. */
  by: z.union([z.literal('lead'), name]).default('lead'),
  /** Functions that may do it too (K5). */
  also: z.array(name).default([]),
  /** Nobody else may do it, the coordinator included: a decision of that function's own. */
  reserved: z.boolean().default(false),
  /** One instance for each participant in one of these roles, each apart (K10, S2). */
  each: oneOrMore(Role).optional(),
  due: z.union([DueRule.transform((rule) => [rule]), z.array(DueRule)]).default([]),
  /** By when it is done the second time, the third and so on, for outcomes that say `again`. The last one repeats when `forever`. */
  repeats: z
    .strictObject({ rows, due: z.array(DueRule).min(1), forever: z.boolean().default(false) })
    .optional(),
  /** A side track holds nothing up (S8): with only such steps open a case has no next step, and its lead hears so. */
  side: z.boolean().default(false),
  /** Whether it may be left out, with a reason (K15). */
  skip: z.boolean().default(true),
  /** School days past its date to which it may be postponed, with a reason; 0: not. */
  postpone: Amount.optional(),
  /** An open one lapses, without anybody's doing, when this holds or when a new round begins. */
  lapses: z.union([z.literal('round'), Condition]).optional(),
  /** Parents to inform: the step is not done before each contact, or why not, is recorded (M9). */
  parents: z
    .strictObject({
      rows,
      of: oneOrMore(Role),
      outcome: oneOrMore(name).optional(),
      when: Condition.optional(),
    })
    .optional(),
  questions: z.array(Question).default([]),
  outcomes: z.array(Outcome).min(1),
  tells: z.array(Tell).default([]),
  registers: z.array(Registration).default([]),
  reminders: Reminders.optional(),
});
export type Step = z.infer<typeof Step>;
