/** A report from the tab: the same form as the chat's (P1, P2, P4), and what becomes of it. */
import { z } from 'zod/v4';

const Choices = z.array(z.object({ title: z.string(), value: z.string() }));

/** What the form asks and says. A text may have **bold** in it. */
export const ReportForm = z.object({
  /** What bullying is and what teasing, and what points to it. */
  definition: z.string(),
  signals: z.object({ school: z.array(z.string()), home: z.array(z.string()) }),
  behaviours: z.array(z.object({ id: z.string(), label: z.string(), hint: z.string() })),
  sources: Choices,
  unsure: Choices,
  parts: Choices,
  threes: z.array(z.object({ id: z.enum(['often', 'onPurpose', 'unequal', 'beyond']), label: z.string() })),
  /** How much of a text fits, and how many pupils. */
  limits: z.object({
    story: z.number(),
    text: z.number(),
    line: z.number(),
    targets: z.number(),
    involved: z.number(),
  }),
  /** When it can't wait: whom to call beside 112, when a report is read, and what needs another way. */
  urgent: z.object({
    call: z.array(z.object({ who: z.string(), phone: z.string() })),
    whenRead: z.string(),
    pages: z.array(
      z.object({
        id: z.string(),
        button: z.string(),
        title: z.string(),
        call: z.array(z.string()),
        lines: z.array(z.string()),
        report: z.boolean(),
      }),
    ),
    /** Whom else to call when words point to danger to life. */
    danger: z.array(z.string()),
  }),
});
export type ReportForm = z.infer<typeof ReportForm>;

/** A pupil of the register, or a name as it was typed. */
const Whom = z.union([z.strictObject({ pupil: z.string() }), z.strictObject({ name: z.string() })]);
export type Whom = z.infer<typeof Whom>;
const choice = z.string().optional();

/** What was filled in; how long and which values is for the server to say, in words for whoever typed it. */
export const ReportBody = z.strictObject({
  about: z.array(Whom),
  story: z.string(),
  source: choice,
  happened: choice,
  safe: choice,
  pupilKnows: choice,
  doneSoFar: choice,
  where: choice,
  behaviours: z.array(z.string()),
  involved: z.array(z.strictObject({ who: Whom, part: z.string() })),
  often: choice,
  onPurpose: choice,
  unequal: choice,
  beyond: choice,
  toldBy: choice,
  /** Who typed it saw whom to call now: the words are not asked about again (P2). */
  warned: z.boolean(),
});
export type ReportBody = z.infer<typeof ReportBody>;

export const ReportAnswer = z.union([
  /** Nothing was sent: words point to danger to life. */
  z.object({ danger: z.literal(true) }),
  z.object({
    receipts: z.array(
      z.object({
        number: z.string(),
        lead: z.object({ function: z.string(), name: z.string().optional() }),
        next: z.object({ title: z.string(), by: z.string().optional(), why: z.string().optional() }),
      }),
    ),
    /** The pupil is not safe now: show whom to call. */
    unsafe: z.boolean(),
  }),
]);
export type ReportAnswer = z.infer<typeof ReportAnswer>;

/** Found while typing: the own groups first. */
export const PupilsFound = z.object({
  pupils: z.array(z.object({ id: z.string(), name: z.string(), group: z.string() })),
});
export type PupilsFound = z.infer<typeof PupilsFound>;
