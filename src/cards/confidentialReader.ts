/** What a vertrouwenspersoon sees of confidential messages (P3): that there is one, the message itself, and the list. */
import type { Calendar } from '../domain/calendar.ts';
import type { Confidential, Ending, Letter } from '../domain/confidential.ts';
import { mayForward } from '../domain/confidential.ts';
import { limits } from '../domain/limits.ts';
import type { School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import { SAFE } from './confidential.ts';
import { formCard } from './form.ts';
import { commandButton } from './knowledge.ts';
import { listCard } from './list.ts';
import { notice } from './notice.ts';
import { input } from './questions.ts';
import { emergencyLines } from './report.ts';
import type { FormIds } from './settings.ts';
import type { Button, Card } from './template.ts';
import { plainText } from './template.ts';

const LIST = commandButton('Alle vertrouwelijke berichten', 'vertrouwelijk');
const openButton = (title: string, id: string): Button => ({
  title,
  data: { verb: 'confidential.read', message: id },
});

/** There is one. It says nothing of what stands in it: whoever reads it must say so, and it may go on to somebody else. */
export const confidentialTaskCard = ({ id, number, letter }: Confidential, again: boolean): Card =>
  notice({
    title: 'Je hebt een vertrouwelijk bericht',
    lines: [
      ...(letter.safe === 'nee' ? ['**Lees het nu: de leerling is nu niet veilig.**'] : []),
      again
        ? `Bericht **${number}** wacht nog op je. Wie het schreef, hoort het als je het gelezen hebt.`
        : `Bericht **${number}** is alleen voor jou. Wie het schreef, hoort dat je het gelezen hebt.`,
    ],
    subtle: ['Is het na één schooldag niet gelezen, dan vraag ik om iemand anders te kiezen.'].slice(
      again ? 1 : 0,
    ),
    buttons: [openButton('Lezen', id)],
  });

const endings: Record<Ending, string> = {
  besproken: 'Samen besproken',
  melding: 'Als gewone melding doorgegeven',
  verwezen: 'Verwezen naar iemand anders',
  anders: 'Niets meer nodig',
};
const approaches: Record<Letter['approach'], string> = {
  ja: 'Ja',
  bericht: 'Liever eerst een bericht',
  nee: 'Nee, de schrijver komt zelf langs',
};
const consents = {
  'met-naam': 'Mag als gewone melding verder, met naam',
  'zonder-naam': 'Mag als gewone melding verder, zonder naam',
  nee: 'Mag geen gewone melding worden',
} as const;

/** The message, for the one it is with. */
export function confidentialCard(
  state: Confidential,
  school: School,
  calendar: Calendar,
  ids: FormIds,
  { error, note }: { error?: string; note?: string } = {},
): Card {
  const { id, number, letter, notes, closed } = state;
  const message = { ...ids, message: id };
  const lines = [
    ...factLines(state, school, calendar),
    plainText(letter.story),
    ...noteLines(notes, calendar),
  ];
  if (closed)
    return notice({
      title: `Bericht ${number}`,
      lines,
      subtle: [
        `Afgerond op ${calendar.say(calendar.dateOf(closed.at))}: ${endings[closed.as].toLowerCase()}.`,
      ],
      buttons: [LIST],
    });
  const may = mayForward(state);
  const canAsk = state.consent === undefined || state.consent.answer === 'nee';
  return formCard({
    title: `Bericht ${number}`,
    lines: letter.safe === 'nee' ? [...emergencyLines(school), ...lines] : lines,
    error,
    inputs: [
      input({
        id: 'text',
        type: 'text',
        label: 'Notitie voor jezelf',
        placeholder: 'Alleen jij leest dit',
        max: limits.confidentialNote,
        value: note ?? '',
      }),
      input({
        id: 'as',
        type: 'choice',
        label: 'Hoe is het afgerond?',
        choices: Object.entries(endings)
          .filter(([value]) => may || value !== 'melding')
          .map(([value, title]) => ({ value, title })),
      }),
    ],
    buttons: [
      { title: 'Notitie bewaren', data: { verb: 'confidential.note', ...message } },
      ...(may
        ? [{ title: 'Als gewone melding doorgeven', data: { verb: 'confidential.forward', ...message } }]
        : []),
      ...(canAsk
        ? [{ title: 'Vraag of het een melding mag zijn', data: { verb: 'confidential.ask', ...message } }]
        : []),
      { title: 'Afronden', style: 'positive' as const, data: { verb: 'confidential.close', ...message } },
    ],
  });
}

function factLines(state: Confidential, school: School, calendar: Calendar): string[] {
  const { letter, reporter, writtenAt, consent } = state;
  const consented = consent && (consent.answer ? consents[consent.answer] : 'Gevraagd, nog geen antwoord');
  const facts: [string, string | undefined][] = [
    ['Van', personOf(school, reporter)?.name ?? 'een oud-collega'],
    ['Geschreven op', calendar.say(calendar.dateOf(writtenAt))],
    ['Over', letter.about],
    ['Is de leerling nu veilig?', SAFE[letter.safe]],
    ['Mag je de schrijver aanspreken?', approaches[letter.approach]],
    ['Bereikbaar', letter.contact],
    ['Gewone melding', consented],
  ];
  const lines = facts.flatMap(([label, value]) => (value ? [`- **${label}** ${plainText(value)}`] : []));
  return [lines.join('\n')];
}

const noteLines = (notes: Confidential['notes'], calendar: Calendar) =>
  notes
    .slice(-limits.confidentialNotes)
    .map(({ at, text }) => `**Notitie van ${calendar.say(calendar.dateOf(at))}** ${plainText(text)}`);

/** Takes the place of the message: nothing of it stays in the chat (P17). */
export const confidentialClosedCard = ({ number }: Confidential): Card =>
  notice({
    title: `✓ Bericht ${number} is afgerond`,
    lines: ['Wie het schreef, hoort dat. Lees het dit schooljaar terug met **vertrouwelijk**.'],
    buttons: [LIST],
  });

/** To the vertrouwenspersoon: what was answered to whether it may become a report. */
export const confidentialAnsweredCard = ({ id, number, consent }: Confidential): Card =>
  notice({
    title: `Antwoord bij bericht ${number}`,
    lines: [`${consents[consent?.answer ?? 'nee']}.`],
    buttons: [openButton('Bericht openen', id)],
  });

export interface Listed {
  id: string;
  number: string;
  writtenAt: string;
  readAt?: string;
  closedAt?: string;
}

/** `vertrouwelijk`: what is with this person, open or closed in this school year; nothing of what it says. */
export function confidentialListCard(messages: readonly Listed[], calendar: Calendar): Card {
  if (messages.length === 0)
    return listCard({
      title: 'Je hebt geen vertrouwelijke berichten',
      lines: ['Schrijft een collega je, dan hoor je dat van mij.'],
    });
  const shown = messages.slice(0, limits.listed);
  const rows = (wanted: (message: Listed) => boolean, title: string) =>
    shown.filter(wanted).map(({ id, number, writtenAt }) => ({
      text: `Bericht ${number}`,
      under: [`Van ${calendar.say(calendar.dateOf(writtenAt))}`],
      button: openButton(title, id),
    }));
  const left = messages.length - shown.length;
  return listCard({
    title: 'Vertrouwelijke berichten',
    sections: [
      { title: 'Nog niet gelezen', rows: rows((m) => !m.closedAt && !m.readAt, 'Lezen') },
      { title: 'Gelezen', rows: rows((m) => !m.closedAt && m.readAt !== undefined, 'Openen') },
      { title: 'Afgerond dit schooljaar', rows: rows((m) => m.closedAt !== undefined, 'Bekijken') },
    ],
    subtle: [...(left > 0 ? [`En nog ${left} oudere.`] : []), 'Alleen jij ziet deze lijst.'],
  });
}
