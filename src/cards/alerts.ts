/** The cards by which a point to be alert to is shared and withdrawn (P20), in the own chat. */
import type { Alert } from '../domain/alerts.ts';
import type { Calendar } from '../domain/calendar.ts';
import { limits } from '../domain/limits.ts';
import type { Person, School } from '../domain/school.ts';
import { ownTeams, personOf, teamsOf } from '../domain/school.ts';
import { formCard } from './form.ts';
import { notice } from './notice.ts';
import { input } from './questions.ts';
import type { Card } from './template.ts';
import { plainText } from './template.ts';

export interface AlertForm {
  school: School;
  person: Person;
  today: string;
  nonce: string;
  text: string;
  /** As they were chosen; at first the own ones. */
  teams?: readonly string[];
  error?: string;
}

export function alertForm({ school, person, today, nonce, text, teams, error }: AlertForm): Card {
  return formCard({
    title: 'Aandachtspunt delen',
    lines: [
      'Het staat vijf schooldagen lang bij de dagopening, in het kanaal van het kernteam. Noem geen leerling: alleen een plek of een moment.',
    ],
    error,
    inputs: [
      input({
        id: 'text',
        type: 'line',
        label: 'Waar letten we op?',
        placeholder: 'Let op bij de fietsenstalling, 2B',
        required: true,
        errorMessage: 'Schrijf waar we op moeten letten.',
        max: limits.alert,
        value: text,
      }),
      input({
        id: 'teams',
        type: 'several',
        label: 'Voor welk kernteam?',
        required: true,
        errorMessage: 'Kies voor welk kernteam het punt is.',
        value: (teams ?? ownTeams(person, school)).join(','),
        choices: teamsOf(school).map((team) => ({ title: team, value: team })),
      }),
    ],
    buttons: [{ title: 'Delen', style: 'positive', data: { verb: 'alert.share', nonce, day: today } }],
  });
}

/** The points that the reader may withdraw, of which one can be chosen. */
export function alertsCard(
  alerts: readonly Alert[],
  school: School,
  calendar: Calendar,
  today: string,
  nonce: string,
): Card {
  const shown = alerts.slice(0, limits.alerts);
  const by = (alert: Alert) => personOf(school, alert.by)?.name ?? 'een oud-collega';
  return formCard({
    title: 'Wat nu gedeeld is',
    lines: shown.map((alert) =>
      plainText(`• ${alert.text} (${alert.team}, ${by(alert)}, tot en met ${calendar.say(alert.until)})`),
    ),
    subtle: alerts.length > shown.length ? [`En nog ${alerts.length - shown.length}, die ouder zijn.`] : [],
    inputs: [
      input({
        id: 'alert',
        type: 'choice',
        label: 'Welk punt trek je in?',
        required: true,
        errorMessage: 'Kies welk punt je intrekt.',
        choices: shown.map((alert) => ({ title: `${alert.text} (${alert.team})`, value: alert.id })),
      }),
    ],
    buttons: [{ title: 'Intrekken', data: { verb: 'alert.withdraw', nonce, day: today } }],
  });
}

const ANOTHER = { title: 'Nog een punt delen', data: { verb: 'command', text: 'aandachtspunt' } };

export function sharedCard(alerts: readonly Alert[], calendar: Calendar): Card {
  const [first] = alerts;
  return notice({
    title: '✓ Gedeeld',
    lines: first ? [plainText(first.text)] : [],
    facts: [
      { label: 'Kernteam', value: plainText(alerts.map((a) => a.team).join(', ')) },
      { label: 'Tot en met', value: first ? calendar.say(first.until) : '' },
    ],
    subtle: ['Intrekken? Typ **aandachtspunt**.'],
    buttons: [ANOTHER],
  });
}

export const withdrawnCard = (alert: Alert): Card =>
  notice({
    title: '✓ Ingetrokken',
    lines: [plainText(`${alert.text} (${alert.team})`)],
    subtle: ['Het staat niet meer bij de volgende dagopening.'],
    buttons: [ANOTHER],
  });
