/** What a change of the calendar or the norms moves, reckoned before the reviews do it: for whoever saves it to hear. */
import pLimit from 'p-limit';
import { firstHoldersIn } from '../../domain/barred.ts';
import { can } from '../../domain/access.ts';
import { SYSTEM } from '../../domain/case.ts';
import { limits } from '../../domain/limits.ts';
import type { School } from '../../domain/school.ts';
import type { Loaded } from '../load.ts';
import { change } from '../change.ts';
import { loadIfThere, rulesOf } from '../load.ts';
import type { ListRow } from '../ports/rows.ts';
import { calendarOf, releasedFor } from '../world.ts';
import type { Who, World } from '../world.ts';

/** The first of them; `more` counts what is not told. */
export interface Moves {
  shown: { case: string; number: string; step: string; from?: string; to?: string }[];
  more: number;
}

/** How many cases are read at once. */
const AT_ONCE = 8;

/** The open cases that this person may see in a school as it becomes. */
export function seenIn(next: School, world: World, { person }: Who, open: readonly ListRow[]): ListRow[] {
  const now = world.clock.now();
  const today = calendarOf(next, now).dateOf(now);
  const { protocol } = releasedFor(world, next);
  return open.filter((row) => can(person, 'view', protocol, next, row.access, today));
}

/** @param next the school as it becomes */
export async function movesOf(
  world: World,
  who: Who,
  open: readonly ListRow[],
  next: School,
): Promise<Moves> {
  const now = world.clock.now();
  const calendar = calendarOf(next, now);
  const { partition } = who;
  const limit = pLimit(AT_ONCE);
  const moved = await Promise.all(
    seenIn(next, world, who, open).map((row) =>
      limit(async () => {
        const loaded = await loadIfThere(world, partition, row.case);
        if (!loaded) return [];
        const rules = rulesOf(
          await world.store.protocol(partition, loaded.state.protocol),
          next,
          loaded.state,
        );
        return movedIn({ ...loaded, school: next, calendar, protocol: rules }, now);
      }),
    ),
  );
  const all = moved.flat();
  return { shown: all.slice(0, limits.reported), more: Math.max(0, all.length - limits.reported) };
}

function movedIn(loaded: Loaded, at: string): Moves['shown'] {
  const { state, protocol, school } = loaded;
  if (state.status === 'closed') return [];
  const holders = firstHoldersIn(state, school, protocol);
  const after = change({ type: 'review', at, by: SYSTEM, holders }, loaded).state;
  return Object.values(after.steps).flatMap((step) => {
    const from = state.steps[step.key]?.due?.by;
    const to = step.due?.by;
    const known = protocol.steps.find((s) => s.id === step.step);
    if (step.status !== 'open' || !known || !state.steps[step.key] || from === to) return [];
    return [{ case: state.id, number: state.number, step: known.title, from, to }];
  });
}
