/** One change of one case: decide, react, and the rows that go into the transaction. */
import { accessOf } from '../domain/access.ts';
import { firstHoldersIn, isBarred, pupilsIn } from '../domain/barred.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { CaseState, Command, Event } from '../domain/case.ts';
import { linkedNumbers, openSteps, SYSTEM } from '../domain/case.ts';
import { decide } from '../domain/decide/decide.ts';
import { DomainError } from '../domain/errors.ts';
import { fold } from '../domain/evolve.ts';
import { figuresOf } from '../domain/figures.ts';
import type { Planned } from '../domain/messages.ts';
import { withNorms } from '../domain/norms.ts';
import type { Protocol, Step } from '../domain/protocol.ts';
import { stepOf, yearProtocol } from '../domain/protocol.ts';
import { react, wakeOf } from '../domain/react.ts';
import { personOf } from '../domain/school.ts';
import type { School } from '../domain/school.ts';
import { calendarOf } from './world.ts';
import type { World } from './world.ts';
import type { CaseChange } from './ports/commit.ts';
import type { ListRow, Partition } from './ports/rows.ts';

/** A case as it stands, with all that is needed to decide on it. */
export interface Loaded {
  state: CaseState;
  /** The whole history; it is what state was folded from. */
  events: Event[];
  guard: string;
  protocol: Protocol;
  school: School;
  calendar: Calendar;
  /** YYYY-MM-DD: the day on which it was loaded; who is away counts as of then. */
  today: string;
}

/** @throws DomainError `not-found` when there is no such case */
export async function load(world: World, partition: Partition, caseId: string): Promise<Loaded> {
  const [stored, school] = await Promise.all([
    world.store.load(partition, caseId),
    world.store.school(partition),
  ]);
  const state = stored && fold(stored.events);
  if (!stored || !state) throw new DomainError('not-found', 'Deze zaak is er niet, of je mag hem niet zien.');
  const protocol = rulesOf(await world.store.protocol(partition, state.protocol), school, state);
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  return {
    state,
    events: stored.events,
    guard: stored.guard,
    protocol,
    school,
    calendar,
    today: calendar.dateOf(now),
  };
}

/** The same, undefined when there is no such case. */
export async function loadIfThere(
  world: World,
  partition: Partition,
  caseId: string,
): Promise<Loaded | undefined> {
  try {
    return await load(world, partition, caseId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** The rules a case runs by: its version of the protocol with the school's own norms; for a school year, the year's steps. */
export function rulesOf(protocol: Protocol, school: School, state?: CaseState): Protocol {
  const rules = withNorms(protocol, school.settings.norms);
  return state?.schoolYear === undefined ? rules : yearProtocol(rules);
}

export interface Decided {
  /** Undefined when nothing happened: the case's rows stay as they are. */
  change?: CaseChange;
  jobs: Planned[];
  state: CaseState;
}

/** Decides a command on a case, or on none yet, and gathers all that its transaction holds. */
export function change(
  command: Command,
  before: Partial<Loaded> & Pick<Loaded, 'protocol' | 'school' | 'calendar'>,
): Decided {
  const { protocol, school, calendar } = before;
  const decided = decide(command, before.state, protocol, calendar);
  const first = fold(decided, before.state);
  if (!first) throw new Error('a command on no case opened none');
  const closing = familyInCharge(first, school);
  const barring = closing && { ...closing, at: command.at, holders: firstHoldersIn(first, school, protocol) };
  const events = [...decided, ...(barring ? decide(barring, first, protocol, calendar) : [])];
  const state = fold(events, before.state)!;
  const after = { state, protocol, calendar, school, now: command.at };
  if (events.length === 0) return { jobs: wakeOf(after), state };
  return {
    state,
    jobs: react(events, after),
    change: {
      case: state.id,
      guard: before.guard ?? 'new',
      from: before.state?.version ?? 0,
      events,
      state,
      list: state.status === 'open' ? listRow(state, protocol) : undefined,
      access: accessOf(state, protocol),
      schoolYear: calendar.schoolYear(calendar.dateOf(state.closedAt ?? command.at)),
      figures: state.schoolYear === undefined ? figuresOf(state, protocol, calendar) : [],
      pupils: state.participants.flatMap((p) =>
        'pupil' in p.who ? [{ pupil: p.who.pupil, roles: p.roles }] : [],
      ),
      gone: events.flatMap((e) => (e.type === 'PupilCorrected' && 'pupil' in e.from ? e.from.pupil : [])),
      persons: personsOf(state),
    },
  };
}

/** Family of a pupil in the case is never in charge of it (P13), whatever made them so. */
function familyInCharge(state: CaseState, school: School) {
  const lead = state.lead.person && personOf(school, state.lead.person);
  if (!lead || state.status === 'closed' || !isBarred(lead, [], pupilsIn(state))) return undefined;
  const because = 'Is familie van een leerling in deze zaak.';
  return { type: 'bar', by: SYSTEM, person: lead.id, because } as const;
}

function personsOf(state: CaseState): CaseChange['persons'] {
  const reporters = new Set(state.reports.map((r) => r.by.person));
  const lead = state.lead.person;
  return [...new Set([...reporters, ...(lead ? [lead] : [])])].map((person) => ({
    person,
    roles: [
      ...(reporters.has(person) ? ['reporter' as const] : []),
      ...(person === lead ? ['lead' as const] : []),
    ],
  }));
}

const asListed = ({ title, by }: Step) => ({ title, by });

/** What lists show of an open case; steps with the nearest date first, those without one last. */
function listRow(state: CaseState, protocol: Protocol): ListRow {
  const steps = openSteps(state)
    .map((s) => ({ key: s.key, ...asListed(stepOf(protocol, s.step)), for: s.for, due: s.due }))
    .sort((a, b) => (a.due?.by ?? '9999').localeCompare(b.due?.by ?? '9999'));
  return {
    case: state.id,
    number: state.number,
    group: state.group,
    about: state.participants.flatMap((p) =>
      p.roles.includes('gepeste') && 'pupil' in p.who ? p.who.pupil : [],
    ),
    access: accessOf(state, protocol),
    lead: state.lead,
    round: state.round,
    linked: linkedNumbers(state),
    reports: state.reports.length,
    behaviours: [...new Set(state.reports.flatMap(({ report }) => report.behaviours))],
    openedAt: state.openedAt,
    schoolYear: state.schoolYear,
    apart: state.apart.length > 0,
    steps,
    handover: state.handover?.person,
    registrations: state.registrations
      .filter((r) => !r.at)
      .map((r) => ({ step: r.key, doer: r.doer, person: r.person }))
      .filter(
        (r, i, all) =>
          i === all.findIndex((o) => o.step === r.step && o.doer === r.doer && o.person === r.person),
      ),
  };
}
