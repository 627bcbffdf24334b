/** The cards on the way to a report, in the gallery. */
import { doorsCard } from '../../cards/doors.ts';
import type { Card } from '../../cards/template.ts';
import { cantWaitCard, dangerCard, pageCard } from '../../cards/urgent.ts';
import type { Sample } from './samples.ts';
import { NONCE, NOW, TODAY } from './scene.ts';
import type { Scene } from './scene.ts';

export function doors({ school, calendar }: Scene): Sample[] {
  const sunday = calendar.instant('2026-10-04', '12:00');
  const form = { nonce: NONCE, day: TODAY };
  const cards: Record<string, Card> = {
    'drie deuren': doorsCard({}),
    'het kan niet wachten': cantWaitCard(school, calendar, sunday),
    'denkt aan zelfdoding': pageCard('zelfdoding', school, {}),
    'geweld thuis': pageCard('thuis', school, {}),
    'misbruik door personeel': pageCard('personeel', school, {}),
    'een collega pest': pageCard('collega', school, {}),
    'woorden die op gevaar wijzen': dangerCard(school, calendar, NOW, form, { story: 'Hij heeft een mes.' }),
  };
  return Object.entries(cards).map(([title, card]) => ({ chapter: 'Melden', title, card }));
}
