/** When an open step is asked for again, and who hears it when nothing happens (A3). Pure reckoning; decide records it. */
import type { Calendar, Due } from './calendar.ts';
import type { CaseState, StepState } from './case.ts';
import { openSteps } from './case.ts';
import { nextOpening } from './openings.ts';
import type { Protocol, Step } from './protocol.ts';
import { stepOf } from './protocol.ts';

/** One rung of the ladder: 1 is the first reminder. `to` is the function that a rung escalates to, absent on a reminder. */
export interface Rung {
  rung: number;
  at: string;
  to?: string;
}

/** What reminding goes by: the rules, the days, and the function that is in charge now. */
export interface Ladder {
  protocol: Protocol;
  calendar: Calendar;
  lead: string;
}

/** The reminders of a step: its own, or the protocol's; who hears of lateness where neither says so. Nobody is told of their own lateness. */
function laddering(step: Step, { protocol, lead }: Ladder) {
  const { again, every, escalate } = step.reminders ?? protocol.reminders;
  const { coordinator } = protocol;
  const above = protocol.functions[coordinator]?.next;
  const usual = [{ after: 2, to: coordinator }, ...(above ? [{ after: 5, to: above }] : [])];
  const doer = step.by === 'lead' ? lead : step.by;
  return { again, every, escalate: (escalate ?? usual).filter((rung) => rung.to !== doer) };
}

/** The n-th rung of a step, counted from 1. Each falls on the morning of a school day; the last one comes back for as long as the step is open. */
function rungOf(n: number, state: StepState, due: Due, by: Ladder): Rung {
  const { calendar, protocol } = by;
  const { again, every, escalate } = laddering(stepOf(protocol, state.step), by);
  // A step that opens after its date is late at once, but is asked for before anybody else hears of it.
  const opened = calendar.onOrAfter(calendar.dateOf(state.reopenedAt ?? state.openedAt));
  const date = lastSchoolDay(due, calendar);
  const last = date < opened ? opened : date;
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
    on: calendar.addSchoolDays(end.on, every * (n - ladder.length)),
    to: end.to,
  };
  return { rung: n, at: calendar.morningOf(step.on), to: step.to };
}

/** The last school day up to and including `by` on which the step can still be done in time. */
export function lastSchoolDay(due: Due, calendar: Calendar): string {
  const first = calendar.onOrAfter(due.from ?? due.by);
  return first >= due.by ? first : calendar.onOrBefore(due.by);
}

/** The first rung still to come, seen from when the step opened or was last asked for. */
function nextRung(step: StepState, by: Ladder): Rung | undefined {
  // A step that the school switched off lapses at the next look; until then nothing is asked.
  const known = by.protocol.steps.some((s) => s.id === step.step);
  if (!known || !step.due || step.due.waits) return undefined;
  const since = step.nudgedAt ?? step.openedAt;
  let rung = rungOf(step.rung + 1, step, step.due, by);
  while (rung.at <= since) rung = rungOf(rung.rung + 1, step, step.due, by);
  return rung;
}

/** The highest rung that has come by now, so that a service that was away for a week asks once. */
export function rungNow(step: StepState, now: string, by: Ladder): Rung | undefined {
  let reached: Rung | undefined;
  let rung = nextRung(step, by);
  while (rung && step.due && rung.at <= now) {
    reached = rung;
    rung = rungOf(rung.rung + 1, step, step.due, by);
  }
  return reached;
}

/** Whether a step is late on a date: its last day has passed. */
export const isLate = (step: StepState, today: string, calendar: Calendar): boolean =>
  step.status === 'open' && isPast(step.due, today, calendar);

/** Whether the last day of a date has passed. */
export const isPast = (due: Due | undefined, today: string, calendar: Calendar): boolean =>
  due !== undefined && !due.waits && today > lastSchoolDay(due, calendar);

/** Whether a step that keeps this case going has a date that counts down; a side track does not (S8). */
export const hasNextDate = (state: CaseState, protocol: Protocol): boolean =>
  openSteps(state).some(
    (step) =>
      step.due !== undefined && !step.due.waits && protocol.steps.some((s) => s.id === step.step && !s.side),
  );

/** The first morning of school in the next school year: then a case may pass to another (P21). */
function nextYear(calendar: Calendar, now: string): string {
  const year = calendar.schoolYear(calendar.dateOf(now));
  const morning = (of: number) => calendar.morningOf(calendar.onOrAfter(calendar.dayIn(of, '08-01')));
  return morning(year) > now ? morning(year) : morning(year + 1);
}

/**
 * When this case wants to be looked at again: its first rung, the first day on which the calendar opens a step, or the
 * end of its wait. Never in quiet hours. Undefined for a closed case that asks nothing more.
 */
export function nextWake(
  state: CaseState,
  protocol: Protocol,
  calendar: Calendar,
  now: string,
): string | undefined {
  const today = calendar.dateOf(now);
  const opening = nextOpening({ state, protocol, calendar, today });
  const moments = [
    ...openSteps(state).flatMap(
      (step) => nextRung(step, { protocol, calendar, lead: state.lead.function })?.at ?? [],
    ),
    ...(opening ? [calendar.morningOf(opening)] : []),
    ...(state.status === 'open' && state.schoolYear === undefined ? [nextYear(calendar, now)] : []),
    ...(state.waitsUntil && !hasNextDate(state, protocol) ? [state.waitsUntil] : []),
  ];
  const first = moments.sort()[0];
  if (first === undefined || first > now) return first;
  if (calendar.mayRemindAt(now)) return now;
  const morning = calendar.morningOf(calendar.onOrAfter(today));
  return morning > now ? morning : calendar.morningOf(calendar.addSchoolDays(today, 1));
}
