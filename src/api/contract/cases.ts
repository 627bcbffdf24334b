/** The lists of cases. */
import { z } from 'zod/v4';
import { Charge, Due } from './common.ts';

/** One line of the list of open cases (A4). No pupil's name: a screen is seen by others too. */
export const CaseLine = z.object({
  id: z.string(),
  number: z.string(),
  group: z.string().optional(),
  step: z.string().optional(),
  lead: Charge,
  due: Due.optional(),
  late: z.boolean(),
  round: z.number(),
  reports: z.number(),
});
export type CaseLine = z.infer<typeof CaseLine>;

export const CaseList = z.object({
  /** YYYY-MM-DD in the school's zone */
  today: z.string(),
  cases: z.array(CaseLine),
  /** For the coordinator: messages that could not be delivered, newest first, at most 20. */
  undelivered: z.array(
    z.object({
      /** ISO instant */
      at: z.string(),
      number: z.string().optional(),
      to: z.string(),
      reason: z.string(),
    }),
  ),
});
export type CaseList = z.infer<typeof CaseList>;
