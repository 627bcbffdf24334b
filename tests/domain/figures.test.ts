import fc from 'fast-check';
import { fold } from '../../src/domain/evolve.ts';
import type { Figure, LaterReports } from '../../src/domain/figures.ts';
import { figuresOf } from '../../src/domain/figures.ts';
import type { Count } from '../../src/domain/figureTables.ts';
import { figureTables, SMALLEST } from '../../src/domain/figureTables.ts';
import { placeOf } from '../../src/domain/places.ts';
import { at, calendar, complete, history, openCase, protocol, report } from '../support/world.ts';

describe('A7: what the figures keep of a case', () => {
  it('is when, which behaviour, what kind of place and how it went, and nothing that points to a person', () => {
    const told = report({ behaviours: ['woorden'], where: 'bij Fenna in de kantine' });
    const events = history(
      openCase({ report: told }),
      complete('2026-10-05T12:00', 'beoordelen.1', 'oppakken'),
      complete('2026-10-08T10:00', 'veilig.1', 'gedaan', { vandaag: 'Pauze bij de conciërge.' }),
      complete('2026-10-06T12:00', 'gesprek.1', 'gedaan', { veilig: 4 }),
    );
    const [filed, ...others] = figuresOf(fold(events)!, protocol, calendar);
    expect(others).toStrictEqual([]);
    expect(filed!.schoolYear).toBe(2026);
    const { figure } = filed!;
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

  it('files a report of a later school year under that year, with nothing else of the case', () => {
    const link = (when: string) => ({
      ...openCase(),
      type: 'linkReport' as const,
      at: at(when),
      number: 'x',
    });
    const opened = openCase({ at: at('2026-06-22T10:00') });
    const events = history(opened, link('2026-06-24T10:00'), link('2026-09-08T10:00'));
    const [began, later, ...more] = figuresOf(fold(events)!, protocol, calendar);
    expect(began).toMatchObject({ schoolYear: 2025, figure: { months: ['2026-06', '2026-06'], rounds: 1 } });
    expect(later).toStrictEqual({ schoolYear: 2026, figure: { later: true, months: ['2026-09'] } });
    expect(more).toStrictEqual([]);
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
const tables = (figures: (Figure | LaterReports)[], open = false) =>
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
    const figures = [...many(15, { group: '1A' }), ...many(8, { group: '3C' }), ...many(9, { group: '2B' })];
    expect(tables([...figures, figure({ group: '1B' })]).groups).toStrictEqual([
      { label: '1A', count: 15 },
      { label: '2B', count: 9 },
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

  it('count a report of a case that began in an earlier year, in its month and in all, and no case', () => {
    const { reports, cases, months } = tables([...many(6), { later: true, months: ['2026-10'] }]);
    expect({ reports, cases, months: months[1] }).toStrictEqual({
      reports: 7,
      cases: 6,
      months: { month: '2026-10', reports: 7, cases: 6 },
    });
  });

  it('count in all what is in the months of this year: older rows hold those of the next year too', () => {
    const { reports, months } = tables(many(5, { months: ['2026-10', '2027-09'] }));
    expect([reports, months.map((month) => month.reports)]).toStrictEqual([5, [0, 5]]);
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

describe('A7: a hidden count can’t be reckoned', () => {
  const names = ['2026-08', '2026-09', '2026-10', '2026-11'];
  const published = (counts: readonly number[]) => {
    const figures = counts.flatMap((n, i) => many(n, { months: [names[i]!], group: names[i] }));
    const { cases, months, groups } = figureTables(figures, {
      months: names.slice(0, counts.length),
      behaviours: [],
      open: false,
    });
    const byName = new Map(groups.map(({ label, count }) => [label, count]));
    return {
      months: [cases, ...months.map((month) => month.cases)],
      groups: groups.length === 0 ? [] : [cases, ...counts.map((_, i) => byName.get(names[i]!) ?? 0)],
    };
  };

  /** The counts with this total that agree with what is shown. */
  function* agreeing(total: number, shown: readonly Count[]): Generator<number[]> {
    const [first, ...rest] = shown;
    if (first === undefined) {
      if (total === 0) yield [];
      return;
    }
    for (let n = first === 'few' ? 0 : first; n <= (first === 'few' ? total : Math.min(first, total)); n++)
      for (const more of agreeing(total - n, rest)) yield [n, ...more];
  }

  /** The places of the hidden counts that can be one number only, for whoever knows how they are hidden. */
  function reckoned(counts: readonly number[], table: 'months' | 'groups'): number[] {
    const told = published(counts)[table];
    const [total, ...shown] = told;
    const open = shown.flatMap((count, i) => (count === 'few' ? [i] : []));
    const found = open.map(() => new Set<number>());
    const totals = total === 'few' ? [1, 2, 3, SMALLEST - 1] : [Number(total)];
    for (const sum of totals)
      for (const other of agreeing(sum, shown)) {
        if (JSON.stringify(published(other)[table]) !== JSON.stringify(told)) continue;
        open.forEach((i, n) => found[n]!.add(other[i]!));
        if (found.every((values) => values.size > 1)) return [];
      }
    return open.filter((_, n) => found[n]!.size < 2);
  }

  it.each([
    [[5, 1, 1]],
    [[5, 1]],
    [[1, 1, 1, 1]],
    [[0, 1, 1, 2]],
    [[4, 4, 4, 5]],
    [[1, 8, 8]],
    [[0, 4, 9, 9]],
  ])('where they are %j', (counts) => {
    expect([reckoned(counts, 'months'), reckoned(counts, 'groups')]).toStrictEqual([[], []]);
  });

  it('whatever they are', () => {
    const some = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: names.length });
    fc.assert(
      fc.property(some, (counts) => {
        expect([reckoned(counts, 'months'), reckoned(counts, 'groups')]).toStrictEqual([[], []]);
      }),
    );
  });

  it('is still told where it is small beside others that are', () => {
    expect(published([6, 7, 0, 9]).months).toStrictEqual([22, 6, 7, 0, 9]);
    expect(published([6, 7, 2, 9]).months).toStrictEqual([24, 'few', 7, 'few', 9]);
    expect(published([6, 7, 2, 3]).months).toStrictEqual([18, 6, 7, 'few', 'few']);
    expect(published([1, 1, 1, 1])).toStrictEqual({ months: ['few'], groups: [] });
  });
});
