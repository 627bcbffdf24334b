/** Points to be alert to, shared with a kernteam at the dagopening (P20): a place or a moment, never a child. */
import type { Calendar } from './calendar.ts';
import { folded } from './folded.ts';
import { limits } from './limits.ts';
import type { Protocol } from './protocol.ts';
import type { Person, Pupil } from './school.ts';
import { holds } from './school.ts';

/** One point for one kernteam. Dates are YYYY-MM-DD. */
export interface Alert {
  id: string;
  text: string;
  team: string;
  /** The member of staff who shared it. */
  by: string;
  from: string;
  /** The last day on which it is shown. */
  until: string;
}

/** A point expires after five school days (P20); the day itself is day 0. */
export const expiryOf = (from: string, calendar: Calendar): string =>
  calendar.addSchoolDays(from, limits.alertDays);

/** Mentors and whoever else stands for a group or a kernteam share points, and the coordinator (P20). */
export const maySharePoints = (person: Person, protocol: Protocol): boolean =>
  holds(person, protocol.coordinator) || person.posts.some((post) => post.group ?? post.team);

/** Who shared a point withdraws it, and the coordinator. */
export const mayWithdraw = (person: Person, alert: Alert, protocol: Protocol): boolean =>
  alert.by === person.id || holds(person, protocol.coordinator);

/** Words before a surname that are no name themselves. */
const PREFIXES = new Set(
  'aan al bij d da de del den der di dos du el het in la las le les of op s t te ten ter tot uit van vd vom von voor y zu zur'.split(
    ' ',
  ),
);
/** Of these, those that nobody writes in a sentence: with one of them a surname is one in small letters too. */
const NAMES_ONLY = new Set('d da del den der di dos du el las les ten ter vd vom von zu zur'.split(' '));
/** Who is called so is a colleague or a parent: pupils share their names. */
const GROWN_UP = new Set(
  'meneer mevrouw mevr mw dhr heer meester juf juffrouw docent mentor conciërge concierge'.split(' '),
);

/** A pupil, and the part of the name that stands in a text. */
export interface NamedPupil {
  pupil: Pupil;
  name: string;
  /** In small letters it would be an ordinary word. */
  surname: boolean;
}

/**
 * The first pupil who is named in a text, as whole words, whatever the accents; also with an s for "of": "Brams fiets",
 * "Fenna's tas". A first name counts in any letters. Of a surname each word counts that begins with a capital ("Bakker",
 * not "de bakker"), and all of it after "van der" and the like, but not after "meneer".
 */
export function pupilNamedIn(text: string, pupils: readonly Pupil[]): NamedPupil | undefined {
  const words = wordsOf(text);
  const line = ` ${words.map((w) => w.plain).join(' ')} `;
  for (const pupil of pupils) {
    const [first = '', ...others] = pupil.name.trim().split(/\s+/);
    // An initial is in every second sentence.
    const called = folded(first).length > 1 ? first : pupil.name;
    if (standsIn(line, folded(called))) return { pupil, name: called, surname: false };
    const surname = surnameIn(wordsOf(others.join(' ')), words);
    if (surname !== undefined) return { pupil, name: surname, surname: true };
  }
  return undefined;
}

interface Word {
  plain: string;
  typed: string;
}

/** "Jansen-de Vries" is three words. */
const wordsOf = (text: string): Word[] =>
  text.split(/[^\p{L}\p{M}\p{N}]+/u).flatMap((typed) => {
    const plain = folded(typed);
    return plain === '' ? [] : [{ plain, typed }];
  });

const standsIn = (line: string, name: string): boolean =>
  name !== '' && (line.includes(` ${name} `) || line.includes(` ${name}s `));

/** The word of a surname that stands in a text as a name. */
function surnameIn(name: readonly Word[], text: readonly Word[]): string | undefined {
  const cores = name.filter(({ plain }) => plain.length > 1 && !PREFIXES.has(plain));
  return cores.find((core) => {
    const prefixes = prefixesBefore(core, name);
    return text.some((word, at) => {
      if (word.plain !== core.plain && word.plain !== `${core.plain}s`) return false;
      const before = prefixesBefore(word, text);
      if (GROWN_UP.has(text[at - before.length - 1]?.plain ?? '')) return false;
      const whole = prefixes.some((p) => NAMES_ONLY.has(p)) && before.join(' ').endsWith(prefixes.join(' '));
      return whole || /^\p{Lu}/u.test(word.typed);
    });
  })?.typed;
}

/** "van", "der" before "Meer". */
function prefixesBefore(word: Word, words: readonly Word[]): string[] {
  const before = words.slice(0, words.indexOf(word)).map((w) => w.plain);
  const begin = before.findLastIndex((plain) => !PREFIXES.has(plain)) + 1;
  return before.slice(begin);
}
