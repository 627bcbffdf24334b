/** What somebody typed behind `afwezig`: who is away, from when until when, and who stands in (P15). Pure. */
import { readPeriod } from './dutchPeriod.ts';
import type { Period } from './dutchPeriod.ts';
import { folded } from './folded.ts';
import type { Person } from './school.ts';

/** `back` is the first day on which they are there again; both days are absent when they could not be read. */
export interface AwayText extends Period {
  /** Empty for whoever typed it. */
  who: string;
  /** Empty when nobody is named. */
  substitute: string;
}

/** Words that are read: what is longer is no message of this kind. */
const MOST = 30;
const BEFORE_DAYS = /^(?<who>.*?)\s*\b(?:vanaf|tot)\b/is;
const STANDS_IN =
  /\b(neemt (het )?waar|vervangt (mij|me|hem|haar)|waarnemer|waarneming|vervanger|door|is)\b|:/gi;

/**
 * "Mila Mentor van maandag tot 12 oktober, Omar neemt waar": the most words that name days, the colleague before them,
 * and the substitute behind them.
 * @param today YYYY-MM-DD
 */
export function readAway(text: string, today: string): AwayText {
  const [, head = '', after = ''] = /^([^,;]*)[,;]?(.*)$/s.exec(text)!;
  const words = head.trim().split(/\s+/).slice(0, MOST);
  for (let count = words.length; count > 0; count--)
    for (let start = 0; start + count <= words.length; start++) {
      const period = readPeriod(words.slice(start, start + count).join(' '), today);
      if (!period) continue;
      const who = words.slice(0, start).join(' ');
      return { who, ...period, substitute: named([...words.slice(start + count), after].join(' ')) };
    }
  return { who: (BEFORE_DAYS.exec(head)?.groups?.who ?? head).trim(), substitute: named(after) };
}

const named = (text: string): string =>
  text
    .replace(STANDS_IN, ' ')
    .replace(/[\s.]+/g, ' ')
    .trim();

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
