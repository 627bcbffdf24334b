/** By when: deadlines, windows and what they count from. */
import { z } from 'zod/v4';
import { Condition } from './conditions.ts';
import { Amount, DayOfYear, name, oneOrMore, rows } from './names.ts';

/**
 * What a date counts from: the report, the day the step opened, the day a step took place, a date that was answered,
 * the day the case closed, or a day of the school year.
 */
export const Anchor = z.union([
  z.literal('report'),
  z.literal('opened'),
  z.literal('closed'),
  z.strictObject({ step: name }),
  z.strictObject({ answer: z.string() }),
  z.strictObject({ day: DayOfYear }),
]);
export type Anchor = z.infer<typeof Anchor>;

const base = {
  rows,
  when: Condition.optional(),
  /** The norm of the school that sets this date where the source sets none; off: there is no date. */
  norm: name.optional(),
};
/** The first rule whose `when` holds, and whose start is known, counts. */
export const DueRule = z.union([
  z.strictObject({
    ...base,
    within: Amount,
    unit: z.enum(['schooldays', 'days']),
    from: Anchor,
    /** Where a closed day moves it: to the first school day after (the default), or the last one before. */
    roll: z.enum(['after', 'before']).default('after'),
  }),
  z.strictObject({
    ...base,
    /** Calendar days, from and to. */
    window: z.tuple([Amount, Amount]),
    from: Anchor,
    /** Never before these days. While a step named here has not taken place the window waits and nothing is reminded. */
    notBefore: oneOrMore(Anchor).default([]),
  }),
  z.strictObject({ ...base, on: Anchor }),
]);
export type DueRule = z.infer<typeof DueRule>;
