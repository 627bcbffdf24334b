/** How a case went beside its protocol: each step in time or late, left out and why. Pure reckoning. */
import type { Calendar, Due } from './calendar.ts';
import type { CaseState, StepState } from './case.ts';
import { isPast, lastSchoolDay } from './reminders.ts';

/** What became of a step; `undated`: done, and no date was asked of it. `waits`: open, until another step has been. */
export type Became = 'in-time' | 'late' | 'undated' | 'open' | 'waits' | 'skipped' | 'lapsed' | 'dropped';

export interface Conformance {
  key: string;
  step: string;
  round: number;
  for?: string;
  became: Became;
  due?: Due;
  /** YYYY-MM-DD: the day on which it took place, or was left out. */
  on?: string;
  /** School days after its last day on which it took place, or that it is late today; 0 in time. */
  lateBy: number;
  /** Why it was left out or overtaken. */
  because?: string;
}

/** Every step that the case has had, in the order in which they came. */
export const conformanceOf = (state: CaseState, today: string, calendar: Calendar): Conformance[] =>
  Object.values(state.steps)
    .map((step) => conformanceOfStep(step, today, calendar))
    .sort((a, b) => openedAt(state, a.key).localeCompare(openedAt(state, b.key)));

const openedAt = ({ steps }: CaseState, key: string) => steps[key]?.openedAt ?? '';

function conformanceOfStep(state: StepState, today: string, calendar: Calendar): Conformance {
  const { key, step, round, due, because, status } = state;
  const ended = state.endedAt && calendar.dateOf(state.endedAt);
  const on = status === 'open' ? undefined : (state.on ?? ended);
  const counts = status === 'open' || status === 'done';
  const lateBy = counts ? daysLate(due, on ?? today, calendar) : 0;
  return { key, step, round, for: state.for, became: becameOf(state, lateBy), due, on, lateBy, because };
}

function becameOf({ status, due }: StepState, lateBy: number): Became {
  if (status === 'open') return lateBy > 0 ? 'late' : due?.waits ? 'waits' : 'open';
  if (status !== 'done') return status;
  if (!due) return 'undated';
  return lateBy > 0 ? 'late' : 'in-time';
}

/** School days between the last day of a date and `on`; a free day counts for the school day after it. */
export function daysLate(due: Due | undefined, on: string, calendar: Calendar): number {
  if (!due || !isPast(due, on, calendar)) return 0;
  const last = lastSchoolDay(due, calendar);
  const until = calendar.onOrAfter(on);
  let days = 1;
  for (let day = calendar.addSchoolDays(last, 1); day < until; day = calendar.addSchoolDays(day, 1)) days++;
  return days;
}
