/** What who wrote a confidential message hears of it (P3, P12): read, to be chosen again, gone on, closed. */
import type { Calendar } from '../domain/calendar.ts';
import type { Confidential, Why } from '../domain/confidential.ts';
import { limits } from '../domain/limits.ts';
import type { Person, School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import { absenceOf } from './confidants.ts';
import { doorButton } from './doors.ts';
import { formCard } from './form.ts';
import { notice } from './notice.ts';
import { input } from './questions.ts';
import type { FormIds } from './settings.ts';
import type { Card } from './template.ts';
import { plainText } from './template.ts';

const nameOf = (id: string, school: School) => personOf(school, id)?.name ?? 'de vertrouwenspersoon';
/** Which of one's messages it is about: never what stands in it. */
const which = ({ number, writtenAt }: Confidential, calendar: Calendar) =>
  `Je bericht **${number}** van ${calendar.say(calendar.dateOf(writtenAt))}`;

const because: Record<Why, (name: string) => string> = {
  unread: (name) => `${name} heeft het nog niet gelezen.`,
  unreachable: (name) => `${name} kan nu geen berichten van mij krijgen.`,
  left: (name) => `${name} kan geen berichten meer krijgen als vertrouwenspersoon.`,
};

interface Choice {
  school: School;
  calendar: Calendar;
  today: string;
  /** Who else can be chosen. */
  others: readonly Person[];
  /** By when, where it goes on by itself. */
  until?: string;
  ids: FormIds;
}

/** Asks to choose somebody else; it says to whom it goes, and when, if nothing is chosen. */
export function chooseAnotherCard(state: Confidential, choice: Choice): Card {
  const { school, calendar, today, others, until, ids } = choice;
  const { asked, to, id } = state;
  const name = nameOf(to, school);
  const message = { ...ids, message: id };
  const why = plainText(because[asked?.why ?? 'unread'](name));
  if (others.length === 0)
    return notice({
      title: 'Ga er zelf naartoe',
      lines: [
        `${which(state, calendar)}: ${why}`,
        'Er is in Meldpunt geen andere vertrouwenspersoon. Loop zelf langs of bel, of maak een gewone melding. Die leest de mentor, of wie er anders aan zet is.',
      ],
      buttons: [doorButton('Gewone melding maken', 'melding')],
    });
  const goes =
    asked?.next !== undefined && until !== undefined && !asked.kept
      ? `Kies je niets? Dan gaat het ${calendar.say(calendar.dateOf(until))} naar ${nameOf(asked.next, school)}.`
      : 'Kies je niets? Dan blijft het waar het is.';
  const stays = asked?.why === 'left' ? [] : [keepButton(name, message)];
  return formCard({
    title: 'Kies een andere vertrouwenspersoon',
    lines: [`${which(state, calendar)}: ${why}`, plainText(goes)],
    inputs: [
      input({
        id: 'to',
        type: 'choice',
        label: 'Wie mag het lezen?',
        value: asked?.next ?? '',
        choices: others.slice(0, limits.confidants).map((person) => {
          const away = absenceOf(person, { calendar, today });
          return { value: person.id, title: person.name + (away && ` (${away})`) };
        }),
      }),
    ],
    buttons: [
      { title: 'Stuur het hierheen', style: 'positive', data: { verb: 'confidential.choose', ...message } },
      ...stays,
    ],
  });
}

const keepButton = (name: string, message: Record<string, string>) => ({
  title: `Laat het bij ${name.split(' ')[0]}`.slice(0, limits.button),
  data: { verb: 'confidential.keep', ...message },
});

export const confidentialReadCard = (state: Confidential, school: School, calendar: Calendar): Card =>
  notice({
    lines: [`${which(state, calendar)} is gelezen door ${plainText(nameOf(state.to, school))}. Dank je wel.`],
    subtle: ['De mentor weet van niets.'],
  });

export const confidentialEndedCard = (state: Confidential, calendar: Calendar): Card =>
  notice({
    lines: [`${which(state, calendar)} is afgerond.`],
    subtle: ['Zie je toch weer iets? Typ **melding**.'],
  });

/** @param chosen whether who reads it chose so */
export const confidentialPassedCard = (
  state: Confidential,
  school: School,
  calendar: Calendar,
  chosen: boolean,
): Card => {
  const away = personOf(school, state.to);
  const absent = away ? absenceOf(away, { calendar, today: calendar.dateOf(state.since) }) : '';
  return notice({
    title: chosen ? '✓ Verstuurd' : '',
    lines: [
      `${which(state, calendar)} is nu bij ${plainText(nameOf(state.to, school))}. Wie het eerst had, kan het niet meer lezen.`,
      ...(absent === '' ? [] : [plainText(`Let op: ${nameOf(state.to, school)} ${absent}.`)]),
    ],
    subtle: ['Je hoort van mij als het gelezen is.'],
  });
};

export const confidentialKeptCard = (state: Confidential, school: School, calendar: Calendar): Card =>
  notice({
    title: '✓ Het blijft waar het is',
    lines: [
      `${which(state, calendar)} blijft bij ${plainText(nameOf(state.to, school))}. Ik herinner elke schooldag tot het gelezen is.`,
    ],
  });

/** The question whether it may become a report (its answer is kept with the message). */
export function consentCard(state: Confidential, school: School, calendar: Calendar, ids: FormIds): Card {
  const name = plainText(nameOf(state.to, school));
  const data = { verb: 'confidential.consent', ...ids, message: state.id };
  return notice({
    title: 'Mag er een gewone melding van komen?',
    lines: [
      `${which(state, calendar)}: ${name} wil het doorgeven als gewone melding, zodat de mentor iets kan doen.`,
      `Zo’n melding komt van ${name}. Zonder jouw naam staat er niet bij van wie het komt. Zeg je nee, dan blijft het tussen jullie.`,
    ],
    buttons: [
      { title: 'Ja, zonder mijn naam', data: { ...data, consent: 'zonder-naam' } },
      { title: 'Ja, met mijn naam', data: { ...data, consent: 'met-naam' } },
      { title: 'Nee', data: { ...data, consent: 'nee' } },
    ],
  });
}

export const consentedCard = (state: Confidential, school: School): Card =>
  notice({
    title: '✓ Je antwoord is bewaard',
    lines: [
      state.consent?.answer === 'nee'
        ? 'Het blijft tussen jullie.'
        : plainText(`${nameOf(state.to, school)} mag er een gewone melding van maken.`),
    ],
  });
