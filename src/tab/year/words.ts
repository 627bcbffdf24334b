/** Months, counts and days in words. */
import type { Count } from '../../api/contract/year.ts';

const monthOf = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonthOf = new Intl.DateTimeFormat('nl-NL', { month: 'short', timeZone: 'UTC' });
const dateOf = (month: string) => new Date(`${month}-01T00:00:00Z`);

/** YYYY-MM → "november 2026" */
export const monthWords = (month: string): string => monthOf.format(dateOf(month));
/** YYYY-MM → "nov" */
export const shortMonth = (month: string): string => shortMonthOf.format(dateOf(month)).replace('.', '');

/** 2026 → "2026-2027" */
export const yearWords = (year: number): string => `${year}-${year + 1}`;

/** A count that is hidden is a small one, or stands beside one that could be reckoned from it. */
export const countWords = (count: Count): string => (count === 'few' ? 'verborgen' : String(count));

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
export const numberWords = (n: number): string => number.format(n);
export const daysWords = (n: number): string => (n === 1 ? '1 dag' : `${numberWords(n)} dagen`);
export const casesWords = (n: number): string => (n === 1 ? '1 zaak' : `${n} zaken`);
