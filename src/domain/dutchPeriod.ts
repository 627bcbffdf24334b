/** Stretches of days as people type them in Dutch: "vrijdag", "van 3 tot 7 december", "volgende week". Pure. */
import { Temporal } from 'temporal-polyfill';
import { readDay } from './dutchDate.ts';
import { folded } from './folded.ts';

/** From the first day on; `back` is the first day after it. Either can be left open. */
export interface Period {
  from?: string;
  back?: string;
}
/** Days that one word stands for, both included. */
interface Span {
  from: string;
  last: string;
}

const WEEKDAY = '(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)';
const BETWEEN = /^(?:(?:vanaf|van) )?(?<begin>.+?) (?<upTo>tot en met|tot) (?<end>.+)$/;
const UP_TO = /^(?<upTo>tot en met|tot) (?<end>.+)$/;
const ONWARDS = /^vanaf (?<begin>.+)$/;
const TWO_DAYS = /^(?<begin>.+) en (?<end>.+)$/;
/** "3-7 december", where "3-7" alone is the third of July. */
const DASH = /^(\d{1,2}) ?[-–] ?(\d{1,2} ?[a-z].*)$/;
/** A day that lies further ahead, without a year, was one that passed. */
const PASSED = 300;

const plus = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
export const nextDay = (date: string): string => plus(date, 1);
export const dayBefore = (date: string): string => plus(date, -1);

/**
 * The days that a text names, when it says nothing else. `tot` a day is back on it; `tot en met` a day, and a day or week
 * alone, is back on the day after.
 * @param today YYYY-MM-DD
 */
export function readPeriod(text: string, today: string): Period | undefined {
  const typed = text
    .toLowerCase()
    .replace(/\bt\/m\b/g, 'tot en met')
    .replace(DASH, '$1 tot en met $2')
    .replace(/\s+/g, ' ')
    .trim();
  const alone = spanOf(typed, today);
  if (alone) return { from: alone.from, back: nextDay(alone.last) };
  const onwards = ONWARDS.exec(typed)?.groups;
  const start = onwards && spanOf(onwards.begin!, today);
  if (start) return { from: start.from };
  const upTo = UP_TO.exec(typed)?.groups;
  if (upTo) return between({ from: today, last: today }, spanOf(upTo.end!, today), upTo.upTo!);
  const range = BETWEEN.exec(typed)?.groups;
  if (range) {
    const typedBegin = withMonthOf(range.begin!, range.end!);
    const begin = spanOf(typedBegin, today);
    const passed = begin && begin.from > plus(today, PASSED) && !/\d{4}/.test(typedBegin);
    const from = passed ? today : begin?.from;
    return from === undefined
      ? undefined
      : between({ from, last: from }, spanOf(range.end!, from), range.upTo!);
  }
  const two = TWO_DAYS.exec(typed)?.groups;
  const first = two && spanOf(two.begin!, today);
  const second = first && spanOf(two.end!, first.from);
  return second && second.from === nextDay(first.last)
    ? { from: first.from, back: nextDay(second.last) }
    : undefined;
}

const between = (begin: Span, end: Span | undefined, upTo: string): Period | undefined =>
  end && { from: begin.from, back: upTo === 'tot' ? end.from : nextDay(end.last) };

/** "3" before "7 december" is the third of December. */
function withMonthOf(begin: string, end: string): string {
  const month = /\d{1,2}[\s/-]*(.+)$/.exec(end)?.[1];
  return new RegExp(`^(?:${WEEKDAY} )?\\d{1,2}$`).test(begin) && month ? `${begin} ${month}` : begin;
}

/** One day, or a week. */
function spanOf(text: string, today: string): Span | undefined {
  const words = folded(text)
    .replace(/^(?:op|komende|aanstaande|a s) /, '')
    .replace(/ (?:aanstaande|a s)$/, '')
    .replace(/^(?:de )?hele (?:dag|week) /, '');
  const day = readDay(words, today);
  if (day) return { from: day, last: day };
  const monday = plus(today, 1 - Temporal.PlainDate.from(today).dayOfWeek);
  if (words === 'deze week') return { from: today, last: plus(monday, 6) };
  const week = new RegExp(`^(?:volgende week(?: (${WEEKDAY}))?|(${WEEKDAY}) volgende week)$`).exec(words);
  if (!week) return undefined;
  const weekday = week[1] ?? week[2];
  // The first of that name after the Sunday before.
  const named = weekday && readDay(weekday, plus(monday, 6));
  return named ? { from: named, last: named } : { from: plus(monday, 7), last: plus(monday, 13) };
}
