/** The school year: its cycle (K21, M12, Z10–Z12), the first figures (A7) and its turn (P21). */
import { z } from 'zod/v4';
import { Due } from './common.ts';

const YearStep = z.object({
  key: z.string(),
  title: z.string(),
  why: z.string(),
  /** Who does it, by function. */
  who: z.string(),
  /** `later`: it has not opened yet; `missed`: its day was over before anybody could be asked. */
  state: z.enum(['done', 'late', 'open', 'later', 'skipped', 'lapsed', 'missed']),
  due: Due.optional(),
  /** YYYY-MM-DD: when it opens, for one that is still to come. */
  opens: z.string().optional(),
  /** The day on which it was done or left out, and in which function. */
  on: z.string().optional(),
  by: z.string().optional(),
});
export type YearStep = z.infer<typeof YearStep>;

export const YearView = z.object({
  /** The school years there are, newest first: 2026 is 2026-2027. */
  years: z.array(z.number()),
  year: z.number(),
  /** Whether the protocol asks anything of a school year. */
  planned: z.boolean(),
  /** In charge of the year, by function. */
  lead: z.string().optional(),
  /** The case of the year, for whoever may see it. */
  case: z.string().optional(),
  /** By month, YYYY-MM, from August; those without a date are last, without a month. */
  months: z.array(z.object({ month: z.string().optional(), steps: z.array(YearStep) })),
});
export type YearView = z.infer<typeof YearView>;

/** `few`: a small one, or one by which a small one could be reckoned; which is not told. */
const Count = z.union([z.number(), z.literal('few')]);
export type Count = z.infer<typeof Count>;
const Row = z.object({ label: z.string(), count: Count });
export type Row = z.infer<typeof Row>;
const Middle = z.object({ median: z.number(), of: z.number() }).optional();

/** The figures of a school year, without names (A7). */
export const YearFigures = z.object({
  year: z.number(),
  /** Whether small counts are shown. */
  open: z.boolean(),
  /** A count under this is hidden from most. */
  smallest: z.number(),
  reports: Count,
  cases: Count,
  months: z.array(z.object({ month: z.string(), reports: Count, cases: Count })),
  behaviours: z.array(Row),
  places: z.array(Row),
  groups: z.array(Row),
  rounds: z.array(Row),
  /** Days. */
  firstTalk: Middle,
  close: Middle,
  steps: z.object({ inTime: Count, late: Count }),
  safety: z.object({ start: z.number(), end: z.number(), of: z.number() }).optional(),
});
export type YearFigures = z.infer<typeof YearFigures>;

/** Open cases that would pass on to somebody else (P21); no pupil's name. */
export const YearTurn = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      /** The pupil's group now, where it is another than the case's. */
      group: z.string().optional(),
      was: z.string().optional(),
      from: z.string().optional(),
      /** Absent where only the group changes. */
      to: z.string().optional(),
    }),
  ),
});
export type YearTurn = z.infer<typeof YearTurn>;

export const TurnBody = z.strictObject({});
/** How many are asked to take a case over. */
export const Turned = z.object({ asked: z.number() });
export type Turned = z.infer<typeof Turned>;

/** Who had better not be placed together in the new groups; only for the coordinator. */
export const ApartList = z.object({
  advice: z.array(
    z.object({
      case: z.string(),
      number: z.string(),
      who: z.string(),
      not: z.string(),
      because: z.string().optional(),
    }),
  ),
});
export type ApartList = z.infer<typeof ApartList>;
