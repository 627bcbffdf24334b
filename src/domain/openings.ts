/** Which steps of a protocol should be open in a case as it stands. */
import type { Calendar } from './calendar.ts';
import type { CaseState, StepState } from './case.ts';
import { inRole } from './case.ts';
import { holdsTrue } from './conditions.ts';
import { unreachable } from './errors.ts';
import { amountOf } from './norms.ts';
import type { Opening, Protocol, Step } from './protocol.ts';

/** One instance of a step; `n` counts those of a step that comes more often, from 1. */
export interface Instance {
  key: string;
  step: string;
  round: number;
  for?: string;
}
interface Setting {
  state: CaseState;
  protocol: Protocol;
  calendar: Calendar;
  /** The school's date now. */
  today: string;
}

/** A year's case that opens after this day began late; the first school day after summer is before it. */
const YEAR_HAS_BEGUN = '10-01';

/** The n of a key: `nazorg.1~2` is the second. */
export const countOf = (key: string): number => Number(/~(\d+)$/.exec(key)?.[1] ?? 1);
const keyOf = (step: string, round: number, who?: string, n: number | string = 1): string =>
  `${step}.${round}${who === undefined ? '' : `.${who}`}${n === 1 ? '' : `~${n}`}`;

/** The key of the next instance of a step that is done by hand or done again. */
export function nextKey(state: CaseState, step: string, round: number, who?: string): string {
  let n = 1;
  while (state.steps[keyOf(step, round, who, n)]) n++;
  return keyOf(step, round, who, n);
}

/** The step instances that should be open and do not exist yet, in the protocol's order. */
export function toOpen(setting: Setting): Instance[] {
  const { state, protocol } = setting;
  return protocol.steps.flatMap((step) => {
    if (step.when && !holdsTrue(step.when, setting)) return [];
    // What lapses with its round does not open in one that is over.
    const first = step.lapses === 'round' ? state.round : 1;
    const rounds = Array.from({ length: state.round - first + 1 }, (_, i) => first + i);
    return rounds.flatMap((round) => instancesOf(step, round, setting)).filter((i) => !state.steps[i.key]);
  });
}

function instancesOf(step: Step, round: number, setting: Setting): Instance[] {
  const { state } = setting;
  const { id, opens: opening, each } = step;
  if (opening === 'closing') {
    if (state.status === 'open' || round !== state.round) return [];
    return [{ key: keyOf(id, round, undefined, state.closings), step: id, round }];
  }
  if (state.status === 'closed') return [];
  if (round === 1 && typeof opening === 'object' && 'suggestion' in opening) {
    const noticed = state.suggestions.filter((s) => s.suggestion === opening.suggestion);
    return noticed.map((s, i) => ({ key: keyOf(id, 1, s.about, i + 1), step: id, round, for: s.about }));
  }
  if (opening === 'second-report') {
    if (round > 1) return [];
    return state.reports.slice(1).map((r) => ({ key: keyOf(id, 1, r.number), step: id, round }));
  }
  if (typeof opening === 'object' && 'vacation' in opening)
    return round === 1 ? aroundVacations(step, opening, setting) : [];
  if (typeof opening === 'object' && 'day' in opening)
    return round === 1 && dayHasCome(opening.day, setting, lastDayOf(step))
      ? [{ key: keyOf(id, 1), step: id, round }]
      : [];
  if (!each) return opens(opening, round, setting) ? [{ key: keyOf(id, round), step: id, round }] : [];
  return inRole(state, ...each)
    .filter((who) => opens(opening, round, setting, who))
    .map((who) => ({ key: keyOf(id, round, who), step: id, round, for: who }));
}

/** Whether an opening holds in a round; `who`: for the instance that is held with this participant. */
function opens(opening: Opening, round: number, setting: Setting, who?: string): boolean {
  switch (opening) {
    case 'report':
      return round === 1;
    case 'round':
      return round > 1;
    case 'hand':
    case 'closing':
    case 'second-report':
      return false;
  }
  if ('after' in opening)
    return opening.after.every((id) => follows(id, opening.outcome, round, setting, who));
  if ('when' in opening) return holdsTrue(opening.when, { ...setting, only: round, who });
  if ('any' in opening) return opening.any.some((o) => opens(o, round, setting, who));
  if ('all' in opening) return opening.all.every((o) => opens(o, round, setting, who));
  if ('day' in opening) return round === 1 && dayHasCome(opening.day, setting);
  if ('suggestion' in opening || 'vacation' in opening) return false;
  return unreachable(opening);
}

/**
 * Whether a day of the school year has come. A school that begins in the middle of a year begins with what can still be done
 * by its last day.
 */
function dayHasCome(day: string, { state, calendar, today }: Setting, last = day): boolean {
  const { schoolYear, openedAt } = state;
  if (schoolYear === undefined) return false;
  const opened = calendar.dateOf(openedAt);
  const late = opened > calendar.dayIn(schoolYear, YEAR_HAS_BEGUN);
  return calendar.dayIn(schoolYear, day) <= today && (!late || opened <= calendar.dayIn(schoolYear, last));
}

/** The day of the year, MM-DD, by which a step is done, where it has one. */
export const lastDayOf = ({ due }: Step): string | undefined =>
  due.flatMap((rule) =>
    'on' in rule && typeof rule.on === 'object' && 'day' in rule.on ? [rule.on.day] : [],
  )[0];

/** Whether a step is behind us in a round: with an outcome, when one instance had it; else when none is open any more. */
function follows(
  id: string,
  outcome: string[] | undefined,
  round: number,
  setting: Setting,
  who?: string,
): boolean {
  const { state, protocol } = setting;
  const step = protocol.steps.find((s) => s.id === id);
  if (!step) return false;
  const all = Object.values(state.steps).filter((s) => s.step === id && s.round === round);
  const apart = who !== undefined && step.each !== undefined && inRole(state, ...step.each).includes(who);
  const instances = apart ? all.filter((s) => s.for === who) : all;
  if (outcome) return instances.some((s) => s.status === 'done' && outcome.includes(s.outcome ?? ''));
  if (instances.some((s) => s.status === 'open')) return false;
  if (!apart && awaitsSomebody(step, round, all, setting)) return false;
  if (instances.length > 0) return true;
  if (apart) return false;
  // Nobody has the role: there is nothing to wait for once it could have been opened.
  return (
    step.each !== undefined && inRole(state, ...step.each).length === 0 && opens(step.opens, round, setting)
  );
}

/** Whether a participant still has to get an instance of their own: somebody who was named a moment ago. */
function awaitsSomebody(step: Step, round: number, all: readonly StepState[], setting: Setting): boolean {
  if (!step.each || (step.when && !holdsTrue(step.when, setting))) return false;
  const without = inRole(setting.state, ...step.each).filter((who) => !all.some((s) => s.for === who));
  return without.some((who) => opens(step.opens, round, setting, who));
}

type Around = Extract<Opening, { vacation: unknown }>;

/**
 * The moments around the vacations of this case's time: the last school day before, and the second one after (P23),
 * and until when it still makes sense to ask.
 */
function vacationDays(opening: Around, { state, protocol, calendar }: Omit<Setting, 'today'>) {
  const days = amountOf(opening.vacation, protocol);
  if (days === undefined) return [];
  const opened = calendar.dateOf(state.openedAt);
  return calendar.vacations(days).flatMap(({ from, to }) => {
    const dayBefore = calendar.addDays(from, -1);
    const before = calendar.onOrBefore(dayBefore);
    if (opened > before) return [];
    if (opening.on === 'before') return [{ vacation: from, on: before, until: dayBefore }];
    const on = calendar.addSchoolDays(to, 2);
    return [{ vacation: from, on, until: calendar.addSchoolDays(on, 3) }];
  });
}

function aroundVacations(step: Step, opening: Around, setting: Setting): Instance[] {
  return vacationDays(opening, setting)
    .filter(({ on, until }) => on <= setting.today && setting.today <= until)
    .map(({ vacation }) => ({ key: keyOf(step.id, 1, undefined, vacation), step: step.id, round: 1 }));
}

/** The next date on which the calendar itself opens a step of this case; undefined when none is to come. */
export function nextOpening({ state, protocol, calendar, today }: Setting): string | undefined {
  if (state.status === 'closed') return undefined;
  const dates = protocol.steps.flatMap(({ opens: opening }) => {
    if (typeof opening === 'string') return [];
    if ('vacation' in opening) return vacationDays(opening, { state, protocol, calendar }).map((v) => v.on);
    if ('day' in opening && state.schoolYear !== undefined)
      return [calendar.onOrAfter(calendar.dayIn(state.schoolYear, opening.day))];
    return [];
  });
  return dates.filter((date) => date > today).sort()[0];
}
