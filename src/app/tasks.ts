/** What a person is asked to do, over all open cases: from the rows of the list, in one request. */
import { can } from '../domain/access.ts';
import { isBarred } from '../domain/barred.ts';
import type { Calendar, Due } from '../domain/calendar.ts';
import { standIns, worksOn } from '../domain/presence.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { Person, School } from '../domain/school.ts';
import { holdersOf, holds, personOf } from '../domain/school.ts';
import type { Urgency } from '../domain/urgency.ts';
import { byUrgency, urgencyOf } from '../domain/urgency.ts';
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
  const asks = (fn: string, only?: string) => isAsked(person, { fn, only }, row, protocol, school, today);
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

/**
 * Whether this person is asked what a function is asked, or one person in it: its holders for this case, else whoever is in
 * charge (as in covering.ts), or who stands in for them today (P15).
 */
function isAsked(
  person: Person,
  { fn, only }: { fn: string; only?: string },
  row: ListRow,
  protocol: Protocol,
  school: School,
  today: string,
): boolean {
  const { lead, group } = row;
  const standsIn = (of: Person | undefined, as: string) =>
    of !== undefined &&
    !worksOn(of, today) &&
    standIns(of, today, as, group, school).some((p) => p.id === person.id);
  const holders =
    fn === 'lead' ? [] : only === undefined ? holding(fn, row, school) : known(only, row, school);
  if (holders.length > 0) return holders.some((p) => p.id === person.id || standsIn(p, fn));
  const leader = lead.person === undefined ? undefined : personOf(school, lead.person);
  // Nobody, or somebody who left the school.
  if (!leader) return holds(person, protocol.coordinator);
  return leader.id === person.id || standsIn(leader, lead.function);
}

/** The person with this id, while they may have to do with the case. */
const known = (id: string, { access }: ListRow, school: School): Person[] =>
  school.persons.filter((p) => p.id === id && !isBarred(p, access.barred, access.pupils));

/** Who holds a function in the case of a row; in a school year's own case everybody who holds it. */
const holding = (fn: string, { group, schoolYear, access }: ListRow, school: School): Person[] =>
  schoolYear === undefined
    ? holdersOf(school, fn, group).filter((p) => !isBarred(p, access.barred, access.pupils))
    : school.persons.filter((p) => holds(p, fn));
