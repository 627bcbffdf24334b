/** Closed days that no school enters by itself: the Dutch public holidays, from a library. */
import Holidays from 'date-holidays';
import type { CalendarData } from '../domain/calendar.ts';

const dutch = new Holidays('NL', { languages: ['nl'] });

/** Public holidays and the days on which Dutch schools close, of the years around a date, one entry a day. */
export function dutchHolidays(year: number): CalendarData['closed'] {
  const known = byYear.get(year) ?? around(year);
  byYear.set(year, known);
  return known;
}

const byYear = new Map<number, CalendarData['closed']>();

function around(year: number): CalendarData['closed'] {
  return [year - 1, year, year + 1, year + 2].flatMap((y) =>
    dutch
      .getHolidays(y)
      .filter((h) => h.type === 'public' || h.type === 'school')
      .map((h) => ({ from: h.date.slice(0, 10), to: h.date.slice(0, 10), name: h.name })),
  );
}
