/** How a person stands to a case today: a holder of a function in it, the duo of who is in charge, a substitute (P15). */
import type { CaseAccess } from './access.ts';
import { isSubstitute } from './presence.ts';
import type { Protocol } from './protocol.ts';
import type { Person, School } from './school.ts';
import { holds, holdersOf, holdsFor, personOf } from './school.ts';

/** Whether somebody holds one of these functions in a case, or is the substitute today of one who does. */
export const holdsOne = (
  person: Person,
  functions: readonly string[],
  school: School,
  { group, everyGroup }: Pick<CaseAccess, 'group' | 'everyGroup'>,
  today?: string,
) =>
  functions.some((fn) => {
    const holders = everyGroup ? school.persons.filter((p) => holds(p, fn)) : holdersOf(school, fn, group);
    return holders.some((p) => p.id === person.id || isSubstitute(person, p, today));
  });

/** Whether somebody is the one with this id, or their substitute today. */
export const isOrReplaces = (
  person: Person,
  id: string | undefined,
  school: School,
  today?: string,
): boolean => id !== undefined && (person.id === id || isSubstitute(person, personOf(school, id), today));

/**
 * Whether somebody is the duo of the one in charge (P15): both hold, for the group or the team of this case, the
 * function in which the lead leads; one that the protocol itself puts in charge, so that a case that was handed over to
 * a colleague does not open to all who teach there.
 */
export function isDuo(
  person: Person,
  { lead, leadAs, group }: Pick<CaseAccess, 'lead' | 'leadAs' | 'group'>,
  protocol: Protocol,
  school: School,
): boolean {
  const leader = lead === undefined ? undefined : personOf(school, lead);
  if (!leader || leadAs === undefined || !protocol.lead.some((rule) => rule.function === leadAs))
    return false;
  return [leader, person].every((p) => holdsFor(p, leadAs, group, school));
}
