/** One case, whole, for one person: what stands in it and what they can do with it. */
import { z } from 'zod/v4';
import { Charge, Due, LabelledFact } from './common.ts';

/** A pupil of the register by id, or a name that was typed. */
const Whom = z.union([z.object({ pupil: z.string() }), z.object({ name: z.string() })]);
export type Whom = z.infer<typeof Whom>;

export const CaseAct = z.enum([
  'case.note',
  'case.agree',
  'case.role',
  'case.apart',
  'case.correct',
  'case.bar',
  'case.unbar',
  'case.reopen',
  'case.handover',
  'case.help',
  'case.takeover',
]);
export type CaseAct = z.infer<typeof CaseAct>;
export const StepAct = z.enum(['step.later', 'step.talk', 'step.skip', 'step.parents']);
export type StepAct = z.infer<typeof StepAct>;

/** What became of a step; `undated`: done, without a date. `waits`: open, until another step has been. */
export const Became = z.enum(['in-time', 'late', 'undated', 'open', 'waits', 'skipped', 'lapsed', 'dropped']);
export type Became = z.infer<typeof Became>;

/** A step of the protocol in this case, or a moment beside the steps. */
const PathNode = z.object({
  id: z.string(),
  title: z.string(),
  /** `may`: it may follow. `moment`: not a step, such as the report. */
  state: z.enum(['done', 'open', 'late', 'skipped', 'may', 'moment']),
  /** What there is to tell about it, in sentences. */
  more: z.array(z.string()),
  /** It may come, but not right after what is open now. */
  far: z.boolean(),
});
export type PathNode = z.infer<typeof PathNode>;
const PathEdge = z.object({
  from: z.string(),
  to: z.string(),
  label: z.string().optional(),
  /** Whether the case went this way. */
  gone: z.boolean(),
});
export type PathEdge = z.infer<typeof PathEdge>;

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
  /** Who was in charge and who was asked when this was shown: sent with what changes it. */
  charge: z.object({ lead: z.string(), asked: z.string() }),
  participants: z.array(
    z.object({
      /** What it is sent by: a pupil of the register, or a name that was typed. */
      who: Whom,
      name: z.string(),
      group: z.string().optional(),
      roles: z.array(z.object({ id: z.string(), label: z.string() })),
    }),
  ),
  /** What this person can do with the case now. */
  acts: z.array(CaseAct),
  /** Steps that nobody is asked for and that this person can begin. */
  begin: z.array(z.object({ step: z.string(), title: z.string(), why: z.string() })),
  openSteps: z.array(
    z.object({
      key: z.string(),
      /** By what it stands in an address. */
      ref: z.string(),
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
      parents: z.array(z.object({ key: z.string(), name: z.string() })),
      /** What was noted briefly before (P19). */
      talk: z.string().optional(),
      /** Whether this person may do it. */
      mine: z.boolean(),
      /** Whose it is, where it is not theirs. */
      by: Charge.optional(),
      /** What this person can do with it beside doing it. */
      acts: z.array(StepAct),
      /** The last day to which it can be put off, YYYY-MM-DD. */
      last: z.string().optional(),
    }),
  ),
  /** Who was asked to take the case over, and has not answered. */
  handover: Charge.optional(),
  /** Whether it is the one who looks. */
  askedOfMe: z.boolean(),
  helpers: z.array(Charge),
  /** YYYY-MM-DD: no step has a date, and the case is looked at again then. */
  waitsUntil: z.string().optional(),
  /** The newest last; `at` is an ISO instant. */
  agreements: z.array(z.object({ at: z.string(), what: z.string() })),
  /** How parents were told, or why not; the newest last, `at` is an ISO instant. */
  parentContacts: z.array(z.object({ at: z.string(), who: z.string(), pupil: z.string(), text: z.string() })),
  /** What is still to be entered in the pupil tracking system, by its name. */
  lvs: z.string(),
  registrations: z.array(
    z.object({
      heading: z.string(),
      pupil: z.string(),
      function: z.string(),
      step: z.string(),
      stepTitle: z.string(),
      /** With the step, by which it is sent: the pupil, and whose it is. */
      key: z.string(),
      doer: z.string(),
      person: z.string().optional(),
      /** What to enter, ready to paste; it names no other pupil. */
      note: z.string(),
      /** Whether this person may say that it is there. */
      mine: z.boolean(),
    }),
  ),
  /** What the pupil said of safety and wishes (P9), the oldest first; `on` is YYYY-MM-DD. */
  voice: z.array(
    z.object({
      on: z.string(),
      step: z.string(),
      score: z.number().optional(),
      said: z.array(LabelledFact),
    }),
  ),
  /** Each step beside its date (conformance), the oldest first. */
  steps: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      for: z.string().optional(),
      round: z.number(),
      became: Became,
      due: Due.optional(),
      on: z.string().optional(),
      lateBy: z.number(),
      because: z.string().optional(),
      /** How it ended. */
      outcome: z.string().optional(),
      /** Whether this person can open it again. */
      reopens: z.boolean(),
    }),
  ),
  /** The protocol's path through this case: what was done, what is open, what may follow. */
  path: z.object({ nodes: z.array(PathNode), edges: z.array(PathEdge) }),
  /** For the coordinator: the newer version of the protocol that the case can move to (A6). */
  newer: z.number().optional(),
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
      /** Whether it was with people, or something was decided; what a filter shows. */
      about: z.enum(['talk', 'decision']).optional(),
    }),
  ),
});
export type CaseView = z.infer<typeof CaseView>;

/** GET: the other cases of those who have to do with this one, as far as this person may see them. */
export const CaseLinks = z.object({
  pupils: z.array(
    z.object({
      pupil: z.string(),
      cases: z.array(
        z.object({ id: z.string(), number: z.string(), open: z.boolean(), roles: z.array(z.string()) }),
      ),
    }),
  ),
});
export type CaseLinks = z.infer<typeof CaseLinks>;
