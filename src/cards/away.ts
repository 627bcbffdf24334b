/** Who is not there and who stands in (P15): the form, and what is settled. In the own chat. */
import type { Calendar } from '../domain/calendar.ts';
import { dayBefore, nextDay } from '../domain/dutchPeriod.ts';
import { limits } from '../domain/limits.ts';
import { nextWorkday } from '../domain/presence.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { Person, School } from '../domain/school.ts';
import { ownTeams, personOf } from '../domain/school.ts';
import { dutchDay } from './dutchDay.ts';
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
  from: string;
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
  from,
  back,
  substitute,
  error,
}: AwayForm): Card {
  const choices = nearFirst(person, school).map((p) => ({ title: p.name, value: p.id }));
  const itself = { title: `${person.name} (ik)`, value: person.id };
  return formCard({
    title: 'Afwezig melden',
    lines: [
      'Wie waarneemt, krijgt in die tijd de taken en mag de zaken zien. Een duo krijgt de taken vanzelf.',
    ],
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
        id: 'from',
        type: 'date',
        label: marks ? 'Eerste dag afwezig' : 'Vanaf welke dag ben je er niet?',
        required: true,
        errorMessage: 'Kies een dag.',
        value: from,
      }),
      input({
        id: 'back',
        type: 'date',
        label: marks ? 'Eerste dag weer aanwezig' : 'Op welke dag ben je er weer?',
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
export function awayCard(
  person: Person,
  school: School,
  calendar: Calendar,
  today: string,
  own: boolean,
): Card {
  const { away } = person;
  if (!away) return backCard(person, own);
  const substitute = away.substitute === undefined ? undefined : personOf(school, away.substitute)?.name;
  const whose = own ? 'jouw' : 'de';
  return notice({
    title: '✓ Afwezig gemeld',
    lines: [
      plainText(`${own ? 'Je bent' : `${person.name} is`} ${daysWords(away, calendar, today)}.`),
      `Terug op ${dayWords(nextWorkday(person, away.until, calendar) ?? nextDay(away.until), calendar, today)}.`,
      substitute === undefined
        ? `Er is geen waarnemer gekozen. Een duo krijgt ${whose} taken vanzelf. Is er geen duo, dan blijven de taken liggen; wat niet kan wachten, gaat naar de coördinator.`
        : plainText(`${substitute} neemt waar en krijgt in die tijd ${whose} taken.`),
    ],
    subtle: own ? ['Ben je er eerder weer? Typ **weer aanwezig**.'] : [],
    buttons: own
      ? [commandButton('Aanpassen', 'afwezig'), commandButton('Weer aanwezig', 'weer aanwezig')]
      : [],
  });
}

/** "afwezig tot en met zondag 11 oktober", "afwezig op vrijdag 9 oktober", "vandaag afwezig". */
function daysWords({ from, until }: NonNullable<Person['away']>, calendar: Calendar, today: string): string {
  if (until === today) return 'vandaag afwezig';
  const say = (day: string) => dayWords(day, calendar, today);
  if (from === until) return `afwezig op ${say(until)}`;
  const upTo = `tot en met ${say(until)}`;
  return `afwezig ${from === undefined || from <= today ? upTo : `van ${say(from)} ${upTo}`}`;
}

/** A day, with its year where that is another one. */
const dayWords = (day: string, calendar: Calendar, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? calendar.say(day) : withYear(day);
const withYear = (day: string): string =>
  dutchDay(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** Asks back about a long absence that was typed. @param back the first day on which they are there again */
export const longWords = (from: string, back: string): string =>
  `Dit is lang: van ${withYear(from)} tot en met ${withYear(dayBefore(back))}. Klopt dat? Druk dan op ‘Bewaren’.`;

const backCard = (person: Person, own: boolean): Card =>
  notice({
    title: own ? '✓ Welkom terug' : '✓ Bewaard',
    lines: [
      own ? 'Je krijgt je taken weer zelf.' : plainText(`${person.name} is er weer en krijgt de taken zelf.`),
    ],
    buttons: own ? [commandButton('Mijn taken', 'taken')] : [],
  });
