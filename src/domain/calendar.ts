/** The school's calendar. The only place where dates are reckoned; everything goes in and out as ISO strings. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod/v4';

const isoDate = z.iso.date();
/** Whether it is YYYY-MM-DD of a day that exists. */
export const isDate = (text: string): boolean => isoDate.safeParse(text).success;
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
  /** What it must not come before has not taken place yet: nothing is reminded until then. */
  waits?: true;
}

/** Where a date on a closed day moves to. */
export type Roll = 'after' | 'before';

/** Dates are `YYYY-MM-DD` in the school's zone, instants ISO in UTC with milliseconds (fixed width, so they sort). */
export interface Calendar {
  /** The school's date at an instant. */
  dateOf(instant: string): string;
  isSchoolDay(date: string): boolean;
  /** The date itself when it is a school day, else the first one after it. */
  onOrAfter(date: string): string;
  /** The date itself when it is a school day, else the last one before it. */
  onOrBefore(date: string): string;
  /** The n-th school day after `date`; the day itself is day 0. */
  addSchoolDays(date: string, n: number): string;
  addDays(date: string, n: number): string;
  /** The instant of a time on the school's clock, HH:MM, on a date. */
  instant(date: string, time: string): string;
  /** An instant as the school's clock shows it, with its offset: 2026-10-05T08:20:00+02:00. */
  wallClock(instant: string): string;
  /** The instant at which the reminders of a day go out. */
  morningOf(date: string): string;
  /** Whether reminders may go out at this instant: on a school day, between the morning round and the end of school (A3). */
  mayRemindAt(instant: string): boolean;
  /** The year in which the school year of this date began; it turns on 1 August. */
  schoolYear(date: string): number;
  /** The date of a day of the year, MM-DD, in the school year that begins in `year`. */
  dayIn(year: number, day: string): string;
  /** Stretches of at least so many days without school: closures with the free days around them. */
  vacations(days: number): readonly { from: string; to: string; name: string }[];
  /** "Within n of `from`", rolled to a school day, with its explanation. `what` names the start, in Dutch. */
  within(n: number, unit: Unit, from: string, what: string, roll?: Roll): Due;
  /**
   * A window of calendar days after `from`, never starting before `notBefore`; its bounds stand unless no school day lies
   * in it. Where what must come first `slipped` past its end it keeps its length: a new date is proposed.
   */
  window(first: number, last: number, from: string, what: string, notBefore?: string, slipped?: boolean): Due;
  /** For people: "maandag 12 oktober". */
  say(date: string): string;
}

/** The same answer for the same text: reckoning with dates and zones is slow. */
function remember<T>(reckon: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const old = known.get(text);
    if (old !== undefined) return old;
    if (known.size > 20_000) known.clear();
    const fresh = reckon(text);
    known.set(text, fresh);
    return fresh;
  };
}

// What is the same for every school is reckoned once for all of them.
const plain = (date: string) => Temporal.PlainDate.from(date);
const weekdayOf = remember((date) => plain(date).dayOfWeek);
const shifted = remember((key) => {
  const [date = '', n] = key.split(' ');
  return plain(date)
    .add({ days: Number(n) })
    .toString();
});
const addDays = (date: string, n: number) => (n === 0 ? date : shifted(`${date} ${n}`));
const say = remember((date) =>
  plain(date).toLocaleString('nl-NL', { weekday: 'long', day: 'numeric', month: 'long' }),
);
/** The clock of a zone. `instant` takes a date and a time with a space between. */
const clockIn = remember((zone) => ({
  wallClock: remember((moment) =>
    Temporal.Instant.from(moment)
      .toZonedDateTimeISO(zone)
      .toString({ smallestUnit: 'second', timeZoneName: 'never' }),
  ),
  instant: remember((key) => {
    const [date = '', time = ''] = key.split(' ');
    return plain(date)
      .toZonedDateTime({ timeZone: zone, plainTime: time })
      .toInstant()
      .toString({ smallestUnit: 'millisecond' });
  }),
}));

/**
 * A calendar over the data a school entered.
 * @throws RangeError when the data leave no school day for two years
 */
export function makeCalendar(data: CalendarData): Calendar {
  const { wallClock, instant: instantAt } = clockIn(data.zone);
  const instant = (date: string, time: string) => instantAt(`${date} ${time}`);
  const dateOf = (moment: string) => wallClock(moment).slice(0, 10);
  const closure = (date: string) => data.closed.find((c) => c.from <= date && date <= c.to);
  const isWeekday = (date: string) => data.weekdays.includes(weekdayOf(date));
  const isSchoolDay = remember((date: string) => isWeekday(date) && !closure(date));
  const morningOf = (date: string) => instant(date, data.morning);

  function onOrAfter(date: string): string {
    let day = date;
    for (let tries = 0; tries < 732; tries++) {
      if (isSchoolDay(day)) return day;
      day = addDays(day, 1);
    }
    throw new RangeError(`no school day within two years of ${date}`);
  }
  function onOrBefore(date: string): string {
    let day = date;
    for (let tries = 0; tries < 732; tries++) {
      if (isSchoolDay(day)) return day;
      day = addDays(day, -1);
    }
    throw new RangeError(`no school day within two years before ${date}`);
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
      if (closed && isWeekday(day)) names.add(closed.name);
    }
    return [...names];
  }
  let known: { from: string; to: string; name: string }[] | undefined;
  /** Closures with the free days around them, each stretch once: a vacation from Monday to Friday lasts nine days. */
  function breaks() {
    if (known) return known;
    const stretches = new Map<string, { from: string; to: string; name: string }>();
    for (const { from, to, name } of data.closed) {
      let first = from;
      while (!isSchoolDay(addDays(first, -1))) first = addDays(first, -1);
      let last = to;
      while (!isSchoolDay(addDays(last, 1))) last = addDays(last, 1);
      if (!stretches.has(first)) stretches.set(first, { from: first, to: last, name });
    }
    return (known = [...stretches.values()]);
  }
  const amount = (n: number, unit: Unit) =>
    unit === 'schooldays'
      ? `${n} ${n === 1 ? 'schooldag' : 'schooldagen'}`
      : `${n} ${n === 1 ? 'dag' : 'dagen'}`;

  return {
    dateOf,
    isSchoolDay,
    onOrAfter,
    onOrBefore,
    addSchoolDays,
    addDays,
    morningOf,
    instant,
    wallClock,
    mayRemindAt(moment) {
      const [date = '', clock = ''] = wallClock(moment).split('T');
      const time = clock.slice(0, 5);
      return isSchoolDay(date) && data.morning <= time && time < data.hours.to;
    },
    schoolYear(date) {
      const year = Number(date.slice(0, 4));
      return date.slice(5, 7) >= '08' ? year : year - 1;
    },
    dayIn: (year, day) => `${day >= '08-01' ? year : year + 1}-${day}`,
    vacations: (days) => breaks().filter((b) => addDays(b.from, days - 1) <= b.to),
    within(n, unit, from, what, roll = 'after') {
      const raw = unit === 'schooldays' ? addSchoolDays(from, n) : addDays(from, n);
      const by = roll === 'after' ? onOrAfter(raw) : onOrBefore(raw);
      const skipped = unit === 'schooldays' ? closuresIn(from, by) : [];
      const notes = skipped.map((name) => `${name} telt niet mee`);
      if (by !== raw) {
        const moved = roll === 'after' ? 'de eerste schooldag daarna' : 'de laatste schooldag daarvoor';
        notes.push(`${say(raw)} is geen schooldag, dus ${moved}`);
      }
      const start = n === 0 ? `dezelfde schooldag als ${what}` : `binnen ${amount(n, unit)} na ${what}`;
      return { by, why: [`${start} (${say(from)})`, ...notes].join('; ') };
    },
    window(first, last, from, what, notBefore, slipped) {
      const notes = [`${first} tot ${last} dagen na ${what} (${say(from)})`];
      let start = addDays(from, first);
      let by = addDays(from, last);
      if (notBefore && start < notBefore) {
        start = notBefore;
        notes.push(`niet vóór ${say(notBefore)}`);
      }
      if (by < start) by = slipped ? addDays(start, last - first) : start;
      if (onOrAfter(start) > by) {
        by = onOrAfter(start);
        notes.push('in die tijd is er geen school, dus de eerste schooldag daarna');
      }
      return { from: start, by, why: notes.join('; ') };
    },
    say,
  };
}
