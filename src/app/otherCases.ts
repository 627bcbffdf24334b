/** What a pupil's other cases tell: facts that the core is given, put to people and never decided (K12, P7). */
import type { Partition } from './ports/rows.ts';
import { load } from './load.ts';
import type { World } from './world.ts';

/** The dates of the reports about this pupil in closed cases; those of an open case are in that case. */
export async function earlierSignals(world: World, partition: Partition, pupil: string): Promise<string[]> {
  const links = await world.store.casesOf(partition, pupil);
  const closed = links.filter((link) => !link.open && link.roles.includes('gepeste'));
  const cases = await Promise.all(closed.map((link) => load(world, partition, link.case)));
  return cases.flatMap(({ state, calendar }) => state.reports.map((r) => calendar.dateOf(r.at))).sort();
}

/** Which of these pupils are a confirmed pester in another case than this one (K12). */
export async function pestersElsewhere(
  world: World,
  partition: Partition,
  pupils: readonly string[],
  caseId: string,
): Promise<string[]> {
  const links = await Promise.all(pupils.map((pupil) => world.store.casesOf(partition, pupil)));
  return pupils.filter((_, i) => links[i]!.some((l) => l.case !== caseId && l.roles.includes('pester')));
}
