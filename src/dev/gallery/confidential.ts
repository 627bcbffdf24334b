/** The third door (P3) in the gallery: what who writes sees, and what the vertrouwenspersoon does. */
import { confidantsCard } from '../../cards/confidants.ts';
import { confidentialDangerCard, confidentialForm, confidentialSentCard } from '../../cards/confidential.ts';
import {
  confidentialAnsweredCard,
  confidentialCard,
  confidentialClosedCard,
  confidentialListCard,
  confidentialTaskCard,
} from '../../cards/confidentialReader.ts';
import {
  chooseAnotherCard,
  confidentialEndedCard,
  confidentialKeptCard,
  confidentialPassedCard,
  confidentialReadCard,
  consentCard,
  consentedCard,
} from '../../cards/confidentialWriter.ts';
import type { Card } from '../../cards/template.ts';
import type { Confidential, ConfidentialEvent, Letter } from '../../domain/confidential.ts';
import { foldConfidential } from '../../domain/confidential.ts';
import { confidantsOf, othersFor } from '../../domain/confidants.ts';
import { deadlineOf } from '../../domain/confidentialReact.ts';
import { holds } from '../../domain/school.ts';
import type { Sample } from './samples.ts';
import { NONCE, NOW, TODAY } from './scene.ts';
import type { Scene } from './scene.ts';

const letter: Letter = {
  about: 'een jongen uit 2B',
  story: 'Hij vertelde me dat hij niet meer naar de kantine durft. Een collega maakt er grapjes over.',
  safe: 'onbekend',
  approach: 'bericht',
  contact: 'na schooltijd, lokaal 12',
};

export function confidential({ school, protocol, calendar }: Scene): Sample[] {
  const [first, second] = confidantsOf(school, protocol);
  const away = { until: '2026-10-12' };
  const persons = school.persons.map((p) => (p === second ? { ...p, away } : p));
  const writer = school.persons.find((p) => holds(p, protocol.lead.at(-1)!.function))!;
  const setting = { school: { ...school, persons }, protocol, calendar, person: writer, today: TODAY };
  const ids = { nonce: NONCE, day: TODAY };
  const base = { v: 1, at: NOW } as const;
  const written: ConfidentialEvent = {
    ...base,
    by: writer.id,
    type: 'Written',
    id: 'voorbeeld',
    number: 'V-3F9A1C',
    to: first!.id,
    letter,
  };
  const after = (...events: ConfidentialEvent[]): Confidential => foldConfidential([written, ...events]);
  const sent = after();
  const read = after(
    { ...base, type: 'Read' },
    { ...base, type: 'Noted', text: 'Woensdag in lokaal 12 gesproken.' },
  );
  const consented = after(
    { ...base, type: 'ConsentAsked' },
    { ...base, type: 'ConsentGiven', consent: 'zonder-naam' },
  );
  const asked = after({ ...base, type: 'ChoiceAsked', why: 'unread', next: second!.id });
  const choice = { school: setting.school, calendar, today: TODAY, ids };
  const closed = after({ ...base, type: 'Closed', as: 'besproken' });
  const row = { id: 'voorbeeld', number: 'V-3F9A1C', writtenAt: NOW };
  const cards: Record<string, Card> = {
    'alleen de vertrouwenspersoon': confidantsCard(setting, {}),
    'geen vertrouwenspersoon': confidantsCard({ ...setting, school: { ...school, persons: [writer] } }, {}),
    'het formulier': confidentialForm(setting, ids, {}, { warned: false }),
    'niet veilig': confidentialDangerCard(school, ids, { story: letter.story, safe: 'nee' }),
    verstuurd: confidentialSentCard({ number: 'V-3F9A1C', to: first!, unsafe: false }, setting),
    'verstuurd, niet veilig': confidentialSentCard(
      { number: 'V-3F9A1C', to: persons.find((p) => p.id === second!.id)!, unsafe: true },
      setting,
    ),
    'er is een bericht': confidentialTaskCard(sent, false),
    'er is nog een bericht': confidentialTaskCard(sent, true),
    'het bericht': confidentialCard(read, school, calendar, ids),
    'het bericht, met een ja': confidentialCard(consented, school, calendar, ids),
    'het bericht, afgerond': confidentialCard(closed, school, calendar, ids),
    afgerond: confidentialClosedCard(closed),
    'antwoord op de vraag': confidentialAnsweredCard(consented),
    'de lijst': confidentialListCard([row, { ...row, readAt: NOW }, { ...row, closedAt: NOW }], calendar),
    'de lege lijst': confidentialListCard([], calendar),
    gelezen: confidentialReadCard(read, school, calendar),
    'kies een ander': chooseAnotherCard(asked, {
      ...choice,
      others: othersFor(asked, setting.school, protocol),
      until: deadlineOf(asked, calendar),
    }),
    'geen ander': chooseAnotherCard(asked, { ...choice, others: [] }),
    'naar een ander': confidentialPassedCard(asked, school, calendar, true),
    'blijft waar het is': confidentialKeptCard(asked, school, calendar),
    'mag het een melding zijn': consentCard(sent, school, calendar, ids),
    'ja gezegd': consentedCard(consented, school),
    'afgerond, voor wie schreef': confidentialEndedCard(closed, calendar),
  };
  return Object.entries(cards).map(([title, card]) => ({ chapter: 'Vertrouwelijk', title, card }));
}
