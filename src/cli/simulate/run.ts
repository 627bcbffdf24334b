/** Runs a scenario in time through the same decide, evolve, react and nextWake as the service, without storage or Teams. */
import { mayIssue } from '../../domain/access.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Actor, CaseState, Command, Event } from '../../domain/case.ts';
import { SYSTEM } from '../../domain/case.ts';
import { decide } from '../../domain/decide/decide.ts';
import { DomainError } from '../../domain/errors.ts';
import { fold } from '../../domain/evolve.ts';
import { factsOf } from '../../domain/facts.ts';
import { unknownNorms, withNorms } from '../../domain/norms.ts';
import type { Protocol, ProtocolRef } from '../../domain/protocol.ts';
import { functionTitle, yearProtocol } from '../../domain/protocol.ts';
import { react } from '../../domain/react.ts';
import { nextWake } from '../../domain/reminders.ts';
import type { Person, School } from '../../domain/school.ts';
import { firstHolders, pupilOf } from '../../domain/school.ts';
import { commandOf } from './actions.ts';
import type { Scenario } from './scenario.ts';
import { MalformedScenario, reportOf } from './scenario.ts';
import { personBy, scenarioCalendar, schoolOf } from './school.ts';
import type { Entry } from './timeline.ts';
import { entriesOf } from './timeline.ts';

/** More looks than this at one case is a case that never rests. */
const MOST_WAKES = 5_000;

/** What a run needs to know of the case it drives. */
export interface Run {
  scenario: Scenario;
  protocol: Protocol;
  school: School;
  calendar: Calendar;
  state?: CaseState;
  events: Event[];
  entries: Entry[];
  /** The instant at which the case was last looked at. */
  now: string;
  /** The next report's number. */
  numbers: number;
}

/**
 * The timeline of a scenario, in order of time.
 * @throws MalformedScenario when the scenario names what protocol or school don't have
 */
export function simulate(
  protocol: Protocol,
  ref: ProtocolRef,
  scenario: Scenario,
): { entries: Entry[]; events: Event[]; state: CaseState } {
  const unknown = unknownNorms(protocol, scenario.school.norms);
  if (unknown.length > 0)
    throw new MalformedScenario(`school.norms: dit protocol kent geen norm "${unknown[0]}"`);
  if (scenario.protocol !== protocol.id)
    throw new MalformedScenario(
      `dit scenario is voor protocol "${scenario.protocol}", niet voor "${protocol.id}"`,
    );
  const rules = withNorms(protocol, scenario.school.norms);
  const school = schoolOf(scenario, protocol);
  const start = (scenario.report ?? scenario.year)!.at;
  const run: Run = {
    scenario,
    protocol: scenario.year ? yearProtocol(rules) : rules,
    school,
    calendar: scenarioCalendar(school, start),
    events: [],
    entries: [],
    now: instantOf(start, scenarioCalendar(school, start)),
    numbers: 1,
  };
  open(run, ref);
  for (const action of [...scenario.do].sort((a, b) => a.at.localeCompare(b.at))) {
    const at = instantOf(action.at, run.calendar);
    wakeUntil(at, run);
    const person = personBy(action.by, school);
    issue(commandOf(action, at, person, run), person, run);
  }
  wakeUntil(endOf(run), run);
  const entries = withoutStaleDates(run.entries);
  return {
    entries: entries.sort((a, b) => a.line.at.localeCompare(b.line.at)),
    events: run.events,
    state: run.state!,
  };
}

/** A moment of a scenario, on the school's clock, as an instant. */
export const instantOf = (moment: string, calendar: Calendar): string =>
  calendar.instant(moment.slice(0, 10), moment.slice(11) || '23:59');

/** Up to where the run goes on by itself; without `until`, to the last moment that the scenario names. */
function endOf({ scenario, calendar }: Run): string {
  const last =
    scenario.until ??
    scenario.do
      .map((a) => a.at)
      .sort()
      .at(-1) ??
    (scenario.report ?? scenario.year)!.at;
  return instantOf(last, calendar);
}

function open(run: Run, protocol: ProtocolRef): void {
  const { scenario, school, calendar } = run;
  const { report, year } = scenario;
  const at = instantOf((report ?? year)!.at, calendar);
  const opened = { case: 'zaak', protocol, figure: 'zaak' };
  const today = calendar.dateOf(at);
  const schoolYear = calendar.schoolYear(today);
  if (report) {
    const { target, signals } = report;
    const told = reportOf(report, target, today);
    const group = pupilOf(school, target)?.group;
    const person = personBy(report.by, school);
    const by: Actor = { person: person.id, function: person.posts[0]?.function ?? 'medewerker' };
    const holders = firstHolders(school, run.protocol, group);
    const facts = factsOf(told, group, school);
    const number = nextNumber(run, at);
    apply(
      {
        ...opened,
        type: 'openCase',
        at,
        by,
        holders,
        number,
        report: told,
        about: { pupil: target },
        group,
        facts,
        signals,
      },
      run,
    );
  } else {
    const holders = firstHolders(school, run.protocol, undefined);
    apply(
      {
        ...opened,
        type: 'openYear',
        at,
        by: SYSTEM,
        holders,
        number: `${schoolYear}-${schoolYear + 1}`,
        schoolYear,
      },
      run,
    );
  }
}

/** The number of the next report, in the series of its school year. */
export function nextNumber(run: Run, at: string): string {
  const year = run.calendar.schoolYear(run.calendar.dateOf(at));
  return `${year}-${String(run.numbers++).padStart(4, '0')}`;
}

/** Issues a person's command; what the system would refuse becomes a line that says so. */
function issue(command: Command, person: Person, run: Run): void {
  const { state, protocol, school, calendar } = run;
  try {
    if (!mayIssue(person, command, { state: state!, protocol, school }))
      throw new DomainError(
        'forbidden',
        `De ${functionTitle(protocol, command.by.function)} mag dit niet doen.`,
      );
    apply(command, run);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const key = 'step' in command ? command.step : undefined;
    const step = key === undefined ? undefined : (state!.steps[key]?.step ?? key.split('.')[0]!);
    const rows = protocol.steps.find((s) => s.id === step)?.rows;
    const line = {
      at: calendar.wallClock(command.at),
      what: 'refused' as const,
      ...(step === undefined ? {} : { step }),
      ...(rows?.length ? { rows } : {}),
      ...(key !== undefined && state!.steps[key]?.for !== undefined ? { for: state!.steps[key].for } : {}),
      by: command.by.function,
      why: error.message,
    };
    run.entries.push({ line, actor: person.id, persons: [] });
  }
}

function apply(command: Command, run: Run): void {
  const { protocol, calendar, school } = run;
  const events = decide(command, run.state, protocol, calendar);
  const state = fold(events, run.state)!;
  run.state = state;
  run.events.push(...events);
  run.now = command.at;
  const after = { state, protocol, calendar, school, now: command.at };
  if (events.length > 0) run.entries.push(...entriesOf(events, react(events, after), after));
}

/** What happens by itself up to a moment: the case is woken whenever it asks to be. */
function wakeUntil(end: string, run: Run): void {
  const { protocol, calendar, school } = run;
  for (let wakes = 0; wakes < MOST_WAKES; wakes++) {
    const at = nextWake(run.state!, protocol, calendar, run.now);
    if (at === undefined || at > end) return;
    apply({ type: 'wake', at, by: SYSTEM, holders: firstHolders(school, protocol, run.state!.group) }, run);
  }
  throw new Error('this case never rests');
}

/** A date that was moved before it came is no date any more: only the last one of each instance stays. */
function withoutStaleDates(entries: readonly Entry[]): Entry[] {
  const last = new Map(entries.flatMap((e) => (e.line.what === 'due' ? [[e.key!, e] as const] : [])));
  return entries.filter((e) => e.line.what !== 'due' || last.get(e.key!) === e);
}
