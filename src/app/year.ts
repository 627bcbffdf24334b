/** The school year's own steps (K21, M12, Z10–Z12): one case a year, on the same engine as the others. */
import { SYSTEM } from '../domain/case.ts';
import { yearProtocol } from '../domain/protocol.ts';
import { firstHolders } from '../domain/school.ts';
import { change } from './change.ts';
import { rulesOf } from './load.ts';
import { withIds } from './commit.ts';
import type { Partition } from './ports/rows.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { World } from './world.ts';

/** Opens the case of the school year that runs now, once: its name is the year, so whoever comes second finds it there. */
export async function openYear(world: World, partition: Partition): Promise<void> {
  const now = world.clock.now();
  const school = await world.store.school(partition);
  const { ref, protocol } = releasedFor(world, school);
  if (!protocol.year) return;
  const calendar = calendarOf(school, now);
  const schoolYear = calendar.schoolYear(calendar.dateOf(now));
  const id = `jaar-${schoolYear}`;
  if (await world.store.load(partition, id)) return;
  const rules = yearProtocol(rulesOf(protocol, school));
  const decided = change(
    {
      type: 'openYear',
      at: now,
      by: SYSTEM,
      holders: firstHolders(school, rules, undefined),
      case: id,
      number: `${schoolYear}-${schoolYear + 1}`,
      figure: id,
      protocol: ref,
      schoolYear,
    },
    { protocol: rules, school, calendar },
  );
  // Refused when another service was first: then it is there.
  await world.store.commit(partition, {
    cases: decided.change ? [decided.change] : [],
    jobs: withIds(world, decided.jobs),
  });
}
