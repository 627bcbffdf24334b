/** Whether the protocol itself is to be evaluated (Z11): by the step of the school year that asks for it, else a year after the last time. */
import type { CycleStep } from './yearCycle.ts';
import { yearCycle } from './yearCycle.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { Who, World } from './world.ts';

/** `later`: its day comes this school year; `by`: YYYY-MM-DD, for `done` the day on which it was. */
export interface Evaluation {
  state: 'late' | 'now' | 'later' | 'done';
  by?: string;
}

/** Undefined where the protocol asks for none, or it was left out this year. */
export async function evaluationOf(world: World, who: Who): Promise<Evaluation | undefined> {
  const school = await world.store.school(who.partition);
  const { about } = releasedFor(world, school).protocol;
  if (!about) return undefined;
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  const { steps } = await yearCycle(world, who, calendar.schoolYear(today));
  // The part of the year that covers the same row of the contract as the document's own dates, where it is one step.
  const asking = steps.filter(({ step }) => step.rows.some((row) => about.rows.includes(row)));
  if (new Set(asking.map(({ step }) => step.id)).size === 1) return stateOf(asking.at(-1)!);
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
