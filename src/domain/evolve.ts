/** Folds events to the state of a case. Total: whatever decide emits, evolve takes. */
import type { CaseState, Event, EventOf, StepState } from './case.ts';
import { isNote, refKey } from './case.ts';
import { withPupil } from './correct.ts';
import { unreachable } from './errors.ts';
import type { Role } from './protocol.ts';

/** The state after one more event. The first event of a case is its CaseOpened or YearOpened. */
export function evolve(state: CaseState | undefined, event: Event): CaseState {
  if (event.type === 'CaseOpened' || event.type === 'YearOpened') return opened(event);
  if (!state) throw new Error(`the history of a case begins with its opening, not ${event.type}`);
  return { ...change(state, event), version: state.version + 1 };
}

const reportIn = ({ number, at, by, report, about }: EventOf<'CaseOpened' | 'ReportLinked'>) => ({
  number,
  at,
  by,
  report,
  about,
});

type First = EventOf<'CaseOpened' | 'YearOpened'>;

function opened(event: First): CaseState {
  const base = {
    id: event.case,
    number: event.number,
    version: 1,
    status: 'open' as const,
    protocol: event.protocol,
    figure: event.figure,
    openedAt: event.at,
    closings: 0,
    lead: { function: 'system' },
    helpers: [],
    barred: [],
    round: 1,
    steps: {},
    contacts: [],
    registrations: [],
    suggestions: [],
    agreements: [],
    apart: [],
    notes: [],
  };
  if (event.type === 'YearOpened') {
    const facts = { 'beyond-team': false };
    return { ...base, schoolYear: event.schoolYear, facts, reports: [], signals: [], participants: [] };
  }
  return {
    ...base,
    group: event.group,
    facts: event.facts,
    reports: [reportIn(event)],
    signals: event.signals ?? [],
    participants: [{ who: event.about, roles: ['gepeste'] }],
  };
}

function change(state: CaseState, event: Exclude<Event, First>): CaseState {
  switch (event.type) {
    case 'ReportLinked':
      return { ...state, reports: [...state.reports, reportIn(event)] };
    case 'ReportSeparated':
      return { ...state, reports: state.reports.filter((r) => r.number !== event.number) };
    case 'PupilCorrected':
      return { ...withPupil(state, event.from, event.to), group: event.group ?? state.group };
    case 'LeadAssigned':
      return { ...state, lead: event.lead, ruled: event.rule ?? state.ruled, handover: undefined };
    case 'RoleGiven':
      return { ...state, participants: withRole(state.participants, event.who, event.role) };
    case 'RoleTaken':
      return {
        ...state,
        participants: state.participants.map((p) =>
          refKey(p.who) === refKey(event.who) ? { ...p, roles: p.roles.filter((r) => r !== event.role) } : p,
        ),
      };
    case 'StepOpened':
    case 'StepSkipped':
      return stepChange(withInstance(state, event), event);
    case 'DueMoved':
    case 'TalkNoted':
    case 'StepCompleted':
    case 'StepLapsed':
    case 'StepReopened':
    case 'Reminded':
    case 'Escalated':
      return stepChange(state, event);
    case 'ParentsInformed': {
      const { contact, key, at, by } = event;
      return { ...state, contacts: [...state.contacts, { ...contact, key, at, by }] };
    }
    case 'RoundStarted':
      return { ...state, round: event.round };
    case 'RegistrationAsked': {
      const { key, pupil, doer, person, heading } = event;
      return { ...state, registrations: [...state.registrations, { key, pupil, doer, person, heading }] };
    }
    case 'Registered':
      return {
        ...state,
        registrations: state.registrations.map((r) => (isNote(r, event) ? { ...r, at: event.at } : r)),
      };
    case 'Suggested': {
      const { suggestion, about, at } = event;
      return { ...state, suggestions: [...state.suggestions, { suggestion, about, at }] };
    }
    case 'PersonBarred':
      return {
        ...state,
        barred: [...new Set([...state.barred, event.person])],
        helpers: state.helpers.filter((h) => h.person !== event.person),
        handover: state.handover?.person === event.person ? undefined : state.handover,
      };
    case 'PersonAllowed':
      return { ...state, barred: state.barred.filter((person) => person !== event.person) };
    case 'HandoverProposed':
      return { ...state, handover: { ...event.to, asked: event.by.person } };
    case 'HandoverAnswered':
      return { ...state, handover: undefined };
    case 'HelperInvited':
      return { ...state, helpers: [...state.helpers, event.helper] };
    case 'NoteAdded':
      return { ...state, notes: [...state.notes, { text: event.text, at: event.at, by: event.by }] };
    case 'AgreementMade':
      return { ...state, agreements: [...state.agreements, { what: event.what, at: event.at }] };
    case 'ApartAdvised': {
      const { who, because, at, by } = event;
      return { ...state, apart: [...state.apart, { who, because, at, by }] };
    }
    case 'YearTurned':
      return { ...state, group: event.group ?? state.group, turnedAt: event.at };
    case 'WaitStarted':
      return { ...state, waitsUntil: event.until };
    case 'VersionMoved':
      return { ...state, protocol: event.protocol };
    case 'CaseClosed':
      return closed(state, event);
    case 'CaseReopened':
      return { ...state, status: 'open', closedAt: undefined, closedAs: undefined, closedBy: undefined };
    default:
      return unreachable(event);
  }
}

type StepEvent = EventOf<
  | 'StepOpened'
  | 'DueMoved'
  | 'TalkNoted'
  | 'StepCompleted'
  | 'StepSkipped'
  | 'StepLapsed'
  | 'StepReopened'
  | 'Reminded'
  | 'Escalated'
>;

/** What an event does to the step it is about. */
function stepChange(state: CaseState, event: StepEvent): CaseState {
  const step = state.steps[event.key];
  if (!step) throw new Error(`case ${state.number} has no step ${event.key}`);
  return { ...state, steps: { ...state.steps, [event.key]: { ...step, ...changeOf(step, event) } } };
}

function changeOf(step: StepState, event: StepEvent): Partial<StepState> {
  switch (event.type) {
    case 'StepOpened':
      return { due: event.due };
    case 'DueMoved':
      return { due: event.due, rung: 0, nudgedAt: event.at, postponed: event.because !== undefined };
    case 'TalkNoted':
      return { talk: { on: event.on, line: event.line } };
    case 'StepCompleted': {
      const { on, outcome, answers } = event;
      return { status: 'done', on, outcome, answers, doneBy: event.by, endedAt: event.at };
    }
    case 'StepSkipped':
      return { status: 'skipped', because: event.because, doneBy: event.by, endedAt: event.at };
    case 'StepLapsed':
      return { status: 'lapsed', because: event.because, endedAt: event.at };
    case 'StepReopened':
      return {
        status: 'open',
        due: event.due,
        postponed: false,
        reopenedAt: event.at,
        rung: 0,
        nudgedAt: event.at,
        on: undefined,
        outcome: undefined,
        endedAt: undefined,
      };
    case 'Reminded':
      return { rung: event.rung, nudgedAt: event.at };
    case 'Escalated':
      return {
        rung: event.rung,
        nudgedAt: event.at,
        escalatedTo: [...new Set([...step.escalatedTo, event.to])],
      };
  }
}

function withInstance(state: CaseState, event: EventOf<'StepOpened' | 'StepSkipped'>): CaseState {
  if (state.steps[event.key]) return state;
  const { key, step, round, at } = event;
  const apart = event.type === 'StepOpened' ? event.for : undefined;
  const fresh: StepState = {
    key,
    step,
    round,
    for: apart,
    openedAt: at,
    status: 'open',
    rung: 0,
    escalatedTo: [],
  };
  return { ...state, steps: { ...state.steps, [key]: fresh } };
}

function closed(state: CaseState, event: EventOf<'CaseClosed'>): CaseState {
  const dropped = (s: StepState): StepState =>
    s.status === 'open' ? { ...s, status: 'dropped', endedAt: event.at } : s;
  return {
    ...state,
    status: 'closed',
    closedAt: event.at,
    closedAs: event.outcome,
    closedBy: event.step,
    closings: state.closings + 1,
    handover: undefined,
    waitsUntil: undefined,
    steps: Object.fromEntries(Object.values(state.steps).map((s) => [s.key, dropped(s)])),
  };
}

/** A role that people settle takes the place of "betrokken", which a report gives (P5). */
function withRole(
  participants: CaseState['participants'],
  who: CaseState['participants'][number]['who'],
  role: Role,
) {
  const known = participants.find((p) => refKey(p.who) === refKey(who));
  if (!known) return [...participants, { who, roles: [role] }];
  if (known.roles.includes(role)) return participants;
  const settles = role === 'pester' || role === 'meeloper' || role === 'omstander';
  const kept = settles ? known.roles.filter((r) => r !== 'betrokken') : known.roles;
  return participants.map((p) => (p === known ? { ...p, roles: [...kept, role] } : p));
}

/** The whole history at once; undefined for no events. */
export const fold = (events: readonly Event[], from?: CaseState): CaseState | undefined =>
  events.reduce<CaseState | undefined>(evolve, from);
