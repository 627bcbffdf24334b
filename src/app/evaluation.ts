/** Whether the protocol itself is to be evaluated (Z11): by the step of the school year that the protocol names for it, else a year after the last time. */
import type { CycleStep } from './yearCycle.ts';
import { yearCycle } from './yearCycle.ts';
import { rulesOf } from './load.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { Who, World } from './world.ts';

/** `later`: its day comes this school year; `by`: YYYY-MM-DD, for `done` the day on which it was. */
export interface Evaluation {
  state: 'late' | 'now' | 'later' | 'done';
  by?: string;
}

/** Undefined where the protocol has neither such a step nor a date, or the school left the step out. */
export async function evaluationOf(world: World, who: Who): Promise<Evaluation | undefined> {
  const school = await world.store.school(who.partition);
  const { about, year } = rulesOf(releasedFor(world, school).protocol, school);
  if (!about) return undefined;
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  const { evaluation } = about;
  if (evaluation !== undefined) {
    if (!year?.steps.some((step) => step.id === evaluation)) return undefined;
    const { steps } = await yearCycle(world, who, calendar.schoolYear(today));
    const asked = steps.findLast(({ step }) => step.id === evaluation);
    if (asked) return stateOf(asked);
    // This year still runs by the steps of another protocol.
  }
  const last = about.evaluated ?? about.drawnUp;
  return last !== undefined && calendar.addDays(last, 366) <= today ? { state: 'now' } : undefined;
}

function stateOf({ state, due, on }: CycleStep): Evaluation | undefined {
  switch (state) {
    case 'late':
    case 'later':
      return { state, by: due?.by };
    case 'open':
      return { state: 'now', by: due?.by };
    case 'done':
      return { state, by: on };
    case 'skipped':
    case 'lapsed':
    case 'missed':
      return undefined;
  }
}
