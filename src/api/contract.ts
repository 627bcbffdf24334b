/** The shapes that the tab and the server share. Imports zod only, so the tab can import it. */
import { z } from 'zod/v4';

const due = z.object({
  from: z.string().optional(),
  /** YYYY-MM-DD */
  by: z.string(),
  /** Why then, in Dutch (A2). */
  why: z.string(),
});

export const Me = z.object({
  id: z.string(),
  name: z.string(),
  functions: z.array(z.string()),
  school: z.string(),
});
export type Me = z.infer<typeof Me>;

/** In which function, and who it is where that is known. */
const charge = z.object({ function: z.string(), name: z.string().optional() });

/** One line of the list of open cases (A4). No pupil's name: a screen is seen by others too. */
export const CaseLine = z.object({
  id: z.string(),
  number: z.string(),
  group: z.string().optional(),
  step: z.string().optional(),
  lead: charge,
  due: due.optional(),
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

/** One answered question, ready to show. */
const fact = z.object({ label: z.string(), value: z.string() });

export const CaseView = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(['open', 'closed']),
  protocol: z.string(),
  /** The year in which it began: this is the case of a school year's own steps, without pupils. */
  schoolYear: z.number().optional(),
  group: z.string().optional(),
  round: z.number(),
  lead: charge,
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
      due: due.optional(),
      late: z.boolean(),
      /** The source does not ask for this step: an agreement of the school's own. */
      norm: z.boolean(),
      /** Pupils whose parents must still be told before the step is done. */
      parents: z.array(z.string()),
    }),
  ),
  /** Who was asked to take the case over, and has not answered. */
  handover: charge.optional(),
  helpers: z.array(charge),
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
      facts: z.array(fact),
      kind: z.enum(['report', 'step', 'reminder', 'escalation', 'closed', 'reopened', 'other']),
    }),
  ),
});
export type CaseView = z.infer<typeof CaseView>;

/** The one error shape of the API. */
export const ApiError = z.object({ code: z.string(), message: z.string() });
export type ApiError = z.infer<typeof ApiError>;

/**
 * GET /api/me → Me · GET /api/cases → CaseList · GET /api/cases/:id → CaseView.
 * Each wants `Authorization: Bearer <Teams SSO token>`; refusals are ApiError with 401, 403 or 404.
 */
export const routes = {
  me: '/api/me',
  cases: '/api/cases',
  case: (id: string) => `/api/cases/${encodeURIComponent(id)}`,
} as const;
