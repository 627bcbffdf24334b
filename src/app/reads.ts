/** What people read of cases. */
import { can } from '../domain/access.ts';
import { limits } from '../domain/limits.ts';
import { holds } from '../domain/school.ts';
import { loadFor } from './steps.ts';
import type { Loaded } from './change.ts';
import type { DeadJob, ListRow } from './ports.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { Who, World } from './world.ts';

/** The open cases that this person may see, in one request whatever else the school holds (A4). */
export async function listCases(world: World, who: Who): Promise<ListRow[]> {
  const [rows, school] = await Promise.all([
    world.store.openList(who.partition),
    world.store.school(who.partition),
  ]);
  const { protocol } = releasedFor(world, school);
  const cases = rows.filter((row) => row.schoolYear === undefined);
  const now = world.clock.now();
  const today = calendarOf(school, now).dateOf(now);
  return cases.filter((row) => can(who.person, 'view', protocol, school, row.access, today));
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
