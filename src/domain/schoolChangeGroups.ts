/** Groups, their kernteam and who is their mentor. Pure. */
import { DomainError } from './errors.ts';
import type { Protocol } from './protocol.ts';
import type { Group, Person, School } from './school.ts';
import type { SchoolChange, SchoolParts, SchoolScene } from './schoolChange.ts';
import { gone, there } from './schoolChange.ts';

/** The function that leads the cases of a group unless a rule says otherwise (K4): what the protocol calls the mentor. */
export const mentorOf = (protocol: Protocol): string => protocol.lead.at(-1)!.function;

/** Whether somebody is the mentor of a group. */
export const mentors = ({ posts }: Person, group: string, fn: string): boolean =>
  posts.some((post) => post.function === fn && post.group === group);

/** What the form of a group saves, as it is now; undefined where the group is not there. */
export function groupWithMentors(
  { groups, persons }: School,
  id: string,
  protocol: Protocol,
): (Group & { mentors: string[] }) | undefined {
  const group = groups.find((g) => g.id === id);
  const fn = mentorOf(protocol);
  return group && { ...group, mentors: persons.flatMap((p) => (mentors(p, id, fn) ? p.id : [])).sort() };
}

/** A group as it becomes, and those who become or stop being its mentor. */
export function groupChanged(
  { group, isNew, mentors: chosen }: Extract<SchoolChange, { kind: 'group' }>,
  { school, protocol }: SchoolScene,
): SchoolParts {
  const known = school.groups.some((g) => g.id === group.id);
  if (isNew && known) throw there('Deze groep', 'id');
  if (!isNew && !known) throw gone();
  if (chosen.some((id) => school.persons.every((p) => p.id !== id)))
    throw new DomainError('invalid', 'Kies collega’s uit de lijst.', 'mentors');
  const fn = mentorOf(protocol);
  const persons = school.persons.flatMap((person): Person[] => {
    const is = mentors(person, group.id, fn);
    if (is === chosen.includes(person.id)) return [];
    const others = person.posts.filter((post) => !(post.function === fn && post.group === group.id));
    return [{ ...person, posts: is ? others : [...others, { function: fn, group: group.id }] }];
  });
  return { groups: [group], persons };
}

/** A group can go when nobody is in it any more; functions held for it go with it. */
export function groupGone(id: string, school: School): SchoolParts {
  if (school.groups.every((g) => g.id !== id)) throw gone();
  const pupils = school.pupils.filter((p) => p.group === id).length;
  if (pupils > 0)
    throw new DomainError(
      'invalid',
      `In deze groep ${pupils === 1 ? 'zit nog één leerling' : `zitten nog ${pupils} leerlingen`}. Geef hun eerst een andere groep.`,
    );
  const persons = school.persons
    .filter((p) => p.posts.some((post) => post.group === id))
    .map((p) => ({ ...p, posts: p.posts.filter((post) => post.group !== id) }));
  return { gone: { groups: [id] }, persons };
}
