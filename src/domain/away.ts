/** What somebody typed behind `afwezig`: who is away, until when, and who stands in (P15). Pure. */
import { Temporal } from 'temporal-polyfill';
import { readDay } from './dutchDate.ts';
import { folded } from './folded.ts';
import type { Person } from './school.ts';

export interface AwayText {
  /** Empty for whoever typed it. */
  who: string;
  /** The first day on which they are there again; absent when no day could be read. */
  back?: string;
  /** Empty when nobody is named. */
  substitute: string;
}

const UNTIL = /^(?<who>.*?)\s*\b(?<tot>tot en met|tot|vandaag)\b\s*(?<day>[^,;]*)[,;]?(?<rest>.*)$/is;
const STANDS_IN =
  /\b(neemt (het )?waar|vervangt (mij|me|hem|haar)|waarnemer|waarneming|vervanger|door|is)\b|:/gi;

/**
 * "Mila Mentor tot 12 oktober, Omar neemt waar". `tot` a day is back on it; `tot en met` and a day alone is back on the day after.
 * @param today YYYY-MM-DD
 */
export function readAway(text: string, today: string): AwayText {
  const typed = text.replace(/\bt\/m\b/gi, 'tot en met').trim();
  const { who = typed, tot, day = '', rest = '' } = UNTIL.exec(typed)?.groups ?? {};
  if (tot === undefined) {
    const only = readDay(typed, today);
    return only === undefined ? { who, substitute: '' } : { who: '', back: nextDay(only), substitute: '' };
  }
  const word = tot.toLowerCase();
  const named = word === 'vandaag' ? today : readDay(day, today);
  const back = named === undefined || word === 'tot' ? named : nextDay(named);
  return {
    who: who.trim(),
    back,
    substitute: rest
      .replace(STANDS_IN, ' ')
      .replace(/[\s.]+/g, ' ')
      .trim(),
  };
}

export const nextDay = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();
export const dayBefore = (date: string): string =>
  Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();

/** The colleague whom a name can mean: the whole name, or words with which only one name begins. */
export function colleagueNamed(name: string, persons: readonly Person[]): Person | undefined {
  const words = folded(name).split(' ');
  const whole = persons.filter((p) => folded(p.name) === words.join(' '));
  const [first, ...others] = whole.length > 0 ? whole : persons.filter((p) => begins(folded(p.name), words));
  return others.length === 0 ? first : undefined;
}

/** Whether each word that was typed begins a word of a name. */
const begins = (name: string, words: readonly string[]): boolean =>
  words.every((typed) => typed !== '' && name.split(' ').some((word) => word.startsWith(typed)));
