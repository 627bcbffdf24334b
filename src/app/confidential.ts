/** Confidential messages (P3): the one way in for who writes one and who reads it, in a partition of their own. */
import { confidantAs } from '../domain/confidants.ts';
import type { Confidential, ConfidentialEvent, Letter } from '../domain/confidential.ts';
import { foldConfidential } from '../domain/confidential.ts';
import type { ByPerson, ConfidentialScene } from '../domain/confidentialDecide.ts';
import { decideConfidential, mayRead, notTheirs, write } from '../domain/confidentialDecide.ts';
import { reactConfidential } from '../domain/confidentialReact.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import type { School } from '../domain/school.ts';
import type { Nonce } from './commit.ts';
import { commitWithRetry, withIds } from './commit.ts';
import type { Commit } from './ports/commit.ts';
import type { ConfidentialRow, Partition } from './ports/rows.ts';
import type { Who, World } from './world.ts';
import { calendarOf, releasedFor } from './world.ts';

/** Where a school's confidential messages stand: no list, number, job or log of the school lies beside them. */
export const confidentialPartition = (school: Partition): Partition => `${school}!v`;
/** The school of such a partition: people's chats stand there. */
export const schoolPartition = (partition: Partition): Partition => partition.split('!')[0]!;
export const isConfidential = (partition: Partition): boolean => schoolPartition(partition) !== partition;

export interface LoadedConfidential extends ConfidentialScene {
  state: Confidential;
  guard: string;
}

export async function sceneFor(world: World, partition: Partition): Promise<ConfidentialScene> {
  const school = await world.store.school(partition);
  const { protocol } = releasedFor(world, school);
  return { school, protocol, calendar: calendarOf(school, world.clock.now()) };
}

/** @param partition the confidential one */
export async function loadConfidential(
  world: World,
  partition: Partition,
  id: string,
): Promise<LoadedConfidential | undefined> {
  const [stored, scene] = await Promise.all([
    world.store.confidential(partition, id),
    sceneFor(world, partition),
  ]);
  return stored && { ...scene, state: foldConfidential(stored.events), guard: stored.guard };
}

/** What a transaction writes of new events; nothing where there are none. */
export function changeOf(
  world: World,
  events: readonly ConfidentialEvent[],
  scene: ConfidentialScene,
  before?: LoadedConfidential,
): { state: Confidential; commit: Commit } {
  const state = foldConfidential(events, before?.state);
  if (events.length === 0) return { state, commit: {} };
  const { id, number, to, writtenAt, readAt, closed } = state;
  const from = before?.state.to;
  return {
    state,
    commit: {
      confidential: {
        id,
        guard: before?.guard ?? 'new',
        from: before?.state.version ?? 0,
        events: [...events],
        row: { id, number, to, writtenAt, readAt, closedAt: closed?.at },
        gone: from === to ? undefined : from,
      },
      jobs: withIds(world, reactConfidential(events, state, scene.calendar, world.clock.now())),
    },
  };
}

/**
 * Letters and digits of a number. Drawn and not counted: whoever sees the second number of a series knows that there is a
 * first one.
 */
const CODE = 6;

export interface Sent {
  number: string;
  to: string;
  unsafe: boolean;
}

/**
 * Keeps a message for one vertrouwenspersoon, once for each nonce.
 * @throws DomainError with a message for who wrote it; nothing was written then
 */
export async function sendConfidential(
  world: World,
  who: Who,
  { to, letter }: { to: string; letter: Letter },
  form: Nonce,
): Promise<Sent> {
  const partition = confidentialPartition(who.partition);
  const done = await commitWithRetry(world, partition, form, async () => {
    const scene = await sceneFor(world, partition);
    const id = world.ids.next();
    const number = `V-${id.replaceAll('-', '').slice(-CODE).toUpperCase()}`;
    const writing = { type: 'write' as const, at: world.clock.now(), by: who.person.id };
    const events = write({ ...writing, id, number, to, letter }, scene);
    const { commit } = changeOf(world, events, scene);
    return { commit, result: { number, to, unsafe: letter.safe === 'nee' } satisfies Sent };
  });
  if (done === 'stale') throw new Error('a message completes no job');
  return done.result;
}

type Wanted = ByPerson extends infer T ? (T extends ByPerson ? Omit<T, 'at' | 'by'> : never) : never;

/**
 * Does something with a message, once for each nonce; without one when doing it twice is as once. A refusal because it is
 * not theirs is noted in the log of the confidential partition.
 * @throws DomainError `not-found` in the same words whether or not there is such a message
 */
export async function actOnConfidential(
  world: World,
  who: Who,
  id: string,
  wanted: Wanted,
  form?: Nonce,
): Promise<Confidential> {
  const partition = confidentialPartition(who.partition);
  const by = who.person.id;
  return guarded(world, partition, who, id, async () => {
    const done = await commitWithRetry(world, partition, form, async () => {
      const loaded = await loadConfidential(world, partition, id);
      if (!loaded) throw notTheirs();
      const command = { ...wanted, at: world.clock.now(), by };
      const events = decideConfidential(command, loaded.state, loaded);
      return { commit: changeOf(world, events, loaded, loaded).commit, result: null };
    });
    if (done === 'stale') throw new Error('a command of a person completes no job');
    const after = await loadConfidential(world, partition, id);
    // A form that was handled before shows it as it is now: it may have gone on to somebody else.
    if (!after || (after.state.reporter !== by && !mayRead(after.state, by, after))) throw notTheirs();
    return after.state;
  });
}

/** As it is now, for the vertrouwenspersoon it is with; nothing is changed. @throws DomainError `not-found` */
export async function viewConfidential(world: World, who: Who, id: string): Promise<Confidential> {
  const partition = confidentialPartition(who.partition);
  return guarded(world, partition, who, id, async () => {
    const loaded = await loadConfidential(world, partition, id);
    if (!loaded || !mayRead(loaded.state, who.person.id, loaded)) throw notTheirs();
    return loaded.state;
  });
}

async function guarded<T>(
  world: World,
  partition: Partition,
  { person }: Who,
  id: string,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') {
      const what = `vertrouwelijk bericht geweigerd: ${id.slice(0, limits.line)}`;
      const log = { id: world.ids.next(), at: world.clock.now(), by: person.id, what };
      await world.store.commit(partition, { log });
    }
    throw error;
  }
}

/** Reads a message and lets its writer know; that this person looked is noted before anything is shown. */
export async function readConfidential(world: World, who: Who, id: string): Promise<Confidential> {
  const state = await actOnConfidential(world, who, id, { type: 'read' });
  const read = { at: world.clock.now(), person: who.person.id };
  await world.store.noteRead(confidentialPartition(who.partition), id, read);
  return state;
}

/**
 * The open messages that are with this vertrouwenspersoon, and those closed in this school year, newest first; undefined
 * for everybody else, for whom nothing is asked of the store.
 */
export async function listConfidential(
  world: World,
  who: Who,
  school: School,
): Promise<ConfidentialRow[] | undefined> {
  if (confidantAs(who.person, releasedFor(world, school).protocol) === undefined) return undefined;
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const year = (instant: string) => calendar.schoolYear(calendar.dateOf(instant));
  const rows = await world.store.confidentialsOf(confidentialPartition(who.partition), who.person.id);
  return rows
    .filter(({ closedAt }) => closedAt === undefined || year(closedAt) === year(now))
    .sort((a, b) => b.writtenAt.localeCompare(a.writtenAt));
}
