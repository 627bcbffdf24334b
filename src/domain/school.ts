/** The school itself: who works there, which groups and pupils there are, who holds which function. */
import { z } from 'zod/v4';
import { CalendarData } from './calendar.ts';
import type { Holders } from './case.ts';
import { NormSettings } from './norms.ts';
import type { Protocol } from './protocol.ts';

const id = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^/\\#?!\p{Cc}]+$/u, 'mag geen / \\ # ? ! bevatten');

/** A function at school, held for one group (mentor), for one team (kernteam) or for the whole school. */
export const Post = z.object({ function: id, group: id.optional(), team: id.optional() });

/** A member of staff. `id` is the Entra object id: the one key by which Teams and the tab know a person. */
export const Person = z.object({
  id,
  name: z.string().min(1).max(100),
  posts: z.array(Post).default([]),
  /** Weekdays on which they work, Monday is 1; absent: every school day (P15). */
  days: z.array(z.int().min(1).max(7)).optional(),
  /** Pupils who are family: cases with them are closed to this person, whatever their function (P13). */
  family: z.array(id).optional(),
  /** Away from `from` (absent: already) up to and including `until`; who takes their tasks meanwhile, where that is settled. */
  away: z
    .object({ from: z.iso.date().optional(), until: z.iso.date(), substitute: id.optional() })
    .optional(),
});
export type Person = z.infer<typeof Person>;

export const Group = z.object({ id, team: id });
export type Group = z.infer<typeof Group>;

export const Pupil = z.object({ id, name: z.string().min(1).max(100), group: id });
export type Pupil = z.infer<typeof Pupil>;

/** Where the coordinator's cases are posted. */
export const Channel = z.object({
  teamId: z.string(),
  channelId: z.string(),
  tenantId: z.string(),
  serviceUrl: z.url(),
});
export type Channel = z.infer<typeof Channel>;

export const Settings = z.object({
  id,
  name: z.string(),
  /** The Entra tenant whose tokens and activities belong to this school. */
  tenantId: z.string(),
  /** The protocol with which new cases open. */
  protocol: id,
  calendar: CalendarData,
  /** Whom to call when it can't wait (P2); the school enters them. */
  emergency: z.array(z.object({ who: z.string(), phone: z.string() })).default([]),
  coordinatorChannel: Channel.optional(),
  /** The channel of each kernteam, by team, in which the dagopening is held (K1). */
  teamChannels: z.record(id, Channel).default({}),
  /** When the dagopening begins, on every school day. */
  briefingAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('08:20'),
  /** Whether lists show the initials of the gepeste, to whoever may see the case. */
  initials: z.boolean().default(false),
  /** The school's own norms, by name, where it sets other ones than its protocol proposes. */
  norms: NormSettings.default({}),
});
export type Settings = z.infer<typeof Settings>;

export const School = z.object({
  settings: Settings,
  persons: z.array(Person),
  groups: z.array(Group),
  pupils: z.array(Pupil),
});
export type School = z.infer<typeof School>;

export const personOf = (school: School, personId: string): Person | undefined =>
  school.persons.find((p) => p.id === personId);
export const pupilOf = (school: School, pupilId: string): Pupil | undefined =>
  school.pupils.find((p) => p.id === pupilId);
export const teamOf = (school: School, groupId: string | undefined): string | undefined =>
  school.groups.find((g) => g.id === groupId)?.team;
/** The kernteams, each once, in the order of the groups. */
export const teamsOf = (school: School): string[] => [...new Set(school.groups.map((g) => g.team))];
/** The kernteams that a person stands for, by group or by team. */
export const ownTeams = (person: Person, school: School): string[] =>
  teamsOf(school).filter((team) =>
    person.posts.some((post) => post.team === team || teamOf(school, post.group) === team),
  );
export const holds = (person: Person, fn: string): boolean => person.posts.some((p) => p.function === fn);

/** Whether somebody holds a function for a group itself or for its team; not for the whole school. Two who do are a duo (P15). */
export function holdsFor(
  { posts }: Person,
  fn: string,
  groupId: string | undefined,
  school: School,
): boolean {
  const team = teamOf(school, groupId);
  return (
    groupId !== undefined &&
    posts.some(
      (post) =>
        post.function === fn && (post.group === groupId || (post.team !== undefined && post.team === team)),
    )
  );
}

/**
 * Who holds a function for pupils of a group: the holder for that group or its team where the function is held
 * so (mentor: K4; leerlingencoördinator: per kernteam), every holder where it is held for the whole school.
 */
export function holdersOf(school: School, fn: string, groupId: string | undefined): Person[] {
  const team = teamOf(school, groupId);
  return school.persons.filter((person) =>
    person.posts.some(
      (post) =>
        post.function === fn &&
        (post.group === undefined || post.group === groupId) &&
        (post.team === undefined || post.team === team),
    ),
  );
}

/** Who is first in line for each function of a protocol, for pupils of a group: what a command brings along. */
export const firstHolders = (school: School, protocol: Protocol, groupId: string | undefined): Holders =>
  Object.fromEntries(
    Object.keys(protocol.functions).flatMap((fn) => {
      const holder = holdersOf(school, fn, groupId)[0];
      return holder ? [[fn, holder.id]] : [];
    }),
  );
