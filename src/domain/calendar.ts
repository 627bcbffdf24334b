/** The school's calendar. The only place where dates are reckoned; everything goes in and out as ISO strings. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod/v4';

const isoDate = z.iso.date();
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What a school enters about its days. `closed` holds vacations, study days and public holidays alike. */
export const CalendarData = z.object({
  zone: z.string().default('Europe/Amsterdam'),
  /** ISO weekdays on which there is school, Monday = 1. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  /** School hours: nothing is reminded or escalated after `to` (A3). */
  hours: z.object({ from: clockTime, to: clockTime }).default({ from: '08:00', to: '16:30' }),
  /** When the day's reminders go out, before lessons start (P17). */
  morning: clockTime.default('07:45'),
  closed: z.array(z.object({ from: isoDate, to: isoDate, name: z.string() })).default([]),
});
export type CalendarData = z.infer<typeof CalendarData>;

export type Unit = 'schooldays' | 'days';

/** A date by which, or a window of dates, with the sentence that explains it (A2). Dates are YYYY-MM-DD. */
export interface Due {
  from?: string;
  by: string;
  why: string;
}

/** Dates are `YYYY-MM-DD` in the school's zone, instants ISO in UTC with milliseconds (fixed width, so they sort). */
export interface Calendar {
  /** The school's date at an instant. */
  dateOf(instant: string): string;
  isSchoolDay(date: string): boolean;
  /** The date itself when it is a school day, else the first one after it. */
  onOrAfter(date: string): string;
  /** The n-th school day after `date`; the day itself is day 0. */
  addSchoolDays(date: string, n: number): string;
  addDays(date: string, n: number): string;
  /** The instant at which the reminders of a day go out. */
  morningOf(date: string): string;
  /** Whether reminders may go out at this instant: on a school day, between the morning round and the end of school (A3). */
  mayRemindAt(instant: string): boolean;
  /** The year in which the school year of this date began; it turns on 1 August. */
  schoolYear(date: string): number;
  /** "Within n of `from`", rolled to a school day, with its explanation. `what` names the start, in Dutch. */
  within(n: number, unit: Unit, from: string, what: string): Due;
  /** A window of calendar days after `from`, never starting before `notBefore`; its bounds stand unless no school day lies in it. */
  window(first: number, last: number, from: string, what: string, notBefore?: string): Due;
  /** For people: "maandag 12 oktober". */
  say(date: string): string;
}

/**
 * A calendar over the data a school entered.
 * @throws RangeError when the data leave no school day for two years
 */
export function makeCalendar(data: CalendarData): Calendar {
  const plain = (date: string) => Temporal.PlainDate.from(date);
  const closure = (date: string) => data.closed.find((c) => c.from <= date && date <= c.to);
  const isSchoolDay = (date: string) => data.weekdays.includes(plain(date).dayOfWeek) && !closure(date);
  const addDays = (date: string, n: number) => plain(date).add({ days: n }).toString();
  const at = (date: string, time: string) =>
    plain(date)
      .toZonedDateTime({ timeZone: data.zone, plainTime: time })
      .toInstant()
      .toString({ smallestUnit: 'millisecond' });
  const local = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(data.zone);
  const say = (date: string) =>
    plain(date).toLocaleString('nl-NL', { weekday: 'long', day: 'numeric', month: 'long' });

  function onOrAfter(date: string): string {
    let day = date;
    for (let tries = 0; tries < 732; tries++) {
      if (isSchoolDay(day)) return day;
      day = addDays(day, 1);
    }
    throw new RangeError(`no school day within two years of ${date}`);
  }
  function addSchoolDays(date: string, n: number): string {
    let day = date;
    for (let left = n; left > 0; left--) day = onOrAfter(addDays(day, 1));
    return n === 0 ? onOrAfter(day) : day;
  }
  /** The closures, named once each, that lie on school weekdays in a stretch of days. */
  function closuresIn(from: string, to: string): string[] {
    const names = new Set<string>();
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
      const closed = closure(day);
      if (closed && data.weekdays.includes(plain(day).dayOfWeek)) names.add(closed.name);
    }
    return [...names];
  }
  const amount = (n: number, unit: Unit) =>
    unit === 'schooldays'
      ? `${n} ${n === 1 ? 'schooldag' : 'schooldagen'}`
      : `${n} ${n === 1 ? 'dag' : 'dagen'}`;

  return {
    dateOf: (instant) => local(instant).toPlainDate().toString(),
    isSchoolDay,
    onOrAfter,
    addSchoolDays,
    addDays,
    morningOf: (date) => at(date, data.morning),
    mayRemindAt(instant) {
      const now = local(instant);
      const time = now.toPlainTime().toString({ smallestUnit: 'minute' });
      return isSchoolDay(now.toPlainDate().toString()) && data.morning <= time && time < data.hours.to;
    },
    schoolYear(date) {
      const day = plain(date);
      return day.month >= 8 ? day.year : day.year - 1;
    },
    within(n, unit, from, what) {
      const raw = unit === 'schooldays' ? addSchoolDays(from, n) : addDays(from, n);
      const by = onOrAfter(raw);
      const skipped = unit === 'schooldays' ? closuresIn(from, by) : [];
      const notes = skipped.map((name) => `${name} telt niet mee`);
      if (by !== raw) notes.push(`${say(raw)} is geen schooldag, dus de eerste schooldag daarna`);
      const start = n === 0 ? `dezelfde schooldag als ${what}` : `binnen ${amount(n, unit)} na ${what}`;
      return { by, why: [`${start} (${say(from)})`, ...notes].join('; ') };
    },
    window(first, last, from, what, notBefore) {
      const notes = [`${first} tot ${last} dagen na ${what} (${say(from)})`];
      let start = addDays(from, first);
      let by = addDays(from, last);
      if (notBefore && start < notBefore) {
        start = notBefore;
        notes.push(`niet vóór ${say(notBefore)}`);
      }
      if (by < start) by = start;
      if (onOrAfter(start) > by) {
        by = onOrAfter(start);
        notes.push('in die tijd is er geen school, dus de eerste schooldag daarna');
      }
      return { from: start, by, why: notes.join('; ') };
    },
    say,
  };
}
