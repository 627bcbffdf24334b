import { fold } from '../../src/domain/evolve.ts';
import type { Figure } from '../../src/domain/figures.ts';
import { figureOf } from '../../src/domain/figures.ts';
import { figureTables } from '../../src/domain/figureTables.ts';
import { placeOf } from '../../src/domain/places.ts';
import { calendar, complete, history, openCase, protocol, report } from '../support/world.ts';

describe('A7: what the figures keep of a case', () => {
  it('is when, which behaviour, what kind of place and how it went, and nothing that points to a person', () => {
    const told = report({ behaviours: ['woorden'], where: 'bij Fenna in de kantine' });
    const events = history(
      openCase({ report: told }),
      complete('2026-10-05T12:00', 'beoordelen.1', 'oppakken'),
      complete('2026-10-08T10:00', 'veilig.1', 'gedaan', { vandaag: 'Pauze bij de conciërge.' }),
      complete('2026-10-06T12:00', 'gesprek.1', 'gedaan', { veilig: 4 }),
    );
    const figure = figureOf(fold(events)!, protocol, calendar);
    expect(figure).toStrictEqual({
      months: ['2026-10'],
      group: '2B',
      behaviours: ['woorden'],
      places: ['kantine of aula'],
      firstTalk: 1,
      closed: undefined,
      rounds: 1,
      inTime: 2,
      late: 1,
      start: 4,
      end: undefined,
    });
    expect(JSON.stringify(figure)).not.toMatch(/Fenna|p-fenna|docent|mentor|2026-0001/);
  });

  it.each([
    ['Kantine', 'kantine of aula'],
    ['op weg naar huis, bij de bushalte', 'onderweg'],
    ['in de groepsapp', 'online'],
    ['bij de fietsenstalling', 'plein of stalling'],
    ['Lokaal 12', 'klas of lokaal'],
    ['bij Jan thuis', 'ergens anders'],
    ['', undefined],
  ])('takes "%s" for %s', (typed, place) => {
    expect(placeOf(typed)).toBe(place);
  });
});

const figure = (over: Partial<Figure> = {}): Figure => ({
  months: ['2026-10'],
  behaviours: [],
  places: [],
  rounds: 1,
  inTime: 0,
  late: 0,
  ...over,
});
const many = (n: number, over: Partial<Figure> = {}) => Array.from({ length: n }, () => figure(over));
const tables = (figures: Figure[], open = false) =>
  figureTables(figures, {
    months: ['2026-09', '2026-10'],
    behaviours: [{ id: 'woorden', label: 'Met woorden' }],
    open,
  });

describe('A7: the figures of a school year', () => {
  it('hide a count under five, and the smallest beside it, so that it can’t be reckoned from the total', () => {
    const figures = [...many(9, { group: '2B' }), ...many(6, { group: '1A' }), ...many(2, { group: '3C' })];
    expect(tables(figures).groups).toStrictEqual([
      { label: '2B', count: 9 },
      { label: '1A', count: 'few' },
      { label: '3C', count: 'few' },
    ]);
    expect(tables(figures, true).groups).toContainEqual({ label: '3C', count: 2 });
  });

  it('put what is hidden last, by name: its place among the others would tell how many it is', () => {
    const figures = [...many(15, { group: '1A' }), ...many(8, { group: '3C' }), ...many(8, { group: '2B' })];
    expect(tables([...figures, figure({ group: '1B' })]).groups).toStrictEqual([
      { label: '1A', count: 15 },
      { label: '2B', count: 8 },
      { label: '1B', count: 'few' },
      { label: '3C', count: 'few' },
    ]);
  });

  it('say of each month of the year how many reports and cases came, also where none did', () => {
    const { months } = tables(many(7, { months: ['2026-10', '2026-10'] }));
    expect(months).toStrictEqual([
      { month: '2026-09', reports: 0, cases: 0 },
      { month: '2026-10', reports: 14, cases: 7 },
    ]);
  });

  it('give the median of times and scores where there are enough, and else nothing', () => {
    const slow = many(3, { firstTalk: 6, start: 3, end: 8 });
    const quick = many(2, { firstTalk: 1, start: 5, end: 9 });
    const figures = [...slow, ...quick];
    expect(tables(figures)).toMatchObject({
      firstTalk: { median: 6, of: 5 },
      safety: { start: 3, end: 8, of: 5 },
    });
    expect(tables(slow)).toMatchObject({ cases: 'few', firstTalk: undefined, safety: undefined });
    expect(tables(slow, true).safety).toStrictEqual({ start: 3, end: 8, of: 3 });
  });

  it('call a behaviour by the protocol’s words', () => {
    expect(tables(many(5, { behaviours: ['woorden'] })).behaviours).toStrictEqual([
      { label: 'Met woorden', count: 5 },
    ]);
  });
});
