/** For the new groups (P21): which pupils had better not be placed together, from the cases of this school year and the last. */
import { accessOf, can } from '../domain/access.ts';
import type { CaseState } from '../domain/case.ts';
import { load } from './load.ts';
import { mustCoordinate } from './turnYear.ts';
import { calendarOf } from './world.ts';
import type { Who, World } from './world.ts';

/** A case with what it advises; that the coordinator looked is noted. @throws DomainError `forbidden` for anybody else */
export async function listApart(world: World, who: Who): Promise<CaseState[]> {
  const { store, clock } = world;
  const { partition, person } = who;
  await mustCoordinate(world, who);
  const now = clock.now();
  const calendar = calendarOf(await store.school(partition), now);
  const year = calendar.schoolYear(calendar.dateOf(now));
  const rows = await Promise.all([
    store.openList(partition),
    store.closedList(partition, year),
    store.closedList(partition, year - 1),
  ]);
  const found: CaseState[] = [];
  for (const row of rows.flat().filter(({ apart }) => apart !== false)) {
    const { state, protocol, school, today } = await load(world, partition, row.case);
    if (state.apart.length === 0) continue;
    if (!can(person, 'view', protocol, school, accessOf(state, protocol), today)) continue;
    await store.noteRead(partition, state.id, { at: now, person: person.id });
    found.push(state);
  }
  return found;
}
