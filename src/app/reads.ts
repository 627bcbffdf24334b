/** What people read of cases. */
import { can } from '../domain/access.ts';
import { limits } from '../domain/limits.ts';
import { holds } from '../domain/school.ts';
import { loadFor } from './load.ts';
import type { Loaded } from './load.ts';
import type { ClosedRow, DeadJob, ListRow } from './ports/rows.ts';
import type { Reading } from './tasks.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { Who, World } from './world.ts';

/** What the rows of lists are read with, as it is now. */
export async function readingOf(world: World, who: Who): Promise<Reading> {
  const school = await world.store.school(who.partition);
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  return { school, protocol: releasedFor(world, school).protocol, calendar, today: calendar.dateOf(now) };
}

const maySee =
  ({ person }: Who, { protocol, school, today }: Reading) =>
  ({ access }: Pick<ListRow, 'access'>) =>
    can(person, 'view', protocol, school, access, today);

/** The open cases that this person may see, in one request whatever else the school holds (A4). */
export async function listCases(world: World, who: Who): Promise<ListRow[]> {
  const [rows, reading] = await Promise.all([world.store.openList(who.partition), readingOf(world, who)]);
  return rows.filter((row) => row.schoolYear === undefined).filter(maySee(who, reading));
}

/** The cases that closed in a school year and that this person may see, newest first. */
export async function listClosed(world: World, who: Who, schoolYear: number): Promise<ClosedRow[]> {
  const [rows, reading] = await Promise.all([
    world.store.closedList(who.partition, schoolYear),
    readingOf(world, who),
  ]);
  return rows
    .filter((row) => !row.access.everyGroup)
    .filter(maySee(who, reading))
    .sort((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? '') || b.number.localeCompare(a.number));
}

/** This school year, and the earlier ones in which something was reported, newest first. */
export async function schoolYears(world: World, who: Who): Promise<number[]> {
  const { calendar, today } = await readingOf(world, who);
  const now = calendar.schoolYear(today);
  const earlier = Array.from({ length: limits.yearsBack }, (_, i) => now - 1 - i);
  const counters = await Promise.all(earlier.map((year) => world.store.counter(who.partition, year)));
  return [now, ...earlier.filter((_, i) => counters[i]!.guard !== 'new')];
}

/**
 * A whole case; that this person looked is noted before anything is shown.
 * @throws DomainError `not-found` when the case is not there or not for this person
 */
export async function readCase(world: World, who: Who, caseId: string): Promise<Loaded> {
  const loaded = await loadFor(world, who, caseId);
  await noteRead(world, who, caseId);
  return loaded;
}

/** Notes that somebody looks at a case. */
export const noteRead = (world: World, who: Who, caseId: string): Promise<void> =>
  world.store.noteRead(who.partition, caseId, { at: world.clock.now(), person: who.person.id });

/** Messages that gave up, newest first: for the coordinator only; nobody else learns of any. */
export async function listUndelivered(world: World, who: Who): Promise<DeadJob[]> {
  const { protocol } = releasedFor(world, await world.store.school(who.partition));
  if (!holds(who.person, protocol.coordinator)) return [];
  return (await world.store.deadJobs(who.partition)).reverse().slice(0, limits.undelivered);
}
