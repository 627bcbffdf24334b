/** The log: who saw or changed what, what did not arrive, what the watchdog found. */
import { z } from 'zod/v4';

export const logKinds = ['gezien', 'veranderd', 'ingesteld'] as const;

export const LogPage = z.object({
  lines: z.array(
    z.object({
      /** ISO instant. */
      at: z.string(),
      who: z.string(),
      kind: z.enum(logKinds),
      what: z.string(),
      case: z.object({ id: z.string(), number: z.string() }).optional(),
    }),
  ),
  total: z.number(),
  page: z.number(),
  pages: z.number(),
  /** YYYY-MM-DD: the period that is shown. */
  from: z.string(),
  to: z.string(),
  /** Whether there are more cases than one look reads: then ask by number. */
  cut: z.boolean(),
  persons: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type LogPage = z.infer<typeof LogPage>;

export const Health = z.object({
  undelivered: z.array(
    z.object({
      id: z.string(),
      /** ISO instant. */
      at: z.string(),
      number: z.string().optional(),
      /** A person or the channel; absent for what Meldpunt does by itself. */
      to: z.string().optional(),
      reason: z.string(),
    }),
  ),
  /** How many messages and reminders are long past their time, and since when the first one is. */
  late: z.object({ count: z.number(), since: z.string() }).optional(),
  watch: z
    .object({
      /** Whether the look of the last school day is missing. */
      missed: z.boolean(),
      /** ISO instant. */
      at: z.string(),
      /** Cases that were looked at and are open still: like `wrong` of those that the reader may see. */
      cases: z.number(),
      wrong: z.array(z.object({ case: z.string(), number: z.string(), problems: z.array(z.string()) })),
    })
    .optional(),
});
export type Health = z.infer<typeof Health>;

export const AgainBody = z.strictObject({ id: z.string().min(1).max(200) });
export const Again = z.object({});
export type Again = z.infer<typeof Again>;
