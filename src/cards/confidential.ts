/** The third door (P3): what it means, the form of a message to one vertrouwenspersoon, and what its writer sees of it. */
import type { Calendar } from '../domain/calendar.ts';
import type { Letter } from '../domain/confidential.ts';
import { confidantAs, confidantsOf } from '../domain/confidants.ts';
import { limits } from '../domain/limits.ts';
import { isAway, worksOn } from '../domain/presence.ts';
import type { Protocol } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { Person, School } from '../domain/school.ts';
import { doorButton, screen } from './doors.ts';
import { formCard } from './form.ts';
import { notice } from './notice.ts';
import { input } from './questions.ts';
import { emergencyLines } from './report.ts';
import type { ReportFields } from './reportFields.ts';
import type { FormIds } from './settings.ts';
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
const called = (person: Person, protocol: Protocol) =>
  `${person.name}, ${functionTitle(protocol, confidantAs(person, protocol) ?? '')}`;

const MEANS = [
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
          : `. ${away.charAt(0).toUpperCase()}${away.slice(1)}; een vervanger leest je bericht niet`;
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

const approaches: Record<Letter['approach'], string> = {
  ja: 'Ja, spreek me gerust aan',
  bericht: 'Stuur me liever eerst een bericht',
  nee: 'Nee, ik kom zelf langs',
};
export const approachWords = (approach: Letter['approach']): string => approaches[approach];
export const SAFE: Record<Letter['safe'], string> = { ja: 'Ja', nee: 'Nee', onbekend: 'Weet ik niet' };
const choicesOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, title]) => ({ value, title }));

/** @param warned whether the writer saw whom to call now (P2): they are not asked about it again */
export function confidentialForm(
  setting: Setting,
  ids: FormIds,
  fields: ReportFields,
  { error, warned }: { error?: string; warned: boolean },
): Card {
  const confidants = choosable(setting);
  if (confidants.length === 0) return confidantsCard(setting, fields);
  const value = (id: string) => fields[id] ?? '';
  const only = confidants.length === 1 ? confidants[0]!.id : '';
  return formCard({
    title: 'Bericht aan de vertrouwenspersoon',
    lines: MEANS,
    error,
    inputs: [
      input({
        id: 'to',
        type: 'choice',
        label: 'Aan wie?',
        required: true,
        errorMessage: 'Kies aan wie je schrijft.',
        value: value('to') || only,
        choices: confidants.map((person) => {
          const away = absenceOf(person, setting);
          return { value: person.id, title: called(person, setting.protocol) + (away && ` (${away})`) };
        }),
      }),
      input({
        id: 'aboutName',
        type: 'line',
        label: 'Over wie gaat het? (mag leeg blijven)',
        value: value('aboutName'),
      }),
      input({
        id: 'story',
        type: 'text',
        label: 'Wat zag of hoorde je?',
        placeholder: 'Wat er gebeurde, zo precies als je weet',
        required: true,
        errorMessage: 'Vertel wat je zag of hoorde.',
        max: limits.story,
        value: value('story'),
      }),
      input({
        id: 'safe',
        type: 'choice',
        label: 'Is de leerling nu veilig?',
        required: true,
        errorMessage: 'Kies of de leerling nu veilig is.',
        value: value('safe'),
        choices: choicesOf(SAFE),
      }),
      input({
        id: 'approach',
        type: 'choice',
        label: 'Mag de vertrouwenspersoon je aanspreken?',
        required: true,
        errorMessage: 'Kies of de vertrouwenspersoon je mag aanspreken.',
        value: value('approach'),
        choices: choicesOf(approaches),
      }),
      input({
        id: 'contact',
        type: 'line',
        label: 'Hoe en wanneer ben je te bereiken? (mag leeg blijven)',
        value: value('contact'),
      }),
    ],
    buttons: [{ title: 'Versturen', style: 'positive', data: sending(ids, warned) }],
  });
}

const sending = (ids: FormIds, warned: boolean) => ({
  verb: 'confidential.send',
  ...ids,
  ...(warned ? { warned: 'ja' } : {}),
});

/** Before a message is sent that says, or whose words may mean, that a pupil is not safe now (P2): once, with all typed. */
export const confidentialDangerCard = (school: School, ids: FormIds, carried: ReportFields): Card =>
  screen({
    title: 'Lees dit eerst: is er gevaar?',
    warning: ['**Wacht niet op Teams. Bel nu:**', ...emergencyLines(school)],
    lines: [
      carried.safe === 'nee'
        ? 'Je schrijft dat de leerling nu niet veilig is. **Je bericht is nog niet verstuurd.**'
        : 'In je bericht staan woorden die op levensgevaar kunnen wijzen. **Je bericht is nog niet verstuurd.**',
      'Alleen de vertrouwenspersoon leest je bericht, en misschien pas de volgende schooldag. De mentor en de coördinator weten van niets. Moeten zij nu iets doen? Maak dan een gewone melding.',
      'Heb je gebeld, of is dit niet nodig? Verstuur dan je bericht. Er is niets weg.',
    ],
    carried,
    buttons: [
      { title: 'Gebeld of niet nodig: versturen', style: 'positive', data: sending(ids, true) },
      doorButton('Gewone melding maken', 'melding', { warned: 'ja' }),
      { title: 'Terug naar het formulier', data: { verb: 'confidential.form', warned: 'ja' } },
    ],
  });

/** Takes the place of the form: to whom it went, and what comes of it; nothing of what was typed (P17). */
export function confidentialSentCard(
  { number, to, unsafe }: { number: string; to: Person; unsafe: boolean },
  setting: Pick<Setting, 'school' | 'calendar' | 'today'>,
): Card {
  const away = absenceOf(to, setting);
  return notice({
    title: '✓ Je bericht is verstuurd',
    lines: away === '' ? [] : [plainText(`Let op: ${to.name} ${away}.`)],
    warning: unsafe
      ? [
          'De leerling is nu niet veilig. Wacht niet op Teams, bel nu:',
          ...emergencyLines(setting.school),
        ].join('\n\n')
      : '',
    facts: [
      { label: 'Aan', value: plainText(to.name) },
      { label: 'Nummer', value: number },
    ],
    subtle: [
      'Je hoort van mij als het gelezen is. Is dat na één schooldag niet zo, dan vraag ik je om iemand anders te kiezen.',
      'De mentor weet van niets en doet dus niets.',
    ],
  });
}
