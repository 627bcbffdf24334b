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

/**
 * The first pupil whose first or full name stands in a text, as whole words, whatever the accents and capitals; also
 * with an s for "of": "Brams fiets", "Fenna's tas".
 */
export function pupilNamedIn(text: string, pupils: readonly Pupil[]): Pupil | undefined {
  const words = ` ${folded(text)} `;
  return pupils.find(({ name }) => {
    const first = folded(name.trim().split(/\s+/)[0] ?? '');
    // An initial is in every second sentence.
    const called = first.length > 1 ? first : folded(name);
    return called !== '' && (words.includes(` ${called} `) || words.includes(` ${called}s `));
  });
}
