/** One case, whole. */
import { z } from 'zod/v4';
import { Charge, Due, LabelledFact } from './common.ts';

export const CaseView = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(['open', 'closed']),
  protocol: z.string(),
  /** The year in which it began: this is the case of a school year's own steps, without pupils. */
  schoolYear: z.number().optional(),
  group: z.string().optional(),
  round: z.number(),
  lead: Charge,
  participants: z.array(
    z.object({ name: z.string(), group: z.string().optional(), roles: z.array(z.string()) }),
  ),
  openSteps: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      why: z.string(),
      how: z.array(z.string()),
      /** The pupil with whom this step is held, apart. */
      for: z.string().optional(),
      due: Due.optional(),
      late: z.boolean(),
      /** The source does not ask for this step: an agreement of the school's own. */
      norm: z.boolean(),
      /** Pupils whose parents must still be told before the step is done. */
      parents: z.array(z.string()),
    }),
  ),
  /** Who was asked to take the case over, and has not answered. */
  handover: Charge.optional(),
  helpers: z.array(Charge),
  /** YYYY-MM-DD: no step has a date, and the case is looked at again then. */
  waitsUntil: z.string().optional(),
  /** The newest last; `at` is an ISO instant. */
  agreements: z.array(z.object({ at: z.string(), what: z.string() })),
  /** How parents were told, or why not; the newest last, `at` is an ISO instant. */
  parentContacts: z.array(z.object({ at: z.string(), who: z.string(), pupil: z.string(), text: z.string() })),
  /** What is still to be entered in the pupil tracking system, by its name. */
  lvs: z.string(),
  registrations: z.array(z.object({ heading: z.string(), pupil: z.string(), function: z.string() })),
  /** Newest last. */
  chronology: z.array(
    z.object({
      /** ISO instant */
      at: z.string(),
      /** Who: "Mila de Boer (mentor)" or "Meldpunt". */
      who: z.string(),
      text: z.string(),
      facts: z.array(LabelledFact),
      kind: z.enum(['report', 'step', 'reminder', 'escalation', 'closed', 'reopened', 'other']),
    }),
  ),
});
export type CaseView = z.infer<typeof CaseView>;
