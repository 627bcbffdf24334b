/** The watchdog: once on every school day it looks at all open cases, keeps what it found and tells the coordinators. */
import { can } from '../domain/access.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { Work } from '../domain/messages.ts';
import { wakeOf } from '../domain/react.ts';
import { holds } from '../domain/school.ts';
import { overdue, problemsOf, wakes } from '../domain/watchdog.ts';
import type { Watch } from '../domain/watchdog.ts';
import { loadIfThere } from './load.ts';
import type { Loaded } from './load.ts';
import { withIds } from './commit.ts';
import { isConfidential } from './confidential.ts';
import type { Job, ListRow, Partition } from './ports/rows.ts';
import { END, later } from './times.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { World } from './world.ts';

/** After the morning round: what a wake or a review mends by itself is mended by then. */
const AFTER_MORNING = 15 * 60_000;

/** When the look of a day is over, however many cases there are. */
const DONE_BY = 60 * 60_000;

/** The last day whose look is there by now. */
export function lookedBy(calendar: Calendar, now: string): string {
  const today = calendar.dateOf(now);
  const last = calendar.onOrBefore(today);
  return later(calendar.morningOf(last), DONE_BY) <= now
    ? last
    : calendar.onOrBefore(calendar.addDays(last, -1));
}

/** The jobs that should have run long ago, the oldest first: also those that were put off to be tried again. */
export async function lateJobs(world: World, partition: Partition): Promise<Job[]> {
  const now = world.clock.now();
  const late = overdue(await world.store.jobs(partition, later(now, LOOKAHEAD)), now);
  return late.toSorted((a, b) => a.since.localeCompare(b.since));
}

/** How often is asked whether it is time; between these nothing is asked of the store. */
const ASK_EVERY = 5 * 60_000;

/** What is put off to be tried again lies at most this far ahead. */
const LOOKAHEAD = 15 * 60_000;

/** Plans the look of each school day, each time that somebody drains a school's queue: services collide at the slot. */
export function makeWatchdog(world: World): (partition: Partition) => Promise<void> {
  const askAgain = new Map<Partition, string>();
  return async (partition) => {
    const now = world.clock.now();
    // A confidential partition has no cases in a list.
    if (isConfidential(partition) || (askAgain.get(partition) ?? '') > now) return;
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

/** Looks at every open case, one after another: nobody waits for it. What would not be looked at again is planned anew. */
export async function runWatchdog(
  world: World,
  partition: Partition,
  job: Job,
  { date }: Extract<Work, { kind: 'watchdog' }>,
): Promise<void> {
  const at = world.clock.now();
  const rows = await world.store.openList(partition);
  const { open, unreadable } = await loadAll(world, partition, rows);
  // Read after the cases: what moved on since has its wake in it.
  const queue = await world.store.jobs(partition, END);
  const asleep = await stillAsleep(
    world,
    partition,
    open.filter((loaded) => wakeIn(loaded, at).length > 0 && !wakes(queue, loaded.state)),
  );
  const reached = await withChat(world, partition, rows);
  // Of the school year's own case no list tells; it is only woken.
  const ofPupils = (about: { schoolYear?: number }) => about.schoolYear === undefined;
  const wrong = [
    ...unreadable
      .filter(ofPupils)
      .map((row) => ({ case: row.case, number: row.number, problems: ['unreadable' as const] })),
    ...open.flatMap((loaded) => {
      const { id, number } = loaded.state;
      if (!ofPupils(loaded.state)) return [];
      const problems = problemsOf(loaded, at, (person) => reached.has(person));
      const all = asleep.includes(loaded) ? (['no-wake', ...problems] as const) : problems;
      return all.length > 0 ? [{ case: id, number, problems: [...all] }] : [];
    }),
  ];
  // After a standstill of the service what was never tried is being sent right now.
  const stuck = overdue(queue, at).filter(({ attempt }) => attempt > 1).length;
  const school = await world.store.school(partition);
  const { protocol } = releasedFor(world, school);
  const jobs = school.persons
    .filter((person) => holds(person, protocol.coordinator))
    .map((person) => {
      const visible = rows.filter((row) => can(person, 'view', protocol, school, row.access, date));
      const cases = wrong.filter((found) => visible.some((row) => row.case === found.case)).length;
      return { kind: 'watchdog-found' as const, to: person.id, cases, stuck };
    })
    .filter((work) => work.cases + stuck > 0)
    .map((work) => ({ lane: `watchdog>${date}>${work.to}`, seq: '1', runAt: at, work }));
  const cases = rows.filter(ofPupils).length;
  const watch: Watch = { date, at, cases, wrong };
  const woken = asleep.flatMap((loaded) => wakeIn(loaded, at));
  await world.store.commit(partition, { done: job, watch, jobs: withIds(world, [...woken, ...jobs]) });
}

const wakeIn = (loaded: Loaded, now: string) => wakeOf({ ...loaded, now });

/** Every open case; one that can't be read must not hide the others. */
async function loadAll(
  world: World,
  partition: Partition,
  rows: readonly ListRow[],
): Promise<{ open: Loaded[]; unreadable: ListRow[] }> {
  const open: Loaded[] = [];
  const unreadable: ListRow[] = [];
  for (const row of rows) {
    const read = () => loadIfThere(world, partition, row.case);
    try {
      // Once more: an answer of the store may have got lost.
      const loaded = await read().catch(read);
      if (loaded?.state.status === 'open') open.push(loaded);
    } catch {
      unreadable.push(row);
    }
  }
  return { open, unreadable };
}

/** Of cases without a wake those that are so still: between two pages of the queue a wake can move. */
async function stillAsleep(world: World, partition: Partition, cases: Loaded[]): Promise<Loaded[]> {
  if (cases.length === 0) return [];
  const queue = await world.store.jobs(partition, END);
  return cases.filter(({ state }) => !wakes(queue, state));
}

/** Who of those in charge has a chat with us. */
async function withChat(world: World, partition: Partition, rows: readonly ListRow[]): Promise<Set<string>> {
  const reached = new Set<string>();
  for (const person of new Set(rows.flatMap((row) => row.lead.person ?? [])))
    if (await world.store.conversation(partition, person)) reached.add(person);
  return reached;
}
