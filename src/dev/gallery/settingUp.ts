/** The cards of setting up, in the gallery. */
import {
  briefingForm,
  channelForm,
  channelSetCard,
  emergencyForm,
  settingsCard,
  strangersCard,
  teamWelcome,
} from '../../cards/settings.ts';
import type { Card } from '../../cards/template.ts';
import { whoIsWhoCard } from '../../cards/whoIsWho.ts';
import { readEmergency } from '../../domain/settings.ts';
import type { Protocol } from '../../domain/protocol.ts';
import type { School } from '../../domain/school.ts';
import type { Sample } from './samples.ts';
import { NONCE, TODAY } from './scene.ts';

export function settingUp(school: School, protocol: Protocol): Sample[] {
  const ids = { nonce: NONCE, day: TODAY };
  const channel = school.settings.coordinatorChannel!;
  const other = { ...channel, channelId: '19:nieuw@thread.tacv2' };
  const gaps = { ...school, persons: school.persons.slice(0, 8) };
  const cards: Record<string, Card> = {
    instellen: settingsCard(school),
    'tijd van de dagopening': briefingForm(school, ids),
    noodnummers: emergencyForm(school, ids),
    'noodnummers, met een fout': wrongNumbers(school, ids),
    'een nieuw kanaal': channelForm(school, other, ids),
    'een kanaal in gebruik': channelForm(school, channel, ids),
    'een kanaal is gekozen': channelSetCard(school, channel),
    'een kanaal kan niet': strangersCard(['Gijs Gast (gast)', 'Lia Leerling']),
    'welkom in een team': teamWelcome(),
    'wie is wie': whoIsWhoCard(school, protocol, true),
    'wie is wie, met gaten': whoIsWhoCard(gaps, protocol, false),
  };
  return Object.entries(cards).map(([title, card]) => ({ chapter: 'Instellen', title, card }));
}

function wrongNumbers(school: School, ids: { nonce: string; day: string }): Card {
  const typed = 'Conciërge 06 12345678\nWijkagent: nog opzoeken';
  try {
    readEmergency(typed);
  } catch (error) {
    return emergencyForm(school, ids, typed, (error as Error).message);
  }
  throw new Error('these numbers are not wrong');
}
