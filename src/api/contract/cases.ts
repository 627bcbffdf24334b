/** The lists of cases. */
import { z } from 'zod/v4';
import { Charge, Due } from './common.ts';

/** By what a case asks: something of who looks, today; a step is late; one comes within a week; nothing yet. */
export const ASKS = ['now', 'late', 'soon', 'later'] as const;

/** One line of the list of open cases (A4). No pupil's name: a screen is seen by others too. */
export const CaseLine = z.object({
  id: z.string(),
  number: z.string(),
  /** Of the gepeste, where the school chose so. */
  initials: z.string().optional(),
  group: z.string().optional(),
  /** The kernteam of that group. */
  team: z.string().optional(),
  /** The most urgent of the open steps. */
  step: z.string().optional(),
  lead: Charge.extend({ person: z.string().optional() }),
  due: Due.optional(),
  late: z.boolean(),
  asks: z.enum(ASKS),
  /** Whether it asks something of who looks, or is theirs. */
  mine: z.boolean(),
  round: z.number(),
  reports: z.number(),
  /** What was reported, in the order of the protocol. */
  behaviours: z.array(z.object({ id: z.string(), label: z.string() })),
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
      /** A person or the channel; absent for what Meldpunt does by itself. */
      to: z.string().optional(),
      reason: z.string(),
    }),
  ),
});
export type CaseList = z.infer<typeof CaseList>;

export const ClosedLine = z.object({
  id: z.string(),
  number: z.string(),
  group: z.string().optional(),
  /** YYYY-MM-DD */
  opened: z.string(),
  closed: z.string(),
  /** How it ended, in words. */
  outcome: z.string().optional(),
});
export type ClosedLine = z.infer<typeof ClosedLine>;

/** A page of the cases that closed in one school year, newest first. */
export const ClosedList = z.object({
  /** The school years there are, newest first: 2026 is 2026-2027. */
  years: z.array(z.number()),
  year: z.number(),
  /** Those that who looks may see, over all pages. */
  total: z.number(),
  from: z.number(),
  cases: z.array(ClosedLine),
  /** Where the next page begins. */
  next: z.number().optional(),
});
export type ClosedList = z.infer<typeof ClosedList>;
