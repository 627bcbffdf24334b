/** Whom staff can go to without a report (P3): who a vertrouwenspersoon is, and who may not read a certain message. */
import { folded } from './folded.ts';
import { worksOn } from './presence.ts';
import type { Protocol } from './protocol.ts';
import type { Person, School } from './school.ts';

/** The function of a vertrouwenspersoon in a school whose protocol names none. */
const CONFIDANT = 'vertrouwenspersoon';

/** In which function somebody is a vertrouwenspersoon; undefined for everybody else. */
export const confidantAs = (person: Person, protocol: Protocol): string | undefined =>
  person.posts.find((post) => post.function === CONFIDANT || protocol.functions[post.function]?.confidant)
    ?.function;

/** In the order of the staff: internal and external ones alike. */
export const confidantsOf = (school: School, protocol: Protocol): Person[] =>
  school.persons.filter((person) => confidantAs(person, protocol) !== undefined);

/** What of a message decides who may not read it. */
export interface About {
  /** Who wrote it. */
  reporter: string;
  letter: { about?: string; story: string };
}

/**
 * Whether a vertrouwenspersoon may not read a message (P13): they wrote it, it names them, or it is about a pupil of
 * their family. It is about somebody as far as the reporter typed a name.
 */
export function isBarredFrom(person: Person, { reporter, letter }: About, school: School): boolean {
  const typed = folded(letter.about ?? '');
  const words = ` ${typed} ${folded(letter.story)} `;
  const family = school.pupils.filter((pupil) => person.family?.includes(pupil.id));
  return (
    person.id === reporter ||
    [person, ...family].some(({ name }) => words.includes(` ${folded(name)} `)) ||
    // "Fenna" alone is enough to leave it to somebody else.
    family.some(({ name }) => typed !== '' && folded(name).split(' ')[0] === typed)
  );
}

/** A message with the people it went to. */
interface Sent extends About {
  to: string;
  /** Everybody it was with, the present one included. */
  tried: readonly string[];
}

/** Who else the reporter can choose. */
export const othersFor = (sent: Sent, school: School, protocol: Protocol): Person[] =>
  confidantsOf(school, protocol).filter((p) => p.id !== sent.to && !isBarredFrom(p, sent, school));

/**
 * To whom a message goes when the reporter chooses nobody: someone who had not got it before, present if possible, then
 * in the same function, so that it leaves the school last.
 */
export function nextFor(sent: Sent, today: string, school: School, protocol: Protocol): Person | undefined {
  const first = school.persons.find((p) => p.id === sent.tried[0]);
  const as = first && confidantAs(first, protocol);
  const far = (p: Person) =>
    (worksOn(p, today) ? 0 : 2) + (as === undefined || confidantAs(p, protocol) === as ? 0 : 1);
  return othersFor(sent, school, protocol)
    .filter((p) => !sent.tried.includes(p.id))
    .sort((a, b) => far(a) - far(b))[0];
}
