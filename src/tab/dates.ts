/** Dates as Dutch people write them. */
import type { Due } from '../api/contract/common.ts';

/** Dates of the contract have no zone, so they are read and written in one and the same. */
const day = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

const longDayOf = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Where the schools are; the person reading may be elsewhere. */
const zone = 'Europe/Amsterdam';
const dayThere = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: zone,
});
const shortDayThere = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: zone,
});
const timeThere = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: zone });

/** YYYY-MM-DD → "ma 23 nov" */
export const shortDay = (date: string): string =>
  day.format(new Date(`${date}T00:00:00Z`)).replaceAll('.', '');

/** YYYY-MM-DD → "23 november 2026" */
export const longDay = (date: string): string => longDayOf.format(new Date(`${date}T00:00:00Z`));

/** ISO instant → "ma 23 nov" */
export const shortDayOf = (instant: string): string =>
  shortDayThere.format(new Date(instant)).replaceAll('.', '');

/** ISO instant → "maandag 23 november 2026" */
export const dayOf = (instant: string): string => dayThere.format(new Date(instant));

/** ISO instant → "08:20" */
export const timeOf = (instant: string): string => timeThere.format(new Date(instant));

/** "Uiterlijk di 24 nov", "Op di 24 nov", "Van di 24 nov tot en met vr 27 nov" */
export function dueWords({ from, by }: Pick<Due, 'from' | 'by'>): string {
  if (from === by) return `Op ${shortDay(by)}`;
  return from ? `Van ${shortDay(from)} tot en met ${shortDay(by)}` : `Uiterlijk ${shortDay(by)}`;
}
