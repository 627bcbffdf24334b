/**
 * What nobody changes of themselves, as it would open cases to them: of whom they are family (P13) and, unless they are the
 * coordinator, what they do (A4). A colleague who sets up the school does it. Pure.
 */
import { DomainError } from './errors.ts';
import { functionTitle } from './protocol.ts';
import type { Person, School } from './school.ts';
import { holds, personOf } from './school.ts';
import type { SchoolChange, SchoolScene } from './schoolChange.ts';
import { mentorOf, mentors } from './schoolChangeGroups.ts';

/** @throws DomainError `forbidden` with the field that it is about */
export function mustLeaveOwn(change: SchoolChange, { school, protocol, by }: SchoolScene): void {
  const own = personOf(school, by);
  if (!own) return;
  const coordinates = holds(own, protocol.coordinator);
  const title = functionTitle(protocol, protocol.coordinator);
  const refused = (text: string, field?: string) => new DomainError('forbidden', text, field);
  if (change.kind === 'person' && change.person.id === by) {
    if (own.family?.some((pupil) => !change.person.family?.includes(pupil)))
      throw refused(
        'Je eigen familie haal je niet zelf weg. Vraag dat aan een collega die de school ook instelt.',
        'family',
      );
    if (!coordinates && postsOf(change.person) !== postsOf(own))
      throw refused(`Je eigen functies verander je niet zelf. Vraag dat aan de ${title}.`, 'posts');
  }
  if (change.kind === 'person' && !coordinates && asSubstitute(by, change.person, school))
    throw refused(`Dat je zelf waarneemt, regel je niet zelf. Vraag dat aan de ${title}.`, 'substitute');
  if (change.kind === 'group' && !coordinates) {
    const was = mentors(own, change.group.id, mentorOf(protocol));
    if (change.mentors.includes(by) !== was)
      throw refused(`Of je zelf mentor bent, verander je niet zelf. Vraag dat aan de ${title}.`, 'mentors');
  }
  if (change.kind === 'pupil-gone' && own.family?.includes(change.id))
    throw refused(
      `Je eigen familie haal je niet zelf uit de lijst. Vraag dat aan een collega die ook ${title} is.`,
    );
}

/** Whether somebody becomes the substitute of a colleague, or is it for other days than before. */
const asSubstitute = (id: string, { id: of, away }: Person, school: School): boolean =>
  away?.substitute === id && JSON.stringify(away) !== JSON.stringify(personOf(school, of)?.away);

/** In whatever order they stand. */
const postsOf = ({ posts }: Person): string =>
  posts
    .map((post) => JSON.stringify([post.function, post.group, post.team]))
    .sort()
    .join();
