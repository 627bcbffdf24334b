/** The format of a scenario: a school, a report, what people do, and what must be seen then. Documented in protocols/README.md. */
import { z } from 'zod/v4';
import { NormSettings } from '../../domain/norms.ts';
import { Contact, PupilRef, Report } from '../../domain/case.ts';
import { Role } from '../../domain/protocol.ts';

const date = z.iso.date('schrijf een datum als 2026-10-05');
/** A moment on the school's clock: 2026-10-05T08:20. */
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'schrijf een moment als 2026-10-05T08:20');
const pupil = z.string().min(1);
const because = z.string();
const Answer = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const answers = z.record(z.string(), Answer).default({});
const names = z.union([z.string().transform((s) => [s]), z.array(z.string()).min(1)]);

const Told = {
  involved: z.array(z.strictObject({ pupil, role: Role.default('betrokken') })).default([]),
  /** Fields of the report form, such as source, safe, behaviours, beyond. */
  answers: z.record(z.string(), z.unknown()).default({}),
};

/** What happens when: who does it, and exactly one thing. */
export const Action = z.strictObject({
  at: moment,
  /** A function, for the first person who holds it, or a person. */
  by: z.string(),
  complete: z.string().optional(),
  skip: z.string().optional(),
  close: z.strictObject({ outcome: z.string(), answers }).optional(),
  reopen: z.string().optional(),
  role: z
    .strictObject({ pupil, is: Role.optional(), not: Role.optional(), elsewhere: z.boolean().optional() })
    .optional(),
  hand_over: z.strictObject({ to: z.string() }).optional(),
  accept: z.boolean().optional(),
  take_over: z.literal(true).optional(),
  invite: z.string().optional(),
  postpone: z.strictObject({ step: z.string(), to: date, because, for: pupil.optional() }).optional(),
  talk: z
    .strictObject({ step: z.string(), for: pupil.optional(), on: date.optional(), line: z.string() })
    .optional(),
  told: z
    .strictObject({
      step: z.string(),
      parent_of: pupil,
      how: z.enum(['phone', 'talk', 'appointment', 'mail', 'letter', 'other']).default('phone'),
      reached: z.boolean().default(true),
      because: because.optional(),
    })
    .optional(),
  registered: z.strictObject({ step: z.string(), pupil }).optional(),
  note: z.string().optional(),
  agree: z.string().optional(),
  second_report: z.strictObject(Told).optional(),
  for: pupil.optional(),
  answers: answers.optional(),
  /** Parents who were told while completing a step: those of a step that is done by hand. */
  contacts: z.array(Contact).optional(),
  outcome: z.string().optional(),
  because: because.optional(),
});
export type Action = z.infer<typeof Action>;

const WHAT = [
  'opened',
  'due',
  'done',
  'skipped',
  'remind',
  'escalate',
  'tell',
  'register',
  'suggest',
  'handover',
  'round',
  'moved',
  'refused',
  'closed',
  'reopened',
  'waiting',
] as const;
export const What = z.enum(WHAT);
export type What = z.infer<typeof What>;

const about = {
  step: z.string().optional(),
  for: pupil.optional(),
  by: z.string().optional(),
  /** A part of the reason. */
  why: z.string().optional(),
};
export const Expectation = z.union([
  z.strictObject({
    ...about,
    what: What,
    on: z.union([date, moment]).optional(),
    /** A function or a person. */
    to: z.string().optional(),
    due: date.optional(),
    /** Exactly so many lines; left out: one at least. */
    times: z.int().min(1).optional(),
  }),
  z.strictObject({
    ...about,
    never: What,
    from: date.optional(),
    /** The last date, or to whom. */
    to: z.string().optional(),
  }),
]);
export type Expectation = z.infer<typeof Expectation>;

export const Scenario = z
  .strictObject({
    protocol: z.string(),
    title: z.string().optional(),
    /** Row ids of the contract that the scenario shows. */
    rows: z.array(z.string()).default([]),
    school: z
      .strictObject({
        closed: z.array(z.strictObject({ from: date, to: date, name: z.string() })).default([]),
        people: z.record(z.string(), names).default({}),
        norms: NormSettings.default({}),
        /** Other groups than that of the gepeste, with their own team, pupils and people. */
        groups: z
          .array(
            z.strictObject({
              name: z.string(),
              team: z.string().optional(),
              pupils: z.array(pupil),
              people: z.record(z.string(), names).default({}),
            }),
          )
          .default([]),
      })
      .prefault({}),
    report: z
      .strictObject({
        at: moment,
        by: z.string(),
        target: pupil,
        signals: z.array(date).default([]),
        ...Told,
      })
      .optional(),
    /** In place of a report: the school year whose own steps run from this moment. */
    year: z.strictObject({ at: moment }).optional(),
    do: z.array(Action).default([]),
    until: z.union([date, moment]).optional(),
    expect: z.array(Expectation).default([]),
  })
  .refine((s) => (s.report === undefined) !== (s.year === undefined), 'geef een report, of een year');
export type Scenario = z.infer<typeof Scenario>;

/** A scenario that can't be run: exit code 2. */
export class MalformedScenario extends Error {}

const parts = { pester: 'deed', meeloper: 'deed-mee', omstander: 'zag' } as const;

/** The report that a scenario's report stands for; what it leaves out gets the plainest value. @throws MalformedScenario */
export function reportOf(
  told: Pick<NonNullable<Scenario['report']>, 'involved' | 'answers'>,
  target: string,
  today: string,
): Report {
  const parsed = Report.safeParse({
    about: [PupilRef.parse({ pupil: target })],
    story: 'Wat er gebeurde.',
    source: 'zelf',
    happened: today,
    safe: 'ja',
    involved: told.involved.map(({ pupil: who, role }) => ({
      who: { pupil: who },
      part: role in parts ? parts[role as keyof typeof parts] : 'onbekend',
    })),
    ...told.answers,
  });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new MalformedScenario(`report.answers.${issue.path.join('.')}: ${issue.message}`);
}
