/** What follows from what happened: messages, and the next moment at which the case is looked at. */
import type { Calendar } from './calendar.ts';
import type { CaseState, Event, StepState } from './case.ts';
import type { Message, Planned, Recipient } from './messages.ts';
import type { Protocol } from './protocol.ts';
import { stepOf } from './protocol.ts';
import { isLate, nextWake } from './reminders.ts';
import type { School } from './school.ts';
import { holdersOf } from './school.ts';

/** What jobs are made from: the case after the events, and the world it lives in. */
export interface Aftermath {
  state: CaseState;
  protocol: Protocol;
  calendar: Calendar;
  school: School;
  /** ISO instant of the command. */
  now: string;
}

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
  const { state, protocol, school, calendar, now } = after;
  const about = { case: state.id };
  const channel = { to: { channel: 'coordinator' } as Recipient, ...about };
  const to = (persons: readonly string[]) =>
    [...new Set(persons)].map((person) => ({ to: { person }, ...about }));
  const coordinators = holdersOf(school, protocol.coordinator, state.group).map((p) => p.id);
  const leads = state.lead.person ? [state.lead.person] : coordinators;

  switch (event.type) {
    case 'CaseOpened':
    case 'ReportLinked': {
      const urgent = event.report.safe === 'nee' ? to([...leads, ...coordinators]) : [];
      return [
        { ...channel, say: event.type === 'CaseOpened' ? 'opened' : 'report-linked' },
        ...urgent.map((m): Message => ({ ...m, say: 'unsafe' })),
      ];
    }
    case 'StepOpened': {
      const step = state.steps[event.key];
      // A step whose window is still to come is sent when it starts, as its first reminder.
      if (!step || (step.due?.from && step.due.from > calendar.dateOf(now))) return [];
      return to(doersOf(step, leads, after)).map((m) => ({ ...m, say: 'step', step: event.key }));
    }
    case 'Reminded': {
      const step = state.steps[event.key]!;
      const late = isLate(step, calendar.dateOf(now), calendar);
      return to(doersOf(step, leads, after)).map((m) => ({ ...m, say: 'reminder', step: event.key, late }));
    }
    case 'Escalated': {
      const next = holdersOf(school, event.to, state.group).map((p) => p.id);
      const inChannel: Message[] =
        event.to === protocol.coordinator ? [{ ...channel, say: 'escalation', step: event.key }] : [];
      return [
        ...inChannel,
        ...to(next.length ? next : coordinators).map((m): Message => ({
          ...m,
          say: 'escalation',
          step: event.key,
        })),
      ];
    }
    case 'StepCompleted':
      return acknowledged(event.key, after).map((r) => ({
        to: { person: r.by.person },
        ...about,
        say: 'taken-up',
        number: r.number,
      }));
    case 'CaseClosed':
      return [
        { ...channel, say: 'closed' },
        ...state.reports.map((r): Message => ({
          to: { person: r.by.person },
          ...about,
          say: 'report-closed',
          number: r.number,
        })),
      ];
    default:
      return [];
  }
}

/** The reports that a completed step answers: the first step the first report, a later report's own step that one (K1, P6). */
function acknowledged(key: string, { state, protocol }: Aftermath): CaseState['reports'] {
  const step = state.steps[key];
  if (!step || state.status === 'closed') return [];
  const def = stepOf(protocol, step.step);
  if (def === protocol.steps[0]) return state.reports.slice(0, 1);
  return def.opens === 'second-report' ? state.reports.filter((r) => key.endsWith(`.${r.number}`)) : [];
}

/** Who is asked to do a step: the lead, or the holders of its function. */
function doersOf(
  step: StepState,
  leads: readonly string[],
  { state, protocol, school }: Aftermath,
): string[] {
  const { by } = stepOf(protocol, step.step);
  if (by === 'lead') return [...leads];
  const holders = holdersOf(school, by, state.group).map((p) => p.id);
  return holders.length ? holders : [...leads];
}
