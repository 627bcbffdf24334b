/** What no day needs any more: expired points, what the calendar brought once, and forms too old to come back. */
import type { Calendar } from '../domain/calendar.ts';
import { limits } from '../domain/limits.ts';
import type { Partition } from './ports/rows.ts';
import type { World } from './world.ts';

/** Takes it away, once a day for each partition however many services look. @param today YYYY-MM-DD */
export async function tidy(
  { store }: World,
  partition: Partition,
  today: string,
  calendar: Calendar,
): Promise<void> {
  const first = await store.commit(partition, { slot: { date: today, kind: 'tidy', where: 'all' } });
  if (!first.ok) return;
  const daysAgo = (days: number) => calendar.addDays(today, -days);
  await store.forget(partition, {
    alerts: today,
    days: daysAgo(limits.keptDays),
    // Longer than a form is taken: days begin at another instant than they do in UTC.
    forms: daysAgo(limits.seenDays + 2),
  });
}
