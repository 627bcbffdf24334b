/** The watchdog: once on every school day it looks at all open cases, keeps what it found and tells the coordinators. */
import type { Work } from '../domain/messages.ts';
import { holds } from '../domain/school.ts';
import { problemsOf } from '../domain/watchdog.ts';
import type { Watch } from '../domain/watchdog.ts';
import { loadIfThere } from './change.ts';
import { finish, withIds } from './commit.ts';
import type { Messenger } from './ports/messenger.ts';
import type { Job, Partition } from './ports/rows.ts';
import { SendFailure } from './ports/messenger.ts';
import { unparkIfOpen } from './unreached.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { World } from './world.ts';

/** After the morning round: what a wake or a review mends by itself is mended by then. */
const AFTER_MORNING = 15 * 60_000;

/** How often is asked whether it is time; between these nothing is asked of the store. */
const ASK_EVERY = 5 * 60_000;

const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

/** Plans the look of each school day, each time that somebody drains a school's queue: services collide at the slot. */
export function makeWatchdog(world: World): (partition: Partition) => Promise<void> {
  const askAgain = new Map<Partition, string>();
  return async (partition) => {
    const now = world.clock.now();
    // A confidential partition has no cases in a list.
    if (partition.includes('!') || (askAgain.get(partition) ?? '') > now) return;
    const calendar = calendarOf(await world.store.school(partition), now);
    const date = calendar.dateOf(now);
    if (calendar.isSchoolDay(date) && now >= later(calendar.morningOf(date), AFTER_MORNING))
      // Refused when another service was first, or on the same day before.
      await world.store.commit(partition, {
        slot: { date, kind: 'watchdog', where: 'all' },
        jobs: withIds(world, [
          { lane: `watchdog>${date}`, seq: '1', runAt: now, work: { kind: 'watchdog', date } },
        ]),
      });
    askAgain.set(partition, later(now, ASK_EVERY));
  };
}

type WorkOf<K extends Work['kind']> = Extract<Work, { kind: K }>;

/** Looks at every open case, one after another: nobody waits for it. */
export async function runWatchdog(
  world: World,
  partition: Partition,
  job: Job,
  { date }: WorkOf<'watchdog'>,
): Promise<void> {
  const at = world.clock.now();
  const rows = (await world.store.openList(partition)).filter((row) => row.schoolYear === undefined);
  const school = await world.store.school(partition);
  const leads = new Set(rows.flatMap((row) => row.lead.person ?? []));
  const reached = new Set<string>();
  for (const person of leads) if (await world.store.conversation(partition, person)) reached.add(person);
  const wrong: Watch['wrong'] = [];
  for (const row of rows) {
    const loaded = await loadIfThere(world, partition, row.case);
    if (!loaded || loaded.state.status === 'closed') continue;
    const problems = problemsOf(loaded, at, (person) => reached.has(person));
    if (problems.length > 0) wrong.push({ case: row.case, number: row.number, problems });
  }
  const { coordinator } = releasedFor(world, school).protocol;
  const told = wrong.length > 0 ? school.persons.filter((person) => holds(person, coordinator)) : [];
  const jobs = told.map(({ id }) => ({
    lane: `watchdog>${date}>${id}`,
    seq: '1',
    runAt: at,
    work: { kind: 'watchdog-found' as const, to: id, cases: wrong.length },
  }));
  const watch: Watch = { date, at, cases: rows.length, wrong };
  await world.store.commit(partition, { done: job, watch, jobs: withIds(world, jobs) });
}

/** Tells a coordinator, or keeps it until they have a chat. */
export async function tellFound(
  world: World,
  messenger: Messenger,
  partition: Partition,
  job: Job,
  { to, cases }: WorkOf<'watchdog-found'>,
  until: string,
): Promise<void> {
  const conversation = await world.store.conversation(partition, to);
  if (!conversation) {
    await world.store.commit(partition, { park: { person: to, job } });
    return unparkIfOpen(world, partition, to);
  }
  if (world.clock.now() > until) throw new SendFailure('busy', 'Teams antwoordde niet op tijd');
  await messenger.watchdog(conversation, cases);
  await finish(world, partition, job);
}
