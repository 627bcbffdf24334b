/** A school year of a school as its figures could be: no cases behind them. */
import type { Figure } from '../../src/domain/figures.ts';

const months = [
  '2026-08',
  '2026-09',
  '2026-09',
  '2026-10',
  '2026-10',
  '2026-10',
  '2026-11',
  '2026-12',
  '2027-01',
  '2027-02',
];
const groups = ['2B', '2B', '2B', '3A', '3A'];
const places = ['plein of stalling', 'klas of lokaal', 'online', 'gang of trap', 'plein of stalling'];
const behaviours = [
  ['woorden'],
  ['woorden', 'uitsluiten'],
  ['online'],
  ['uitsluiten'],
  ['woorden', 'lichamelijk'],
];

/** Forty cases, always the same; every fourth is still open, and one is alone in its place. */
export const demoFigures = (): Figure[] =>
  Array.from({ length: 40 }, (_, i): Figure => {
    const month = months[i % months.length]!;
    const open = i % 4 === 3;
    return {
      months: i % 6 === 0 ? [month, month] : [month],
      group: groups[i % groups.length],
      behaviours: behaviours[(i * 3) % behaviours.length]!,
      places: [i === 7 ? 'wc' : places[(i * 2) % places.length]!],
      firstTalk: 1 + (i % 4),
      closed: open ? undefined : 14 + (i % 9) * 3,
      rounds: 1 + (i % 7 === 0 ? 1 : 0) + (i === 14 ? 1 : 0),
      inTime: 4 + (i % 3),
      late: i % 5 === 0 ? 2 : 0,
      start: 3 + (i % 3),
      end: open ? undefined : 6 + (i % 3),
    };
  });
