/** What follows from what happened: messages, and the next moment at which the case is looked at. */
import type { Calendar } from './calendar.ts';
import type { CaseState, Event, Lead, StepState } from './case.ts';
import { openSteps, reportsOf, SYSTEM } from './case.ts';
import { coverOf, doersOf, doing, standInOf, toldOf } from './covering.ts';
import type { Message, Planned, Recipient } from './messages.ts';
import type { Protocol } from './protocol.ts';
import { stepOf } from './protocol.ts';
import { isLate, nextWake } from './reminders.ts';
import type { School } from './school.ts';
import { holding, tells } from './tells.ts';

/** What jobs are made from: the case after the events, and the world it lives in. */
export interface Aftermath {
  state: CaseState;
  protocol: Protocol;
  calendar: Calendar;
  school: School;
  /** ISO instant of the command. */
  now: string;
}

/** Where nobody can hear it, a message is kept when it would be sent, for whoever looks after the app. */
const NOBODY = [SYSTEM.person];

/** The jobs that one command leads to, in order; always with the one wake of the new version while the case is open. */
export function react(events: readonly Event[], after: Aftermath): Planned[] {
  const { state, now } = after;
  const first = state.version - events.length;
  const planned = events.flatMap((event, i) =>
    messagesFor(event, after).map((message, j) => plan(message, now, first + i + 1, j)),
  );
  return [...planned, ...wakeOf(after)];
}

/** The wake of this version: exactly one while the case is open. */
export function wakeOf({ state, protocol, calendar, now }: Aftermath): Planned[] {
  const runAt = nextWake(state, protocol, calendar, now);
  if (!runAt) return [];
  // A lane of its own: an older wake that still waits must not hold up the current one.
  const lane = `${state.id}>wake.${state.version}`;
  return [
    {
      lane,
      seq: order(state.version, 0),
      runAt,
      work: { kind: 'wake', case: state.id, version: state.version },
    },
  ];
}

const order = (version: number, index: number) =>
  `${String(version).padStart(10, '0')}.${String(index).padStart(3, '0')}`;

function plan(message: Message, runAt: string, version: number, index: number): Planned {
  const to = 'person' in message.to ? message.to.person : `kanaal-${message.to.channel}`;
  return {
    lane: `${message.case}>${to}`,
    seq: order(version, index),
    runAt,
    work: { kind: 'message', message },
  };
}

function messagesFor(event: Event, after: Aftermath): Message[] {
  const { state, protocol, calendar, now } = after;
  const about = { case: state.id };
  const channel = { to: { channel: 'coordinator' } as Recipient, ...about };
  const to = (persons: readonly string[]) =>
    [...new Set(persons)].map((person) => ({ to: { person }, ...about }));
  const coordinators = holding(protocol.coordinator, after);
  const { lead } = state;
  const leads = lead.person ? [lead.person] : coordinators;
  const today = calendar.dateOf(now);
  /** To these, each in a function, or to who hears it in their place. Who hears it of their own accord hears it once. */
  const through = (meant: readonly Required<Lead>[]) => {
    const told = meant.flatMap(({ person, function: fn }) => toldOf(person, fn, today, after));
    const own = told.filter((t) => t.instead === undefined);
    const each = new Map([...told, ...own].map((t) => [t.person, t]));
    return [...each.values()].map(({ person, ...rest }) => ({ to: { person }, ...about, ...rest }));
  };
  const as = (fn: string, persons: readonly string[]) => persons.map((person) => ({ person, function: fn }));
  const inCharge = as(lead.person ? lead.function : protocol.coordinator, leads);

  switch (event.type) {
    case 'CaseOpened':
    case 'ReportLinked': {
      const second = lead.person && standInOf(lead.person, lead.function, today, after);
      const present = second ? [second.id] : [];
      const urgent = event.report.safe === 'nee' ? to([...leads, ...present, ...coordinators]) : [];
      return [
        { ...channel, say: event.type === 'CaseOpened' ? 'opened' : 'report-linked' },
        ...urgent.map((m): Message => ({ ...m, say: 'unsafe' })),
      ];
    }
    case 'StepOpened':
    case 'StepReopened': {
      const step = state.steps[event.key]!;
      const told = tells(step, 'opened', after);
      // A step whose window is still to come is sent when it starts, as its first reminder; one done by hand is done already.
      const later = step.due?.waits || (step.due?.from && step.due.from > today);
      if (later || step.status !== 'open' || isHeldBack(step, after)) return told;
      return [...asked(step, after), ...told];
    }
    case 'DueMoved': {
      const step = state.steps[event.key]!;
      const { due } = step;
      // A window that begins with this move is asked for now: its first morning is past.
      const begins = due?.from !== undefined && due.from <= today && !due.waits;
      return begins && step.status === 'open' ? asked(step, after) : [];
    }
    case 'Reminded': {
      const step = state.steps[event.key]!;
      const late = isLate(step, today, calendar);
      return to(doersOf(step, after)).map((m) => ({ ...m, say: 'reminder', step: event.key, late }));
    }
    case 'Escalated': {
      const next = holding(event.to, after);
      const said = { say: 'escalation' as const, step: event.key, function: event.to };
      return [
        ...(event.to === protocol.coordinator ? [{ ...channel, ...said }] : []),
        ...to([next, coordinators, NOBODY].find((heard) => heard.length)!).map((m): Message => ({
          ...m,
          ...said,
        })),
      ];
    }
    case 'StepCompleted':
    case 'StepLapsed': {
      const taken = acknowledged(event.key, after).map((r): Message => ({
        to: { person: r.by.person },
        ...about,
        say: 'taken-up',
        number: r.number,
      }));
      const told = event.type === 'StepCompleted' ? tells(state.steps[event.key]!, 'done', after) : [];
      return [...taken, ...told, ...released(event.key, after)];
    }
    case 'RegistrationAsked': {
      const { key, doer, person, by } = event;
      const first = state.registrations.find((r) => r.key === key && r.doer === doer && r.person === person);
      if (first?.pupil !== event.pupil) return [];
      const holders = doer === by.function ? [by.person] : holding(doer, after);
      const persons = as(doer, person === undefined ? holders : [person]);
      return through(persons.length ? persons : inCharge).map((m) => ({
        ...m,
        say: 'register',
        step: key,
        function: doer,
      }));
    }
    case 'Suggested': {
      const noticed = protocol.suggestions.find((s) => s.id === event.suggestion);
      const meant = noticed?.to.flatMap((fn) => (fn === 'lead' ? inCharge : as(fn, holding(fn, after))));
      return through(meant ?? []).map((m) => ({ ...m, say: 'suggestion', suggestion: event.suggestion }));
    }
    case 'HandoverProposed':
      return to([event.to.person]).map((m) => ({ ...m, say: 'handover' }));
    case 'HandoverAnswered': {
      // A new school year asked: nobody waits for the answer but who stays in charge, and who must find another.
      const turned = event.asked === SYSTEM.person;
      const hear = turned ? (event.accept ? [] : [...leads, ...coordinators]) : [event.asked];
      return to(hear).map((m) => ({ ...m, say: 'handover-answered', accepted: event.accept }));
    }
    case 'LeadAssigned': {
      const opening = state.reports.length === 0 || event.at === state.openedAt;
      if (opening) return [];
      const own = event.by.person === event.lead.person;
      const relieved = event.relieved ? to([event.relieved]) : [];
      return [
        ...(own ? [] : through(inCharge).map((m): Message => ({ ...m, say: 'lead' }))),
        ...relieved.map((m): Message => ({ ...m, say: 'relieved' })),
      ];
    }
    case 'HelperInvited':
      return to([event.helper.person]).map((m) => ({ ...m, say: 'invited' }));
    case 'WaitStarted':
      return event.by.person === SYSTEM.person && state.schoolYear === undefined
        ? through(inCharge).map((m) => ({ ...m, say: 'waiting' }))
        : [];
    case 'CaseClosed':
      if (state.schoolYear !== undefined) return [];
      return [
        { ...channel, say: 'closed' },
        ...state.reports.map((r): Message => ({
          to: { person: r.by.person },
          ...about,
          say: 'report-closed',
          number: r.number,
        })),
      ];
    case 'CaseReopened':
      return [{ ...channel, say: 'reopened' }];
    default:
      return [];
  }
}

/** The card of a step, for each who is asked to do it, and for who stands in for them today (P15). */
function asked(step: StepState, after: Aftermath): Message[] {
  const today = after.calendar.dateOf(after.now);
  const card = { case: after.state.id, say: 'step' as const, step: step.key };
  const circle = doing(step, after);
  const replacing = circle.persons.flatMap((instead): Message[] => {
    const { asked: person } = coverOf(instead, circle, step, today, after);
    return person && !circle.persons.includes(person.id)
      ? [{ ...card, to: { person: person.id }, instead }]
      : [];
  });
  return [...circle.persons.map((person): Message => ({ ...card, to: { person } })), ...replacing];
}

/** One card at a time: what opens with a report waits for the first step, in which somebody takes the report up (P7). */
export function isHeldBack(
  step: StepState,
  { state, protocol }: Pick<Aftermath, 'state' | 'protocol'>,
): boolean {
  const first = protocol.steps[0]!.id;
  const withReport = state.schoolYear === undefined && step.openedAt === state.openedAt;
  const forLead = stepOf(protocol, step.step).by === 'lead';
  return withReport && forLead && step.step !== first && openSteps(state).some((s) => s.step === first);
}

/** The cards that waited for the first step, once it is done or overtaken. */
function released(key: string, after: Aftermath): Message[] {
  const { state, protocol } = after;
  if (state.status === 'closed' || state.steps[key]?.step !== protocol.steps[0]!.id) return [];
  const forLead = (s: StepState) => stepOf(protocol, s.step).by === 'lead';
  const waiting = openSteps(state).filter((s) => s.openedAt === state.openedAt && s.due && forLead(s));
  return waiting.flatMap((step) => asked(step, after));
}

/** The reports that a completed step answers: the first step the first report, a later report's own step that one (K1, P6). */
function acknowledged(key: string, { state, protocol }: Aftermath): CaseState['reports'] {
  const step = state.steps[key];
  // A step that the school switched off, or that a newer version lacks, answers nobody.
  const def = protocol.steps.find((s) => s.id === step?.step);
  if (!step || !def || state.status === 'closed') return [];
  if (def === protocol.steps[0]) return state.reports.slice(0, 1);
  return def.opens === 'second-report' ? reportsOf(step, state) : [];
}
