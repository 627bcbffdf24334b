/** The third door (P3): what it means, and who is behind it, before anything is written. */
import type { Calendar } from '../domain/calendar.ts';
import { confidantAs, confidantsOf } from '../domain/confidants.ts';
import { limits } from '../domain/limits.ts';
import { isAway, worksOn } from '../domain/presence.ts';
import type { Protocol } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { Person, School } from '../domain/school.ts';
import { doorButton, screen } from './doors.ts';
import type { ReportFields } from './reportFields.ts';
import type { Button, Card } from './template.ts';
import { plainText } from './template.ts';

/** What a card for one person is made with. */
export interface Setting {
  school: School;
  protocol: Protocol;
  calendar: Calendar;
  /** Who reads the card. */
  person: Person;
  /** YYYY-MM-DD */
  today: string;
}

/** Those to whom this person can write. */
export const choosable = ({ school, protocol, person }: Pick<Setting, 'school' | 'protocol' | 'person'>) =>
  confidantsOf(school, protocol)
    .filter((p) => p.id !== person.id)
    .slice(0, limits.confidants);

/** A substitute doesn't read it: the reporter chose a person. */
export function absenceOf(person: Person, { calendar, today }: Pick<Setting, 'calendar' | 'today'>): string {
  if (isAway(person, today)) return `is afwezig tot en met ${calendar.say(person.away!.until)}`;
  return worksOn(person, calendar.onOrAfter(today))
    ? ''
    : `werkt niet op ${calendar.say(calendar.onOrAfter(today))}`;
}

/** As what somebody is known: "Vera Voorbeeld, interne vertrouwenspersoon". */
export const called = (person: Person, protocol: Protocol) =>
  `${person.name}, ${functionTitle(protocol, confidantAs(person, protocol) ?? '')}`;

/** What it means to write here. */
export const MEANS = [
  '**De mentor ziet dit niet en doet dus niets.** Alleen wie je kiest, ziet je bericht in Meldpunt. Ook de coördinator en de directie zien het niet.',
  'Wie je kiest, ziet wel dat het van jou komt.',
];

/**
 * Opens a chat with somebody. Teams' documentation names the sign-in name only; the object id, the one thing that is
 * known here, is what its clients use themselves.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */
const chatWith = (personId: string) =>
  `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(personId)}`;

/** What the third door means, and who is behind it, before anything is written. */
export function confidantsCard(setting: Setting, carried: ReportFields): Card {
  const confidants = choosable(setting);
  const back = doorButton('Terug', 'start');
  if (confidants.length === 0)
    return screen({
      title: 'Alleen naar de vertrouwenspersoon',
      lines: [
        'In Meldpunt staat geen vertrouwenspersoon aan wie je kunt schrijven. Vraag de schoolleiding wie het is, en ga er zelf naartoe.',
        'Je kunt ook een gewone melding maken. Die leest de mentor, of wie er anders aan zet is.',
      ],
      carried,
      buttons: [doorButton('Gewone melding maken', 'melding'), back],
    });
  return screen({
    title: 'Alleen naar de vertrouwenspersoon',
    lines: [
      ...MEANS,
      'Is je bericht na één schooldag niet gelezen? Dan vraag ik je om iemand anders te kiezen. Kies je niets, dan gaat het een schooldag later naar de volgende vertrouwenspersoon.',
    ],
    blocks: confidants.map((person) => {
      const away = absenceOf(person, setting);
      const stays =
        away === ''
          ? ''
          : `. ${away.charAt(0).toUpperCase()}${away.slice(1)}; een vervanger leest je bericht niet.`;
      return {
        text: `**${plainText(person.name)}**${plainText(called(person, setting.protocol).slice(person.name.length))}${plainText(stays)}`,
        links: [
          {
            title: `Chat met ${person.name.split(' ')[0]}`.slice(0, limits.button),
            url: chatWith(person.id),
          },
        ],
      };
    }),
    carried,
    buttons: [WRITE, back],
  });
}

const WRITE: Button = { title: 'Bericht schrijven', style: 'positive', data: { verb: 'confidential.form' } };
