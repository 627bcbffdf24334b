/** The cards of the turn of the year, in the gallery. */
import { apartCard, turnYearCard } from '../../cards/newYear.ts';
import type { Card } from '../../cards/template.ts';
import { limits } from '../../domain/limits.ts';
import type { Sample } from './samples.ts';
import type { Scene } from './scene.ts';
import { NONCE, NOW, TODAY } from './scene.ts';

export function newYear({ school, state, protocol }: Scene): Sample[] {
  const [, next] = school.persons;
  const turn = {
    group: school.groups.at(-1)!.id,
    to: { function: protocol.lead.at(-1)!.function, person: next!.id },
  };
  const passes = Array.from({ length: limits.listed + 3 }, () => ({ state, turn }));
  const form = { nonce: NONCE, day: TODAY };
  const because = 'Ze hebben vorig jaar samen in één groep gezeten, en dat ging niet.';
  const apart = school.pupils
    .slice(1, 4)
    .map(({ id }) => ({ who: { pupil: id }, because, at: NOW, by: state.reports[0]!.by }));
  const cards: Record<string, Card> = {
    'nieuw schooljaar': turnYearCard(passes, school, form),
    'nieuw schooljaar, niets over te dragen': turnYearCard([], school, form),
    groepsindeling: apartCard([{ ...state, apart }], school),
    'groepsindeling, zo lang als het kan': apartCard(
      Array.from({ length: limits.apart }, () => ({
        ...state,
        apart: apart.map((a) => ({ ...a, because: because.repeat(5) })),
      })),
      school,
    ),
    'groepsindeling, niets': apartCard([], school),
  };
  return Object.entries(cards).map(([title, card]) => ({ chapter: 'Nieuw schooljaar', title, card }));
}
