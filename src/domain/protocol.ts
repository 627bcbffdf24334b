/** The language of a protocol file: what a school's protocol can say. Another school's protocol needs no TypeScript. */
import { z } from 'zod/v4';
import { Condition } from './language/conditions.ts';
import { Amount, name, rows } from './language/names.ts';
import type { Step } from './language/steps.ts';
import { Reminders, Step as StepSchema } from './language/steps.ts';

export { Condition } from './language/conditions.ts';
export { Anchor, DueRule } from './language/due.ts';
export { Amount, Fact, Role } from './language/names.ts';
export { Question } from './language/questions.ts';
export { Opening, Outcome, Step } from './language/steps.ts';
export type { Hearer, Registration, Tell } from './language/steps.ts';

/** A norm of the school's own, where the source sets none: *afspraak van onze school*. A school can change it or switch it off. */
const Norm = z.strictObject({
  rows,
  label: z.string(),
  /** Left out: the norm is only on or off. */
  value: z.int().min(0).max(400).optional(),
  unit: z.enum(['schooldays', 'days', 'score', 'times']).optional(),
});

/** Something noticed across cases that is put to people, never decided (K12, K15, P7). */
const Suggestion = z.strictObject({
  id: name,
  rows,
  norm: name.optional(),
  /** `pester-elsewhere`: a confirmed pester is one in another case too. `signals`: so many reports about the pupil. */
  on: z.enum(['pester-elsewhere', 'signals']),
  /** For `signals`: how many, in how many school days. */
  count: Amount.optional(),
  days: Amount.optional(),
  to: z.array(name).min(1),
  says: z.string(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** A text that staff look up in chat and tab. */
const Topic = z.strictObject({
  id: name,
  rows,
  title: z.string(),
  text: z.array(z.string()).min(1),
  /** Sites and help lines of old sources: the school verifies them before it shows them. */
  links: z
    .array(z.strictObject({ title: z.string(), url: z.url().optional(), phone: z.string().optional() }))
    .default([]),
});

export const Protocol = z
  .strictObject({
    id: name,
    version: z.int().min(1),
    title: z.string(),
    /** The pupil tracking system, as staff call it. */
    lvs: z.string(),
    /** Facts about the document itself (Z11); dates as YYYY-MM-DD. */
    about: z
      .strictObject({
        rows,
        responsible: name.optional(),
        /** The step of the school year in which it is looked at whether the protocol is still right. */
        evaluation: name.optional(),
        drawnUp: z.iso.date().optional(),
        evaluated: z.iso.date().optional(),
        discussedInMr: z.iso.date().optional(),
      })
      .optional(),
    /**
     * `next`: the function above it, to which lateness goes after the coordinator. `confidant`: who holds it is a
     * vertrouwenspersoon, whom staff can go to without a report (P3).
     */
    functions: z.record(
      name,
      z.strictObject({ title: z.string(), next: name.optional(), confidant: z.boolean().optional() }),
    ),
    /** The function that sees every open case and to whom lateness goes first (A3, A4). */
    coordinator: name,
    /** Who is in charge (K4): the first rule that holds, asked again after each change of the case. */
    lead: z
      .array(
        z.strictObject({ rows, when: Condition.optional(), function: name, because: z.string().optional() }),
      )
      .min(1),
    /** Functions that may take a case over from the lead (K5). */
    takeover: z.array(name).default([]),
    norms: z.record(name, Norm).default({}),
    /** School days past its date to which a step may be postponed, with a reason, where the step itself says nothing. */
    postpone: Amount.default(10),
    /** P19: a talk can be noted briefly; its details are due within so many school days. Left out: not offered. */
    details: Amount.optional(),
    report: z.strictObject({
      rows,
      /** What is bullying and what is teasing, shown while reporting (K2). */
      definition: z.string(),
      behaviours: z.array(z.strictObject({ id: name, label: z.string(), hint: z.string() })).min(1),
      signals: z.strictObject({ school: z.array(z.string()), home: z.array(z.string()) }),
    }),
    reminders: Reminders.prefault({}),
    suggestions: z.array(Suggestion).default([]),
    steps: z.array(StepSchema).min(1),
    /** The school year's own steps, on the same engine (K21, M12, Z10–Z12): one case a year, led by this function. */
    year: z.strictObject({ lead: name, steps: z.array(StepSchema).min(1) }).optional(),
    knowledge: z.array(Topic).default([]),
  })
  .meta({ id: 'Protocol' });
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

/** A function, those above it, and the coordinator with those above it: who is next where nobody can be asked. */
export function inLine(fn: string, protocol: Protocol): string[] {
  const line = new Set<string>();
  for (const first of [fn, protocol.coordinator])
    for (let at: string | undefined = first; at && !line.has(at); at = protocol.functions[at]?.next)
      line.add(at);
  return [...line];
}

const years = new WeakMap<Protocol, Protocol>();

/** The protocol of a school year's own case: its steps are the year's, its lead the function that the year names (K21). */
export function yearProtocol(protocol: Protocol): Protocol {
  const { year } = protocol;
  if (!year) return protocol;
  const made = years.get(protocol) ?? {
    ...protocol,
    steps: year.steps,
    suggestions: [],
    lead: [{ rows: [], function: year.lead }],
  };
  years.set(protocol, made);
  return made;
}
