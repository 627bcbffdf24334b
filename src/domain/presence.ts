/** Who works on a date, and who stands in for a colleague who does not (P15). Pure. */
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import type { Person, School } from './school.ts';
import { holdsFor, personOf } from './school.ts';

/** Whether a date lies in what a colleague was marked absent for. */
export const isAway = ({ away }: Person, date: string): boolean =>
  away !== undefined && (away.from ?? date) <= date && date <= away.until;

/** Whether somebody works on a date, as far as they go: the school's own days are the calendar's. */
export const worksOn = (person: Person, date: string): boolean =>
  !isAway(person, date) && (person.days?.includes(Temporal.PlainDate.from(date).dayOfWeek) ?? true);

/** School days that are looked through for one on which somebody works. */
const LOOK = 10;

/** The first school day after a date on which somebody works; undefined for whoever works on none. */
export function nextWorkday(person: Person, date: string, calendar: Calendar): string | undefined {
  let day = calendar.addSchoolDays(date, 1);
  for (let i = 0; i < LOOK; i++) {
    if (worksOn(person, day)) return day;
    day = calendar.addSchoolDays(isAway(person, day) ? person.away!.until : day, 1);
  }
  return undefined;
}

/** Whether somebody is the substitute of a colleague who is away on a date; without a date nobody is. */
export const isSubstitute = (person: Person, of: Person | undefined, date: string | undefined): boolean =>
  of !== undefined && date !== undefined && isAway(of, date) && of.away?.substitute === person.id;

/**
 * Who can stand in for somebody in a function for a group on a date, the nearest first: the duo, who holds it for the
 * same group or team and works that day, then the substitute of whoever is away. Whether they may see what it is about
 * is for access to say.
 */
export function standIns(
  person: Person,
  date: string,
  fn: string,
  group: string | undefined,
  school: School,
): Person[] {
  const holdsHere = (other: Person) => holdsFor(other, fn, group, school);
  const duos = holdsHere(person) ? school.persons.filter((p) => p.id !== person.id && holdsHere(p)) : [];
  const substitute = person.away?.substitute;
  const named = substitute === undefined ? undefined : personOf(school, substitute);
  const second = named && isSubstitute(named, person, date) && !duos.includes(named) ? [named] : [];
  return [...duos, ...second].filter((p) => worksOn(p, date));
}
