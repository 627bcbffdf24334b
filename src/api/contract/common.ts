/** What the shapes of the contract share. The tab imports this folder: zod only. */
import { z } from 'zod/v4';

export const Due = z.object({
  /** YYYY-MM-DD */
  from: z.string().optional(),
  by: z.string(),
  /** Why then, in Dutch (A2). */
  why: z.string(),
});
export type Due = z.infer<typeof Due>;

/** In which function, and who it is where that is known. */
export const Charge = z.object({ function: z.string(), name: z.string().optional() });
export type Charge = z.infer<typeof Charge>;

/** One answered question, ready to show. */
export const LabelledFact = z.object({ label: z.string(), value: z.string() });

/** The one error shape of the API. `field`: the input of a form that it is about. */
export const ApiError = z.object({ code: z.string(), message: z.string(), field: z.string().optional() });
export type ApiError = z.infer<typeof ApiError>;

/**
 * The header that a form is sent with: `{day}.{uuid}`, made when the form opens. It counts once: what comes again with
 * the same key changes nothing and gets the first answer.
 */
export const FORM_HEADER = 'idempotency-key';

export const Me = z.object({
  id: z.string(),
  name: z.string(),
  functions: z.array(z.string()),
  school: z.string(),
  /** YYYY-MM-DD in the school's zone. */
  today: z.string(),
  /** Whether this person sets up the school: the coordinator or an administrator. */
  configures: z.boolean(),
  /** Whether this person is the coordinator, who sees every case and the log. */
  coordinates: z.boolean(),
});
export type Me = z.infer<typeof Me>;
