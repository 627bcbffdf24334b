/** The questions of a step: its form, on a card and in the tab, is made from these. */
import { z } from 'zod/v4';
import { limits } from '../limits.ts';
import { Condition } from './conditions.ts';
import { Amount, Role, name } from './names.ts';

const asked = {
  id: name,
  label: z.string(),
  hint: z.string().optional(),
  /** Whether the step can't be done without an answer. Ask no more than the protocol needs: two minutes, on a phone. */
  required: z.boolean().default(false),
  /** Asked, and so required, only when this holds; it may look at questions before it in the same step. */
  when: Condition.optional(),
};
const choices = z.array(z.strictObject({ id: name, label: z.string() })).min(2);

export const Question = z.discriminatedUnion('type', [
  z.strictObject({ ...asked, type: z.literal('line') }),
  z.strictObject({ ...asked, type: z.literal('text') }),
  z.strictObject({ ...asked, type: z.literal('yesno') }),
  z.strictObject({ ...asked, type: z.literal('choice'), choices }),
  /** Several choices at once. */
  z.strictObject({ ...asked, type: z.literal('choices'), choices }),
  /**
   * A date. `happened` marks the day on which the step took place, from which later deadlines count; left empty it is
   * the day on which the step is recorded. `within` bounds an appointment: from so many to so many days after the day
   * on which the step took place.
   */
  z.strictObject({
    ...asked,
    type: z.literal('date'),
    happened: z.boolean().default(false),
    within: z
      .strictObject({ from: Amount.default(1), to: Amount, unit: z.enum(['schooldays', 'days']) })
      .optional(),
  }),
  /** How safe the pupil feels, 0 to 10 (P9). */
  z.strictObject({ ...asked, type: z.literal('score') }),
  /** Pupils who get a role in the case by being chosen here. */
  z.strictObject({
    ...asked,
    type: z.literal('pupils'),
    role: Role,
    max: z.int().min(1).max(limits.pupilsInAnswer).default(8),
  }),
  /** Agreements, one on a line: who does what by when (P10). The case keeps them together. */
  z.strictObject({ ...asked, type: z.literal('agreements') }),
  /** With which functions it was discussed; `all`: with each of them, else with one at least. */
  z.strictObject({
    ...asked,
    type: z.literal('consult'),
    with: z.array(name).min(1),
    all: z.boolean().default(false),
  }),
]);
export type Question = z.infer<typeof Question>;
