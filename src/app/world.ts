/** What the application stands on: its ports, and what it derives from a school. */
import type { Calendar } from '../domain/calendar.ts';
import { makeCalendar } from '../domain/calendar.ts';
import type { Protocol, ProtocolRef } from '../domain/protocol.ts';
import type { Person, School } from '../domain/school.ts';
import { dutchHolidays } from './holidays.ts';
import type { Clock, Ids } from './ports/clock.ts';
import type { Partition } from './ports/rows.ts';
import type { Store } from './ports/store.ts';

/** A protocol as released: new cases open on it. */
export interface Released {
  ref: ProtocolRef;
  protocol: Protocol;
}

export interface World {
  store: Store;
  clock: Clock;
  ids: Ids;
  /** The protocols of this deploy by id. */
  released: ReadonlyMap<string, Released>;
  /** Over how many milliseconds the cards of one morning are spread (P17). */
  spreadMs: number;
}

/** Who acts: a member of staff of a school, known by a verified token or activity. */
export interface Who {
  partition: Partition;
  person: Person;
}

const calendars = new WeakMap<School, { year: number; calendar: Calendar }>();

/** The calendar of a school: what it entered itself and the public holidays of the years around now. */
export function calendarOf(school: School, now: string): Calendar {
  const year = Number(now.slice(0, 4));
  const known = calendars.get(school);
  if (known?.year === year) return known.calendar;
  const data = school.settings.calendar;
  const calendar = makeCalendar({ ...data, closed: [...data.closed, ...dutchHolidays(year)] });
  calendars.set(school, { year, calendar });
  return calendar;
}

/** Names a form that is made now, so that it counts once: a nonce of its own, and the day. */
export function freshForm({ ids, clock }: World, school: School): { nonce: string; day: string } {
  const now = clock.now();
  return { nonce: ids.next(), day: calendarOf(school, now).dateOf(now) };
}

/** @throws Error when the school's settings name a protocol that this deploy lacks; start-up checks it */
export function releasedFor(world: World, school: School): Released {
  const released = world.released.get(school.settings.protocol);
  if (!released) throw new Error(`no protocol file for "${school.settings.protocol}"`);
  return released;
}
