/** What a person is asked to do, over all open cases: from the rows of the list, in one request. */
import { can } from '../domain/access.ts';
import type { Calendar, Due } from '../domain/calendar.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { Person, School } from '../domain/school.ts';
import type { Urgency } from '../domain/urgency.ts';
import { byUrgency, urgencyOf } from '../domain/urgency.ts';
import { isAsked } from '../domain/whoIsAsked.ts';
import type { ListRow } from './ports/rows.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { Who, World } from './world.ts';

type Asked =
  | { what: 'step'; step: ListRow['steps'][number]; due?: Due }
  /** Whether to take the case over. */
  | { what: 'handover'; due?: undefined }
  /** What to enter in the pupil tracking system after a step. */
  | { what: 'register'; step: string; doer: string; due?: undefined };

/** Something that waits for this person, and in which case. */
export type Task = Asked & { in: ListRow; urgency: Urgency };

/** All that waits for this person in cases that they may see, most urgent first. */
export async function tasksOf(world: World, who: Who): Promise<Task[]> {
  const [rows, school] = await Promise.all([
    world.store.openList(who.partition),
    world.store.school(who.partition),
  ]);
  const { protocol } = releasedFor(world, school);
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  return rows
    .filter((row) => can(who.person, 'view', protocol, school, row.access, today))
    .flatMap((row) => tasksIn(row, who.person, { protocol, school, calendar, today }))
    .sort(byUrgency);
}

/** What the rows of a list are read with. */
export interface Reading {
  protocol: Protocol;
  school: School;
  calendar: Calendar;
  /** YYYY-MM-DD */
  today: string;
}

/** What one case asks of a person who may see it. */
export function tasksIn(row: ListRow, person: Person, reading: Reading): Task[] {
  const { protocol, school, calendar, today } = reading;
  // A question that keeps somebody waiting is one for today.
  const urgency = (task: Asked): Urgency =>
    task.what === 'handover' ? 'today' : urgencyOf(task.due, today, calendar);
  return askedIn(row, person, protocol, school, today).map((task) => ({
    ...task,
    in: row,
    urgency: urgency(task),
  }));
}

function askedIn(row: ListRow, person: Person, protocol: Protocol, school: School, today: string): Asked[] {
  const place = { ...row.access, ...row };
  const asks = (fn: string, only?: string) => isAsked(person, { fn, only }, place, protocol, school, today);
  return [
    ...(row.handover === person.id ? [{ what: 'handover' as const }] : []),
    ...row.steps
      .filter((step) => asks(step.by))
      .map((step) => ({ what: 'step' as const, step, due: step.due })),
    ...row.registrations
      .filter((r) => asks(r.doer, r.person))
      .map(({ step, doer }) => ({ what: 'register' as const, step, doer })),
  ];
}
