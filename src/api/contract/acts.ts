/** What people do with a case beside finishing a step, and whom they choose for it. */
import { z } from 'zod/v4';
import { ContactSent } from './step.ts';

/** Characters that fit a line and a longer text: the same as in limits.ts. */
export const lengths = { line: 200, text: 2_000 } as const;

const id = z.string().min(1).max(400);
const line = z.string().max(10_000);
const text = z.string().max(10_000);
const day = z.string().max(10);
/** A pupil of the register by id, or a name that was typed. */
const who = z.union([z.strictObject({ pupil: id }), z.strictObject({ name: line })]);
/** Who was in charge, and who was asked, when the form was made: of two at once the second hears what the first did. */
const charge = { lead: z.string().max(100), asked: z.string().max(100) };
const because = text;
const step = id;

/** POST: one of these, once for each form. */
export const ActSent = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('step.later'), step, to: day, because }),
  z.strictObject({ act: z.literal('step.talk'), step, on: day, line }),
  z.strictObject({ act: z.literal('step.skip'), step, because }),
  z.strictObject({ act: z.literal('step.reopen'), step, because }),
  z.strictObject({ act: z.literal('step.parents'), step, contact: ContactSent }),
  /** `doer`, `person`: whose note it is, as the case gave them. */
  z.strictObject({ act: z.literal('step.register'), step, pupil: id, doer: id, person: id.optional() }),
  z.strictObject({ act: z.literal('case.note'), text }),
  z.strictObject({ act: z.literal('case.agree'), text }),
  z.strictObject({ act: z.literal('case.role'), who, role: z.string().max(20) }),
  z.strictObject({ act: z.literal('case.roleTaken'), who, role: z.string().max(20) }),
  z.strictObject({ act: z.literal('case.apart'), who, because }),
  z.strictObject({ act: z.literal('case.correct'), from: who, to: who }),
  z.strictObject({ act: z.literal('case.bar'), person: id, because }),
  z.strictObject({ act: z.literal('case.unbar'), person: id, because }),
  z.strictObject({ act: z.literal('case.reopen'), because }),
  z.strictObject({ act: z.literal('case.handover'), to: id, word: text, ...charge }),
  z.strictObject({ act: z.literal('case.answer'), accept: z.boolean(), because }),
  z.strictObject({ act: z.literal('case.help'), to: id, word: text }),
  z.strictObject({ act: z.literal('case.takeover'), because, ...charge }),
  /** `hash`: of the version that was previewed. */
  z.strictObject({ act: z.literal('case.version'), hash: id }),
]);
export type ActSent = z.infer<typeof ActSent>;

/** `due`: YYYY-MM-DD, of the step that it was about. */
export const ActDone = z.object({ due: z.string().optional() });
export type ActDone = z.infer<typeof ActDone>;

/** GET ?voor=: colleagues to choose from, the most likely first. */
export const Colleagues = z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) });
export type Colleagues = z.infer<typeof Colleagues>;

/** GET: what moving to the newest version of the protocol brings this case (A6). */
export const VersionPreview = z.object({
  from: z.number(),
  to: z.number(),
  hash: z.string(),
  /** What happens in this case at once. */
  now: z.array(z.string()),
  /** What differs between the versions, under headings. */
  differences: z.array(z.object({ heading: z.string(), lines: z.array(z.string()) })),
});
export type VersionPreview = z.infer<typeof VersionPreview>;
