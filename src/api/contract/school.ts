/** The school itself: staff, groups, pupils, days, channels, norms. Only for whoever sets it up. */
import { z } from 'zod/v4';

/** What a browser must know of sizes; the server's own limits are the same (a test compares). */
export const sizes = {
  name: 100,
  line: 200,
  phone: 40,
  emergencyNumbers: 6,
  closures: 80,
  /** Bytes of a list of pupils: with what is around it, it fits a request. */
  file: 180_000,
} as const;

const id = z.string().min(1).max(100);
const day = z.iso.date();
const Post = z.strictObject({ function: id, group: id.optional(), team: id.optional() });
const Away = z.strictObject({ from: day.optional(), until: day, substitute: id.optional() });
const Closed = z.strictObject({ from: day, to: day, name: z.string().max(sizes.line) });
const Number = z.strictObject({ who: z.string().max(sizes.line), phone: z.string().max(sizes.phone) });
const Norms = z.record(id, z.union([z.int().min(0).max(400), z.literal('off')]));
const Titled = z.object({ id: z.string(), title: z.string() });
/** Of a part, to be sent back as If-Match. */
const version = z.string();

export const PersonView = z.object({
  id: z.string(),
  name: z.string(),
  posts: z.array(Post.strip()),
  days: z.array(z.number()).optional(),
  away: Away.strip().optional(),
  /** Pupils who are family (P13); one who left the register has no name. */
  family: z.array(z.object({ id: z.string(), name: z.string().optional(), group: z.string().optional() })),
  /** Open cases that are closed to this person (P13), of those that the reader may see. */
  barred: z.array(z.object({ id: z.string(), number: z.string(), why: z.enum(['family', 'decided']) })),
  version,
});
export type PersonView = z.infer<typeof PersonView>;

export const GroupView = z.object({
  id: z.string(),
  team: z.string(),
  /** Ids of persons. */
  mentors: z.array(z.string()),
  pupils: z.number(),
  version,
});
export type GroupView = z.infer<typeof GroupView>;

export const NormView = z.object({
  id: z.string(),
  label: z.string(),
  /** What the protocol proposes; absent for a norm that is only on or off. */
  usual: z.number().optional(),
  unit: z.enum(['schooldays', 'days', 'score', 'times']).optional(),
  /** What the school set; absent where it follows the proposal. */
  set: z.union([z.number(), z.literal('off')]).optional(),
});
export type NormView = z.infer<typeof NormView>;

export const SchoolView = z.object({
  name: z.string(),
  today: z.string(),
  functions: z.array(Titled),
  coordinator: z.string(),
  /** What the protocol calls who is in charge of a group (K4). */
  mentor: z.string(),
  weekdays: z.array(z.number()),
  persons: z.array(PersonView),
  groups: z.array(GroupView),
  teams: z.array(z.string()),
  pupils: z.number(),
  calendar: z.object({ closed: z.array(Closed.strip()), version }),
  /** Channels in use, and kernteams without one; where it is chosen is in Teams (P16). */
  channels: z.array(z.object({ team: z.string().optional(), chosen: z.boolean(), version })),
  briefing: z.object({ at: z.string(), version }),
  emergency: z.object({ numbers: z.array(Number.strip()), version }),
  norms: z.object({ list: z.array(NormView), version }),
  privacy: z.object({ initials: z.boolean(), version }),
  protocol: z.object({
    id: z.string(),
    choices: z.array(Titled.extend({ version: z.number() })),
    version,
  }),
});
export type SchoolView = z.infer<typeof SchoolView>;

export const PupilView = z.object({
  id: z.string(),
  name: z.string(),
  group: z.string(),
  inCase: z.boolean(),
  version,
});
export type PupilView = z.infer<typeof PupilView>;
export const PupilPage = z.object({
  pupils: z.array(PupilView),
  total: z.number(),
  page: z.number(),
  pages: z.number(),
});
export type PupilPage = z.infer<typeof PupilPage>;

export const ChangeBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    isNew: z.boolean(),
    person: z.strictObject({
      id,
      name: z.string().min(1).max(sizes.name),
      posts: z.array(Post),
      days: z.array(z.int().min(1).max(7)).optional(),
      family: z.array(id).optional(),
      away: Away.optional(),
    }),
  }),
  z.strictObject({ kind: z.literal('person-gone'), id }),
  z.strictObject({
    kind: z.literal('group'),
    isNew: z.boolean(),
    group: z.strictObject({ id, team: id }),
    mentors: z.array(id),
  }),
  z.strictObject({ kind: z.literal('group-gone'), id }),
  z.strictObject({
    kind: z.literal('pupil'),
    isNew: z.boolean(),
    pupil: z.strictObject({ id, name: z.string().min(1).max(sizes.name), group: id }),
  }),
  z.strictObject({ kind: z.literal('pupil-gone'), id }),
  z.strictObject({ kind: z.literal('calendar'), closed: z.array(Closed) }),
  z.strictObject({
    kind: z.literal('channel-off'),
    use: z.union([z.literal('coordinator'), z.strictObject({ team: id })]),
  }),
  z.strictObject({ kind: z.literal('briefing-at'), at: z.string().max(sizes.phone) }),
  z.strictObject({ kind: z.literal('emergency'), numbers: z.array(Number) }),
  z.strictObject({ kind: z.literal('norms'), norms: Norms }),
  z.strictObject({ kind: z.literal('initials'), initials: z.boolean() }),
  z.strictObject({ kind: z.literal('protocol'), id }),
]);
export type ChangeBody = z.infer<typeof ChangeBody>;

/** What a change led to: open cases that are reckoned again, and the dates that move. */
export const Changed = z.object({
  reviewed: z.number(),
  moves: z
    .object({
      shown: z.array(
        z.object({
          case: z.string(),
          number: z.string(),
          step: z.string(),
          from: z.string().optional(),
          to: z.string().optional(),
        }),
      ),
      more: z.number(),
    })
    .optional(),
});
export type Changed = z.infer<typeof Changed>;

/** What somebody is in charge of; `others`: also of cases that the reader may not see. */
export const ChargeView = z.object({
  cases: z.array(z.object({ id: z.string(), number: z.string() })),
  others: z.boolean(),
});
export type ChargeView = z.infer<typeof ChargeView>;

/** A file as base64, as it lies on the computer: the server finds out how it is written. */
const file = z.base64().max(Math.ceil(sizes.file / 3) * 4);
export const PreviewBody = z.strictObject({ file });
export const ImportBody = z.strictObject({ file, remove: z.boolean() });

const Named = z.object({ name: z.string(), group: z.string() });
/** What an import would change: of each kind how many, and the first of them. */
export const ImportPreview = z.object({
  faults: z.object({ count: z.number(), first: z.array(z.object({ line: z.number(), what: z.string() })) }),
  added: z.object({ count: z.number(), first: z.array(Named) }),
  changed: z.object({
    count: z.number(),
    first: z.array(Named.extend({ wasName: z.string(), wasGroup: z.string() })),
  }),
  left: z.object({ count: z.number(), first: z.array(Named) }),
  /** Not in the file, and in an open case or family of the reader: they stay. */
  kept: z.object({ count: z.number(), first: z.array(Named) }),
  sameName: z.object({
    count: z.number(),
    first: z.array(z.object({ name: z.string(), groups: z.array(z.string()) })),
  }),
  unchanged: z.number(),
  /** Of the list that it was compared with. */
  version,
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const Imported = z.object({ added: z.number(), changed: z.number(), removed: z.number() });
export type Imported = z.infer<typeof Imported>;
