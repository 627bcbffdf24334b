/** "Wie is de mentor van 2B?", "mentor 2B": who holds a function for a group or a kernteam. Staff only, so any place may have it. */
import { commandButton } from '../../cards/knowledge.ts';
import { notice } from '../../cards/notice.ts';
import type { Card } from '../../cards/template.ts';
import { plainText } from '../../cards/template.ts';
import { folded } from '../../domain/folded.ts';
import { limits } from '../../domain/limits.ts';
import type { Protocol } from '../../domain/protocol.ts';
import type { Person, School } from '../../domain/school.ts';
import { holdersOf, teamOf, teamsOf } from '../../domain/school.ts';

const BETWEEN = new Set(
  'wie is zijn de het een van voor in bij groep klas kernteam team onze mijn'.split(' '),
);
const told = (text: string): string =>
  folded(text)
    .split(' ')
    .filter((word) => !BETWEEN.has(word))
    .join(' ');

/** The answer to a text that asks for exactly this; undefined for any other. */
export function holdersCard(text: string, school: School, protocol: Protocol): Card | undefined {
  const asked = told(text);
  const places = [
    ...school.groups.map(({ id }) => ({ place: id, held: (fn: string) => holdersOf(school, fn, id) })),
    ...teamsOf(school).map((team) => ({ place: team, held: (fn: string) => inTeam(school, fn, team) })),
  ];
  for (const [fn, { title }] of Object.entries(protocol.functions))
    for (const { place, held } of places)
      if (namesOf(fn, title).some((name) => asked === `${told(name)} ${told(place)}`))
        return answer(`${title} van ${place}`, held(fn));
  return undefined;
}

/** A function by its id or its title, of one or more. */
const namesOf = (fn: string, title: string): string[] =>
  [fn, title].flatMap((name) => [name, `${name}s`, `${name}en`]);

/** Who holds it for the team, for a group of the team, or for the whole school. */
const inTeam = (school: School, fn: string, team: string): Person[] =>
  school.persons.filter(({ posts }) =>
    posts.some(
      (post) =>
        post.function === fn &&
        (post.team === undefined || post.team === team) &&
        (post.group === undefined || teamOf(school, post.group) === team),
    ),
  );

const answer = (title: string, holders: readonly Person[]): Card =>
  notice({
    title: title.charAt(0).toUpperCase() + title.slice(1),
    lines: [
      holders.length === 0
        ? 'Er is nog niemand ingevuld. Vraag het aan de coördinator.'
        : plainText(
            holders
              .slice(0, limits.names)
              .map(({ name }) => name)
              .join(', '),
          ),
    ],
    buttons: [commandButton('Wie is wie', 'wie is wie')],
  });
