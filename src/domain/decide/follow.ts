/** What follows from each change by the protocol's own rules: steps open and lapse, dates move, the lead changes, a case waits. */
import type { CaseState, StepState } from '../case.ts';
import { openSteps, refKey } from '../case.ts';
import type { Due } from '../calendar.ts';
import { holdsTrue } from '../conditions.ts';
import { dueOf } from '../dates.ts';
import { DomainError } from '../errors.ts';
import { amountOf } from '../norms.ts';
import { countOf, nextOpening, toOpen } from '../openings.ts';
import type { Protocol } from '../protocol.ts';
import { functionTitle, stepOf } from '../protocol.ts';
import { hasNextDate } from '../reminders.ts';
import type { Context } from './context.ts';

/** A case without a date is looked at again after so many days. */
const WAIT_DAYS = 7;
const ROLE_CHANGED = 'De rol van deze leerling is veranderd.';
/** One thing leads to another a few times at most; more is a protocol that runs in a circle. */
const TURNS = 20;

/** Applies the protocol's rules until nothing more follows. */
export function follow(context: Context): void {
  for (let turn = 0; ; turn++) {
    const before = context.state().version;
    chooseLead(context);
    lapse(context);
    reinstate(context);
    suggest(context);
    openNewSteps(context);
    if (context.state().version === before) break;
    if (turn === TURNS) {
      throw new DomainError('conflict', 'Dit protocol loopt in een kring. Neem contact op met de beheerder.');
    }
  }
  redate(context);
  startWait(context);
}

/** Opens what should be open by now. */
export function openNewSteps({ state, record, protocol, calendar, today }: Context): void {
  for (const instance of toOpen({ state: state(), protocol, calendar, today })) {
    const { round, key } = instance;
    const setting = { state: state(), protocol, calendar, round, opened: today, for: instance.for };
    record({
      type: 'StepOpened',
      ...instance,
      due: dueOf(stepOf(protocol, instance.step), setting, countOf(key)),
    });
  }
}

/** Open steps that were overtaken, or whose participant no longer has the role. */
function lapse({ state, record, protocol, today }: Context): void {
  for (const open of openSteps(state())) {
    const because = overtaken(open, { state: state(), protocol, today });
    if (because !== undefined) record({ type: 'StepLapsed', key: open.key, because });
  }
}

/** Why a step need not be done in a case as it stands; undefined where it must. */
export function overtaken(
  { key, step: id, round, for: who }: StepState,
  { state, protocol, today }: { state: CaseState; protocol: Protocol; today: string },
): string | undefined {
  const step = protocol.steps.find((s) => s.id === id);
  if (!step) return 'De school heeft deze stap uitgezet.';
  const { lapses, opens, each } = step;
  const vacation = /~(\d{4}-\d{2}-\d{2})$/.exec(key)?.[1];
  const before = typeof opens === 'object' && 'vacation' in opens && opens.on === 'before';
  if (before && vacation !== undefined && today >= vacation) return 'De vakantie is begonnen.';
  if (lapses === 'round' && round < state.round) return 'Er is een nieuwe ronde begonnen.';
  if (typeof lapses === 'object' && holdsTrue(lapses, { state, protocol }))
    return 'Deze stap is niet meer nodig.';
  return who !== undefined && each && !hasRole(state, who, each) ? ROLE_CHANGED : undefined;
}

/** A participant who has the role again is asked again. */
function reinstate(context: Context): void {
  const { state, record, protocol } = context;
  const lapsed = Object.values(state().steps).filter(
    (s) => s.status === 'lapsed' && s.because === ROLE_CHANGED,
  );
  for (const step of lapsed) {
    const roles = protocol.steps.find((s) => s.id === step.step)?.each;
    if (!roles || step.for === undefined || !hasRole(state(), step.for, roles)) continue;
    const again = { ...step, reopenedAt: context.at };
    record({ type: 'StepReopened', key: step.key, due: dueByRules(again, context) });
  }
}

const hasRole = (state: CaseState, key: string, roles: readonly string[]) =>
  state.participants.some((p) => refKey(p.who) === key && p.roles.some((r) => roles.includes(r)));

/** So many reports about one pupil in so many school days are put to people, once for each report that makes it so (P7). */
function suggest({ state, record, protocol, calendar, today }: Context): void {
  for (const suggestion of protocol.suggestions) {
    if (suggestion.on !== 'signals' || state().status === 'closed') continue;
    const count = suggestion.count === undefined ? undefined : amountOf(suggestion.count, protocol);
    const days = suggestion.days === undefined ? undefined : amountOf(suggestion.days, protocol);
    if (count === undefined || days === undefined) continue;
    const dates = [...state().signals, ...state().reports.map((r) => calendar.dateOf(r.at))];
    const recent = dates.filter((date) => calendar.addSchoolDays(date, days) >= today).length;
    const asked = state().suggestions.some((s) => s.suggestion === suggestion.id);
    if (recent >= count && !asked) record({ type: 'Suggested', suggestion: suggestion.id });
  }
}

const moved = (a: Due | undefined, b: Due | undefined) =>
  a?.by !== b?.by || a?.from !== b?.from || a?.waits !== b?.waits;

/** When an instance is due by the rules; one that was reopened past its date has until the next school day. */
export function dueByRules(
  step: StepState,
  { state, protocol, calendar }: Pick<Context, 'state' | 'protocol' | 'calendar'>,
): Due | undefined {
  const opened = calendar.dateOf(step.reopenedAt ?? step.openedAt);
  const setting = { state: state(), protocol, calendar, round: step.round, opened, for: step.for };
  const due = dueOf(stepOf(protocol, step.step), setting, countOf(step.key));
  if (step.reopenedAt === undefined || !due || due.by > opened) return due;
  const why = `opnieuw geopend op ${calendar.say(opened)}; de eerste schooldag daarna`;
  return { by: calendar.addSchoolDays(opened, 1), why };
}

/** Dates of open steps are reckoned again, except where people set one. */
function redate(context: Context): void {
  const { state, record } = context;
  for (const open of openSteps(state())) {
    if (open.postponed) continue;
    const due = dueByRules(open, context);
    if (moved(due, open.due)) record({ type: 'DueMoved', key: open.key, due });
  }
}

/** The rule that now says who is in charge (K4): a change of rule changes the lead, whoever people had put there. */
function chooseLead({ state, record, protocol, holders }: Context): void {
  if (state().status === 'closed') return;
  const rule = protocol.lead.find((r) => !r.when || holdsTrue(r.when, { state: state(), protocol }));
  if (!rule || rule.function === state().ruled) return;
  const lead = firstOf([rule.function, protocol.lead.at(-1)!.function, protocol.coordinator]);
  const because = rule.because ?? `De ${functionTitle(protocol, lead.function)} is het eerst aan zet.`;
  const before = state().lead.person;
  const relieved = before === lead.person ? undefined : before;
  record({ type: 'LeadAssigned', lead, because, rule: rule.function, relieved });

  function firstOf(chain: string[]) {
    const fn = chain.find((name) => holders[name] !== undefined);
    return fn === undefined ? { function: protocol.coordinator } : { function: fn, person: holders[fn] };
  }
}

/** No open case is without a next moment: where no step has a date, it waits for a week, or for the year's next day. */
function startWait(context: Context): void {
  const { state, record, calendar, today, at, protocol } = context;
  const now = state();
  if (now.status === 'closed' || hasNextDate(now, protocol)) return;
  if (now.waitsUntil !== undefined && now.waitsUntil > at) return;
  record({ type: 'WaitStarted', until: calendar.morningOf(nextLook(now, protocol)) });

  function nextLook(waiting: CaseState, rules: Protocol): string {
    if (waiting.schoolYear === undefined) return calendar.onOrAfter(calendar.addDays(today, WAIT_DAYS));
    const next = nextOpening({ state: waiting, protocol: rules, calendar, today });
    const end = calendar.onOrAfter(calendar.dayIn(waiting.schoolYear + 1, '08-01'));
    return next ?? (end > today ? end : calendar.onOrAfter(calendar.addDays(today, WAIT_DAYS)));
  }
}
