/** The school's protocol, to be read by everybody on the staff (K20, K22, M12, Z11). */
import { z } from 'zod/v4';

const texts = z.array(z.string());
const Named = z.object({ id: z.string(), title: z.string() });

/** A step in words. */
const StepText = Named.extend({
  why: z.string(),
  how: texts,
  who: z.string(),
  /** What opens it. */
  opens: z.string(),
  /** By when, each rule a line; `own`: by an agreement of the school's own. */
  due: z.array(z.object({ text: z.string(), own: z.boolean() })),
  /** The step itself is an agreement of the school's own. */
  own: z.boolean(),
  /** What else goes for it: held apart, left out, put off. */
  notes: texts,
  questions: z.array(z.object({ label: z.string(), more: texts })),
  outcomes: z.array(z.object({ label: z.string(), more: texts })),
  tells: z.array(z.object({ to: z.string(), when: z.string(), says: z.string() })),
  /** What is noted in the pupil tracking system, and which parents hear. */
  registers: texts,
  parents: z.string().optional(),
});
export type StepText = z.infer<typeof StepText>;

const FlowNode = Named.extend({
  /** A step, one that holds nothing up, or a moment such as the report. */
  look: z.enum(['step', 'side', 'moment']),
  who: z.string().optional(),
  /** On the way that every case goes. */
  usual: z.boolean(),
});
export type FlowNode = z.infer<typeof FlowNode>;
const FlowEdge = z.object({
  from: z.string(),
  to: z.string(),
  label: z.string().optional(),
  dashed: z.boolean(),
});
export type FlowEdge = z.infer<typeof FlowEdge>;

export const ProtocolView = z.object({
  school: z.string(),
  title: z.string(),
  version: z.number(),
  /** The pupil tracking system, as staff call it. */
  lvs: z.string(),
  /** Who is in charge first, why, and who takes over sometimes. */
  lead: z.object({ first: z.string(), because: z.string().optional(), others: texts }),
  /** Of the document itself; days as YYYY-MM-DD (Z11). */
  about: z.object({
    responsible: z.string(),
    drawnUp: z.string().optional(),
    evaluated: z.string().optional(),
    discussedInMr: z.string().optional(),
  }),
  /** The next evaluation (Z11); absent where the protocol asks for none. */
  evaluation: z
    .object({ state: z.enum(['late', 'now', 'later', 'done']), by: z.string().optional() })
    .optional(),
  definition: z.string(),
  behaviours: z.array(z.object({ label: z.string(), hint: z.string().optional() })),
  signals: z.object({ school: texts, home: texts }),
  parts: z.array(z.object({ title: z.string(), steps: z.array(StepText) })),
  flow: z.object({ nodes: z.array(FlowNode), edges: z.array(FlowEdge) }),
  /** The school's own agreements, where the source sets none. `value`: in words. */
  norms: z.array(Named.extend({ value: z.string(), changed: z.boolean() })),
  /** What happens when a step is late. */
  reminders: texts,
  /** What Meldpunt notices across cases, and to whom it says so. */
  notices: z.array(z.object({ to: z.string(), says: z.string() })),
  topics: z.array(
    Named.extend({
      from: z.string(),
      text: texts,
      links: z.array(
        z.object({ title: z.string(), url: z.string().optional(), phone: z.string().optional() }),
      ),
      /** Other words by which people ask for it. */
      words: texts,
    }),
  ),
  staff: z.array(
    z.object({
      title: z.string(),
      held: z.array(z.object({ place: z.string().optional(), names: texts })),
    }),
  ),
  /** Functions without a holder, in sentences. */
  gaps: texts,
});
export type ProtocolView = z.infer<typeof ProtocolView>;

/** The versions that the school has had, newest first. `current`: new cases open on it. */
export const ProtocolVersions = z.object({
  versions: z.array(z.object({ version: z.number(), current: z.boolean() })),
});
export type ProtocolVersions = z.infer<typeof ProtocolVersions>;

/** What two versions differ in, in words; `then`: what that means for a case that moves over. */
export const ProtocolDifference = z.object({
  from: z.number(),
  to: z.number(),
  parts: z.array(
    z.object({ heading: z.string(), changes: z.array(z.object({ what: z.string(), then: z.string() })) }),
  ),
});
export type ProtocolDifference = z.infer<typeof ProtocolDifference>;
