/** The dagopening, as it stands in the gallery: its card open and closed, and sharing a point to be alert to. */
import { alertForm, alertsCard, sharedCard, withdrawnCard } from '../../cards/alerts.ts';
import { briefingCard } from '../../cards/briefing.ts';
import type { Alert } from '../../domain/alerts.ts';
import { expiryOf } from '../../domain/alerts.ts';
import { teamsOf } from '../../domain/school.ts';
import { briefingRefusedMessage } from '../../teams/briefingMessages.ts';
import type { Sample } from './samples.ts';
import { NONCE, TODAY } from './scene.ts';
import type { Scene } from './scene.ts';

const chapter = 'Dagopening';

export function briefings({ school, calendar }: Scene): Sample[] {
  const team = teamsOf(school)[0]!;
  const person = school.persons.find((p) => p.posts.some((post) => post.group))!;
  const until = expiryOf(TODAY, calendar);
  const alerts = [
    'Let op bij de fietsenstalling, 2B',
    'In de kantine na het vierde uur: een groep die anderen bij de kluisjes tegenhoudt. Loop er even langs en zeg gedag, ook als er niets te zien is.',
  ].map((text, n): Alert => ({ id: String(n), text, team, by: person.id, from: TODAY, until }));
  const card = { school, calendar, team, date: TODAY, alerts };
  const form = { school, person, today: TODAY, nonce: NONCE };
  const named = 'Er staat een naam in je tekst die ook een leerling heeft: Fenna.';
  return [
    { chapter, title: 'in het kanaal', card: briefingCard(card) },
    { chapter, title: 'zonder punten', card: briefingCard({ ...card, alerts: [] }) },
    { chapter, title: 'afgelopen', card: briefingCard({ ...card, signals: 3 }) },
    { chapter, title: 'aandachtspunt', card: alertForm({ ...form, text: '' }) },
    {
      chapter,
      title: 'aandachtspunt met een naam',
      card: alertForm({ ...form, text: 'Let op Fenna', error: named }),
    },
    { chapter, title: 'gedeeld', card: sharedCard(alerts.slice(0, 1), calendar) },
    { chapter, title: 'intrekken', card: alertsCard(alerts, school, calendar, TODAY, NONCE) },
    { chapter, title: 'ingetrokken', card: withdrawnCard(alerts[0]!) },
    {
      chapter,
      title: 'kan er niet staan',
      card: briefingRefusedMessage(
        team,
        'In dit kanaal lezen mensen mee die niet bij de medewerkers staan, zoals gasten of leerlingen. Haal hen uit het team, of kies een ander kanaal.',
      ).card,
    },
  ];
}
