/** The language of a protocol file: what a school's protocol can say. Another school's protocol needs no TypeScript. */
import { z } from 'zod/v4';
import { limits } from './limits.ts';

const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'kleine letters, cijfers en streepjes');
/** Row ids of the contract that a part covers; tests and notes name it by them. */
const rows = z.array(z.string()).default([]);

/** The roles a pupil can have in a case. Data words, as the protocol files use them. */
export const Role = z.enum(['gepeste', 'betrokken', 'pester', 'meeloper', 'omstander', 'steungroep']);
export type Role = z.infer<typeof Role>;

/** What the shell finds out about a report before a case opens; see Facts in case.ts. */
export const Fact = z.enum(['beyond-team']);
export type Fact = z.infer<typeof Fact>;

/** A closed set: no expression strings (a typo in one would be silently true). Checked at load by checks.ts. */
export type Condition =
  | { answer: string; is: string | boolean | number }
  | { answer: string; oneOf: string[] }
  | { fact: Fact }
  | { round: number }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ answer: z.string(), is: z.union([z.string(), z.boolean(), z.number()]) }),
    z.strictObject({ answer: z.string(), oneOf: z.array(z.string()).min(1) }),
    z.strictObject({ fact: Fact }),
    z.strictObject({ round: z.int().min(1) }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
);

const asked = {
  id: name,
  label: z.string(),
  hint: z.string().optional(),
  required: z.boolean().default(true),
};

/** A question of a step; the step's form is made from these. */
export const Question = z.discriminatedUnion('type', [
  z.strictObject({ ...asked, type: z.literal('line') }),
  z.strictObject({ ...asked, type: z.literal('text') }),
  z.strictObject({ ...asked, type: z.literal('yesno') }),
  z.strictObject({
    ...asked,
    type: z.literal('choice'),
    choices: z.array(z.strictObject({ id: name, label: z.string() })).min(2),
  }),
  /** A date; `happened` marks the day on which the step's talk took place, from which later deadlines count. */
  z.strictObject({
    ...asked,
    type: z.literal('date'),
    happened: z.boolean().default(false),
    within: z.strictObject({ schooldays: z.int().min(1) }).optional(),
  }),
  /** How safe the pupil feels, 0 to 10 (P9). */
  z.strictObject({ ...asked, type: z.literal('score') }),
  /** Pupils who get a role in the case by being chosen here. */
  z.strictObject({
    ...asked,
    type: z.literal('pupils'),
    role: Role,
    max: z.int().min(1).max(limits.pupilsInAnswer).default(8),
  }),
]);
export type Question = z.infer<typeof Question>;

/** What a deadline counts from: the report, the day the step opened, the day a step took place, or a date that was answered. */
export const Anchor = z.union([
  z.literal('report'),
  z.literal('opened'),
  z.strictObject({ step: name }),
  z.strictObject({ answer: z.string() }),
]);
export type Anchor = z.infer<typeof Anchor>;

const dueBase = { when: Condition.optional(), norm: z.boolean().default(false) };
/** By when. The first rule whose `when` holds counts. `norm`: the source sets none, so it is *afspraak van onze school*. */
export const DueRule = z.union([
  z.strictObject({
    ...dueBase,
    within: z.int().min(0).max(200),
    unit: z.enum(['schooldays', 'days']),
    from: Anchor,
  }),
  z.strictObject({
    ...dueBase,
    window: z.tuple([z.int().min(0), z.int().max(200)]),
    from: Anchor,
    notBefore: Anchor.optional(),
  }),
  z.strictObject({ ...dueBase, on: Anchor }),
]);
export type DueRule = z.infer<typeof DueRule>;

/** What makes a step open. Steps named are of the same round. */
export const Opening = z.union([
  z.literal('report'),
  z.literal('second-report'),
  z.strictObject({
    after: z.union([name.transform((s) => [s]), z.array(name).min(1)]),
    outcome: name.optional(),
    orRound: z.boolean().default(false),
  }),
]);
export type Opening = z.infer<typeof Opening>;

/** How a step can end; no `then` means: on to what the end of this step opens. */
export const Outcome = z.strictObject({
  id: name,
  label: z.string(),
  then: z.enum(['next', 'round', 'close']).default('next'),
  /** Questions that must be answered with this outcome, beside those that are always required. */
  needs: z.array(name).default([]),
});
export type Outcome = z.infer<typeof Outcome>;

export const Step = z.strictObject({
  id: name,
  rows,
  norm: z.boolean().default(false),
  title: z.string(),
  /** Why this step, in one or two sentences. */
  why: z.string(),
  /** How to do it: shown folded. */
  how: z.array(z.string()).default([]),
  opens: Opening,
  /** Who does it: the lead, or a function. */
  by: z.union([z.literal('lead'), name]).default('lead'),
  /** Functions that may do it too (K5). */
  also: z.array(name).default([]),
  /** One instance for each participant in this role, each apart (K10). */
  each: Role.optional(),
  due: z.union([DueRule.transform((r) => [r]), z.array(DueRule)]).default([]),
  questions: z.array(Question).default([]),
  outcomes: z.array(Outcome).min(1),
});
export type Step = z.infer<typeof Step>;

/** A moment after the due date, in school days, at which another function hears that a step is late. */
const Rung = z.strictObject({ after: z.int().min(1), to: name });

export const Protocol = z.strictObject({
  id: name,
  version: z.int().min(1),
  title: z.string(),
  /** The pupil tracking system, as staff call it. */
  lvs: z.string(),
  functions: z.record(name, z.strictObject({ title: z.string() })),
  /** The function that sees every open case and to whom lateness goes first (A3, A4). */
  coordinator: name,
  /** Who is first in charge (K4): the first rule that holds. */
  lead: z.array(z.strictObject({ when: z.strictObject({ fact: Fact }).optional(), function: name })).min(1),
  report: z.strictObject({
    rows,
    /** What is bullying and what is teasing, shown while reporting (K2). */
    definition: z.string(),
    behaviours: z.array(z.strictObject({ id: name, label: z.string(), hint: z.string() })).min(1),
    signals: z.strictObject({ school: z.array(z.string()), home: z.array(z.string()) }),
  }),
  reminders: z.strictObject({
    /** School days after the due date on which the one in charge is asked again (A3). */
    again: z.int().min(1),
    /** Who hears it next, and when; the last one is repeated weekly. */
    escalate: z.array(Rung).min(1),
  }),
  steps: z.array(Step).min(1),
});
export type Protocol = z.infer<typeof Protocol>;

/** Which text of a protocol a case runs on (A6): its file may change or go, its cases don't. */
export interface ProtocolRef {
  id: string;
  version: number;
  hash: string;
}

/** @throws Error when the protocol has no such step: checks.ts makes sure that none is named. */
export function stepOf(protocol: Protocol, stepId: string): Step {
  const step = protocol.steps.find((s) => s.id === stepId);
  if (!step) throw new Error(`protocol ${protocol.id} has no step ${stepId}`);
  return step;
}

export const functionTitle = (protocol: Protocol, fn: string): string => protocol.functions[fn]?.title ?? fn;
