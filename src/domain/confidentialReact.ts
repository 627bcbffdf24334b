/** What follows from what happened to a confidential message: who hears it, and when it is looked at again (P3). Pure. */
import type { Calendar } from './calendar.ts';
import type { Confidential, ConfidentialEvent } from './confidential.ts';
import type { Planned } from './messages.ts';

/** To one person's chat, about one message. Never to a channel, and never to anybody else. */
export interface ConfidentialMessage {
  to: string;
  id: string;
  /** To the vertrouwenspersoon: `task`, `reminder`, `answered`; to who wrote it: the others. */
  say: 'task' | 'reminder' | 'answered' | 'read' | 'choose' | 'passed' | 'consent' | 'closed';
}
export type ConfidentialSay = ConfidentialMessage['say'];

/** A school day after an instant, at the same time; what lies outside school hours counts from the next morning on. */
function schoolDayAfter(instant: string, calendar: Calendar): string {
  const from = calendar.mayRemindAt(instant) ? instant : nextMorning(instant, calendar);
  const time = calendar.wallClock(from).slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:MM'.length);
  return calendar.instant(calendar.addSchoolDays(calendar.dateOf(from), 1), time);
}

/** When the reporter is asked, or it goes to the next one; undefined while it waits for no moment. */
export function deadlineOf({ since, asked, readAt }: Confidential, calendar: Calendar): string | undefined {
  if (readAt !== undefined) return undefined;
  if (!asked) return schoolDayAfter(since, calendar);
  return asked.kept || asked.next === undefined ? undefined : schoolDayAfter(asked.at, calendar);
}

/** What is planned after some events: messages, and the one wake of the new version while the message is open. */
export function reactConfidential(
  events: readonly ConfidentialEvent[],
  state: Confidential,
  calendar: Calendar,
  now: string,
): Planned[] {
  const first = state.version - events.length;
  const messages = events.flatMap((event, i) =>
    messagesFor(event, state).map((message, j): Planned => ({
      lane: `${state.id}>${message.to}`,
      seq: order(first + i + 1, j),
      runAt: now,
      work: { kind: 'confidential', message },
    })),
  );
  return [...messages, ...wakeOfConfidential(state, calendar, now)];
}

/** Also what waits for no moment is looked at every school day: somebody may leave the school with it. */
export function wakeOfConfidential(state: Confidential, calendar: Calendar, now: string): Planned[] {
  if (state.closed) return [];
  const deadline = deadlineOf(state, calendar);
  return [
    {
      lane: `${state.id}>wake.${state.version}`,
      seq: order(state.version, 0),
      runAt: deadline !== undefined && deadline > now ? deadline : nextMorning(now, calendar),
      work: { kind: 'confidential-wake', id: state.id, version: state.version },
    },
  ];
}

function nextMorning(now: string, calendar: Calendar): string {
  const today = calendar.dateOf(now);
  const ahead = calendar.isSchoolDay(today) && now < calendar.morningOf(today);
  return calendar.morningOf(ahead ? today : calendar.addSchoolDays(today, 1));
}

const order = (version: number, index: number) => `${String(version).padStart(10, '0')}.${index}`;

function messagesFor(event: ConfidentialEvent, { id, to, reporter }: Confidential): ConfidentialMessage[] {
  const toConfidant = (say: ConfidentialSay) => ({ to, id, say });
  const toReporter = (say: ConfidentialSay) => ({ to: reporter, id, say });
  switch (event.type) {
    case 'Written':
      return [toConfidant('task')];
    case 'Reminded':
      return [toConfidant('reminder')];
    case 'ConsentGiven':
      return [toConfidant('answered')];
    case 'Passed':
      // Who chose it themselves knows.
      return [toConfidant('task'), ...(event.by === undefined ? [toReporter('passed')] : [])];
    case 'Read':
      return [toReporter('read')];
    case 'ChoiceAsked':
      return [toReporter('choose')];
    case 'ConsentAsked':
      return [toReporter('consent')];
    case 'Closed':
      return [toReporter('closed')];
    case 'Noted':
    case 'Kept':
      return [];
  }
}
