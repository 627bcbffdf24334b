/** Who is asked what a function is asked in a case: to do a step, or to enter a note in the pupil tracking system. Pure. */
import { isBarred } from './barred.ts';
import { standIns, worksOn } from './presence.ts';
import type { Protocol } from './protocol.ts';
import type { Person, School } from './school.ts';
import { holdersOf, holds, personOf } from './school.ts';

/** What is asked for: a function, or one person in it. */
interface Asked {
  fn: string;
  only?: string;
}
/** What it takes of a case; a row of the list has it too. */
interface Place {
  lead: { function: string; person?: string };
  group?: string;
  /** Set for a school year's own case: everybody who holds a function is asked. */
  schoolYear?: number;
  /** Pupils of the case, and persons to whom it is closed (P13). */
  pupils: string[];
  barred: string[];
}

/**
 * Whether this person is asked today: who holds the function for this case, else whoever is in charge (as in covering.ts),
 * or who stands in for them (P15). Without `today` nobody stands in.
 */
export function isAsked(
  person: Person,
  { fn, only }: Asked,
  place: Place,
  protocol: Protocol,
  school: School,
  today: string | undefined,
): boolean {
  const { lead, group } = place;
  const standsIn = (of: Person, as: string) =>
    today !== undefined &&
    !worksOn(of, today) &&
    standIns(of, today, as, group, school).some((p) => p.id === person.id);
  const holders =
    fn === 'lead' ? [] : only === undefined ? holding(fn, place, school) : known(only, place, school);
  if (holders.length > 0) return holders.some((p) => p.id === person.id || standsIn(p, fn));
  const leader = lead.person === undefined ? undefined : personOf(school, lead.person);
  // Nobody, or somebody who left the school.
  if (!leader) return holds(person, protocol.coordinator);
  return leader.id === person.id || standsIn(leader, lead.function);
}

const mayBeAsked =
  ({ barred, pupils }: Place) =>
  (person: Person): boolean =>
    !isBarred(person, barred, pupils);

/** The person with this id, while they may have to do with the case. */
const known = (id: string, place: Place, school: School): Person[] =>
  school.persons.filter((p) => p.id === id).filter(mayBeAsked(place));

const holding = (fn: string, place: Place, school: School): Person[] =>
  place.schoolYear === undefined
    ? holdersOf(school, fn, place.group).filter(mayBeAsked(place))
    : school.persons.filter((p) => holds(p, fn));
