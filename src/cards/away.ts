/** Who is not there and who stands in (P15): the form, and what is settled. In the own chat. */
import type { Calendar } from '../domain/calendar.ts';
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { Person, School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import { ownTeams } from './alerts.ts';
import { formCard } from './form.ts';
import { commandButton } from './knowledge.ts';
import { notice } from './notice.ts';
import { input } from './questions.ts';
import type { FormIds } from './settings.ts';
import type { Card } from './template.ts';
import { plainText } from './template.ts';

export interface AwayForm {
  school: School;
  protocol: Protocol;
  person: Person;
  /** Whether the reader may choose a colleague who is away. */
  marks: boolean;
  ids: FormIds;
  /** As it was typed or sent before. */
  who?: string;
  back?: string;
  substitute?: string;
  error?: string;
}

export function awayForm({
  school,
  protocol,
  person,
  marks,
  ids,
  who,
  back,
  substitute,
  error,
}: AwayForm): Card {
  const choices = nearFirst(person, school).map((p) => ({ title: p.name, value: p.id }));
  const itself = { title: `${person.name} (ik)`, value: person.id };
  return formCard({
    title: 'Afwezig melden',
    lines: ['Wie waarneemt, krijgt de taken en mag die zaken zien. Een duo hoort het vanzelf.'],
    error,
    inputs: [
      ...(marks
        ? [
            input({
              id: 'who',
              type: 'person',
              label: 'Wie is er niet?',
              placeholder: 'Typ een naam',
              required: true,
              errorMessage: 'Kies een collega.',
              value: who ?? person.id,
              choices: [itself, ...choices].slice(0, limits.choices),
            }),
          ]
        : []),
      input({
        id: 'back',
        type: 'date',
        label: marks ? 'Vanaf welke dag weer wel?' : 'Op welke dag ben je er weer?',
        required: true,
        errorMessage: 'Kies een dag.',
        value: back ?? '',
      }),
      input({
        id: 'substitute',
        type: 'person',
        label: 'Wie neemt waar? (mag leeg)',
        placeholder: 'Typ een naam',
        value: substitute ?? '',
        choices: choices.filter(({ value }) => canStandIn(value, school, protocol)).slice(0, limits.choices),
      }),
    ],
    buttons: [{ title: 'Bewaren', style: 'positive', data: { verb: 'away.set', ...ids } }],
  });
}

const canStandIn = (id: string, school: School, protocol: Protocol): boolean =>
  personOf(school, id)?.posts.some((post) => protocol.functions[post.function]) ?? false;

/** Colleagues by name, those of the own kernteams first. */
function nearFirst(person: Person, school: School): Person[] {
  const teams = ownTeams(person, school);
  const far = (p: Person) => (ownTeams(p, school).some((team) => teams.includes(team)) ? 0 : 1);
  return school.persons
    .filter((p) => p.id !== person.id)
    .sort((a, b) => far(a) - far(b) || a.name.localeCompare(b.name, 'nl'));
}

/** What is settled now. @param own whether the reader is the one who is away */
export function awayCard(person: Person, school: School, calendar: Calendar, own: boolean): Card {
  const { away } = person;
  if (!away) return backCard(person, own);
  const substitute = away.substitute === undefined ? undefined : personOf(school, away.substitute)?.name;
  const who = plainText(own ? 'Je bent' : `${person.name} is`);
  return notice({
    title: '✓ Bewaard',
    lines: [
      `${who} afwezig tot en met ${calendar.say(away.until)}.`,
      substitute === undefined
        ? 'Niemand neemt waar. Een duo hoort wat er te doen is. Is die er niet, dan wacht het, en wat niet kan wachten hoort de coördinator.'
        : plainText(`${substitute} neemt waar en krijgt de taken.`),
    ],
    subtle: own ? ['Ben je er eerder weer? Typ **weer aanwezig**.'] : [],
    buttons: own
      ? [commandButton('Aanpassen', 'afwezig'), commandButton('Weer aanwezig', 'weer aanwezig')]
      : [],
  });
}

const backCard = (person: Person, own: boolean): Card =>
  notice({
    title: own ? '✓ Welkom terug' : '✓ Bewaard',
    lines: [
      own ? 'Je krijgt je taken weer zelf.' : plainText(`${person.name} is er weer en krijgt de taken zelf.`),
    ],
    buttons: own ? [commandButton('Mijn taken', 'taken')] : [],
  });
