/** When an open step is asked for again, and who hears it when nothing happens (A3). Pure reckoning; decide records it. */
import type { Calendar } from './calendar.ts';
import type { CaseState, StepState } from './case.ts';
import { openSteps } from './case.ts';
import type { Protocol } from './protocol.ts';

/** One rung of the ladder: 1 is the first reminder. `to` is the function that a rung escalates to, absent on a reminder. */
export interface Rung {
  rung: number;
  at: string;
  to?: string;
}

/** School days between the rungs after the last one of the protocol: an open step never falls silent. */
const REPEAT = 5;

/** The n-th rung of a step, counted from 1. Each falls on the morning of a school day. */
function rungOf(n: number, due: { from?: string; by: string }, protocol: Protocol, calendar: Calendar): Rung {
  const { again, escalate } = protocol.reminders;
  const last = lastSchoolDay(due, calendar);
  const start = due.from ? calendar.onOrAfter(due.from) : last;
  const late = (days: number) => calendar.addSchoolDays(last, days);
  const ladder: { on: string; to?: string }[] = [
    ...(start < last ? [{ on: start }] : []),
    { on: last },
    { on: late(again) },
    ...escalate.map((rung) => ({ on: late(rung.after), to: rung.to })),
  ];
  const end = ladder[ladder.length - 1]!;
  const step = ladder[n - 1] ?? {
    on: calendar.addSchoolDays(end.on, REPEAT * (n - ladder.length)),
    to: end.to,
  };
  return { rung: n, at: calendar.morningOf(step.on), to: step.to };
}

/** The last school day up to and including `by` on which the step can still be done in time. */
function lastSchoolDay(due: { from?: string; by: string }, calendar: Calendar): string {
  const first = calendar.onOrAfter(due.from ?? due.by);
  if (first >= due.by) return first;
  let day = due.by;
  while (!calendar.isSchoolDay(day)) day = calendar.addDays(day, -1);
  return day;
}

/** The first rung still to come, seen from when the step opened or was last asked for. */
function nextRung(step: StepState, protocol: Protocol, calendar: Calendar): Rung | undefined {
  if (!step.due) return undefined;
  const since = step.nudgedAt ?? step.openedAt;
  let rung = rungOf(step.rung + 1, step.due, protocol, calendar);
  while (rung.at <= since) rung = rungOf(rung.rung + 1, step.due, protocol, calendar);
  return rung;
}

/** The highest rung that has come by now, so that a service that was away for a week asks once. */
export function rungNow(
  step: StepState,
  now: string,
  protocol: Protocol,
  calendar: Calendar,
): Rung | undefined {
  let reached: Rung | undefined;
  let rung = nextRung(step, protocol, calendar);
  while (rung && step.due && rung.at <= now) {
    reached = rung;
    rung = rungOf(rung.rung + 1, step.due, protocol, calendar);
  }
  return reached;
}

/** Whether a step is late on a date: its last day has passed. */
export const isLate = (step: StepState, today: string, calendar: Calendar): boolean =>
  step.status === 'open' && step.due !== undefined && today > lastSchoolDay(step.due, calendar);

/**
 * When this case wants to be looked at again: its first rung to come, or in a week when no step has a date, so that no
 * open case is ever without a next moment. Never in quiet hours. Undefined for a closed case.
 */
export function nextWake(
  state: CaseState,
  protocol: Protocol,
  calendar: Calendar,
  now: string,
): string | undefined {
  if (state.status === 'closed') return undefined;
  const rungs = openSteps(state).flatMap((step) => nextRung(step, protocol, calendar)?.at ?? []);
  const today = calendar.dateOf(now);
  const first = rungs.sort()[0] ?? calendar.morningOf(calendar.onOrAfter(calendar.addDays(today, 7)));
  if (first > now) return first;
  if (calendar.mayRemindAt(now)) return now;
  const morning = calendar.morningOf(calendar.onOrAfter(today));
  return morning > now ? morning : calendar.morningOf(calendar.addSchoolDays(today, 1));
}
