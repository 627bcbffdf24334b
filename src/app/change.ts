/** One change of one case: decide, react, and the rows that go into the transaction. */
import { accessOf } from '../domain/access.ts';
import { firstHoldersIn, isBarred, pupilsIn } from '../domain/barred.ts';
import type { CaseState, Command } from '../domain/case.ts';
import { linkedNumbers, openSteps, SYSTEM } from '../domain/case.ts';
import { decide } from '../domain/decide/decide.ts';
import { fold } from '../domain/evolve.ts';
import { figuresOf } from '../domain/figures.ts';
import type { Planned } from '../domain/messages.ts';
import type { Protocol, Step } from '../domain/protocol.ts';
import { stepOf } from '../domain/protocol.ts';
import { react, wakeOf } from '../domain/react.ts';
import { personOf } from '../domain/school.ts';
import type { School } from '../domain/school.ts';
import type { CaseChange } from './ports/commit.ts';
import type { Loaded } from './load.ts';
import type { ListRow } from './ports/rows.ts';

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
