/** Days as people type them in Dutch: "12 oktober", "12-10", "maandag", "morgen". Pure. */
import { Temporal } from 'temporal-polyfill';
import { folded } from './folded.ts';

const MONTHS =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const SOON: Record<string, number> = { vandaag: 0, morgen: 1, overmorgen: 2 };

/**
 * The date that is meant: the first one from today on, unless a year stands with it.
 * @param today YYYY-MM-DD
 * @returns undefined for what is no day
 */
export function readDay(text: string, today: string): string | undefined {
  const from = Temporal.PlainDate.from(today);
  const words = folded(text);
  const soon = Object.hasOwn(SOON, words) ? SOON[words] : undefined;
  if (soon !== undefined) return from.add({ days: soon }).toString();
  const [, named, rest] = /^(?:(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag) ?)?(.*)$/.exec(
    words,
  )!;
  if (named && rest === '') {
    const days = (WEEKDAYS.indexOf(named) + 1 - from.dayOfWeek + 7) % 7;
    return from.add({ days: days === 0 ? 7 : days }).toString();
  }
  const [, day, month, year] = /^(\d{1,2}) (\d{1,2}|[a-z]+)(?: (\d{4}))?$/.exec(rest ?? '') ?? [];
  const number = month === undefined ? undefined : monthOf(month);
  if (!number) return undefined;
  const dated = (y: number) => plain(y, number, Number(day));
  if (year !== undefined) return dated(Number(year))?.toString();
  const now = dated(from.year);
  const passed = now && Temporal.PlainDate.compare(now, from) < 0;
  return (passed ? dated(from.year + 1) : now)?.toString();
}

/** By its number, its name, or the first letters of that, three or more. */
function monthOf(word: string): number | undefined {
  const named = word.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(word)) + 1;
  const number = /^\d+$/.test(word) ? Number(word) : named;
  return number >= 1 && number <= 12 ? number : undefined;
}

/** Undefined for a day that the month lacks. */
function plain(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
