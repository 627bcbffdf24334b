/** Members of staff: what they do, when they are there, of whom they are family. Pure. */
import { DomainError } from './errors.ts';
import { limits } from './limits.ts';
import { isAway } from './presence.ts';
import type { Person } from './school.ts';
import { personOf, pupilOf, teamsOf } from './school.ts';
import type { SchoolChange, SchoolParts, SchoolScene } from './schoolChange.ts';
import { functionsFor, gone, mustCoordinate, there, withParts } from './schoolChange.ts';

/** @throws DomainError with the field that is wrong */
export function personChanged(
  { person, isNew }: Extract<SchoolChange, { kind: 'person' }>,
  scene: SchoolScene,
): SchoolParts {
  const { school, protocol } = scene;
  const before = personOf(school, person.id);
  if (isNew && before) throw there(before.name, 'id');
  if (!isNew && !before) throw gone();
  mustHold(person, before, scene);
  mustBeAway(person, before, scene);
  if (person.family?.some((id) => !pupilOf(school, id) && !before?.family?.includes(id)))
    throw new DomainError('invalid', 'Kies leerlingen uit de lijst.', 'family');
  if (person.days?.length === 0) throw new DomainError('invalid', 'Kies ten minste één werkdag.', 'days');
  const family = person.family?.length ? person.family : undefined;
  const parts: SchoolParts = { persons: [{ ...person, family }] };
  mustCoordinate(withParts(school, parts).persons, protocol);
  return parts;
}

/** Who leaves is the substitute of nobody any more. @throws DomainError where nobody would coordinate any more */
export function personGone(id: string, { school, protocol }: SchoolScene): SchoolParts {
  if (!personOf(school, id)) throw gone();
  const parts: SchoolParts = {
    gone: { persons: [id] },
    persons: school.persons
      .filter((p) => p.id !== id && p.away?.substitute === id)
      .map((p) => ({ ...p, away: { ...p.away!, substitute: undefined } })),
  };
  mustCoordinate(withParts(school, parts).persons, protocol);
  return parts;
}

function mustHold(person: Person, before: Person | undefined, { school, protocol }: SchoolScene): void {
  const wrong = (text: string) => new DomainError('invalid', text, 'posts');
  if (person.posts.length > limits.posts) throw wrong(`Kies hooguit ${limits.posts} functies.`);
  const known = functionsFor(protocol);
  const seen = new Set<string>();
  for (const post of person.posts) {
    // A function of an earlier protocol may stay.
    const had = before?.posts.some((p) => p.function === post.function);
    if (!known.includes(post.function) && !had) throw wrong('Kies een functie uit de lijst.');
    if (post.group !== undefined && !school.groups.some((g) => g.id === post.group))
      throw wrong(`Groep ${post.group} is er niet (meer).`);
    if (post.team !== undefined && !teamsOf(school).includes(post.team))
      throw wrong(`Kernteam ${post.team} is er niet (meer).`);
    const key = JSON.stringify([post.function, post.group, post.team]);
    if (seen.has(key)) throw wrong('Eén functie staat er twee keer.');
    seen.add(key);
  }
}

function mustBeAway({ id, away }: Person, before: Person | undefined, { school, today }: SchoolScene): void {
  // What stood there already need not be right any more.
  if (!away || JSON.stringify(away) === JSON.stringify(before?.away)) return;
  const { from = today, until, substitute } = away;
  if (until < today) throw new DomainError('invalid', 'De laatste dag ligt in het verleden.', 'until');
  if (until < from) throw new DomainError('invalid', 'De laatste dag ligt voor de eerste.', 'until');
  if (substitute === undefined) return;
  const other = personOf(school, substitute);
  if (!other || substitute === id)
    throw new DomainError('invalid', 'Kies een andere collega uit de lijst.', 'substitute');
  if (isAway(other, from))
    throw new DomainError('invalid', `${other.name} is dan zelf ook afwezig. Kies een ander.`, 'substitute');
}
