import { makeCalendar, CalendarData } from '../../src/domain/calendar.ts';
import { isSubstitute, nextWorkday, standIns, worksOn } from '../../src/domain/presence.ts';
import type { Person, School } from '../../src/domain/school.ts';
import { school as usual } from '../support/world.ts';

const calendar = makeCalendar(
  CalendarData.parse({ closed: [{ from: '2026-10-10', to: '2026-10-18', name: 'herfstvakantie' }] }),
);
/** Monday 5 October 2026. */
const MONDAY = '2026-10-05';
const TUESDAY = '2026-10-06';
const FRIDAY = '2026-10-09';

const colleague = (id: string, over: Partial<Person> = {}): Person => ({
  id,
  name: id,
  posts: [{ function: 'mentor', group: '2B' }],
  family: [],
  ...over,
});
const schoolOf = (...persons: Person[]): School => ({ ...usual, persons });
const names = (persons: Person[]) => persons.map((p) => p.id);

describe('P15: who works on a date', () => {
  it('everybody without days of their own', () => {
    expect(worksOn(colleague('mila'), MONDAY)).toBe(true);
  });
  it('a part-timer on the own days only', () => {
    const mila = colleague('mila', { days: [2, 3] });
    expect([MONDAY, TUESDAY].map((date) => worksOn(mila, date))).toStrictEqual([false, true]);
  });
  it('nobody who is away, up to and including the last day', () => {
    const mila = colleague('mila', { away: { until: MONDAY } });
    expect([MONDAY, TUESDAY].map((date) => worksOn(mila, date))).toStrictEqual([false, true]);
  });
  it('nobody who is away, not before the first day', () => {
    const mila = colleague('mila', { away: { from: TUESDAY, until: TUESDAY } });
    expect([MONDAY, TUESDAY, '2026-10-07'].map((date) => worksOn(mila, date))).toStrictEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('P15: the next day on which somebody works', () => {
  it('is the next own weekday', () => {
    expect(nextWorkday(colleague('mila', { days: [4] }), MONDAY, calendar)).toBe('2026-10-08');
  });
  it('is after a vacation', () => {
    expect(nextWorkday(colleague('mila', { days: [1] }), MONDAY, calendar)).toBe('2026-10-19');
  });
  it('is after the last day away', () => {
    const mila = colleague('mila', { days: [2, 5], away: { until: TUESDAY } });
    expect(nextWorkday(mila, MONDAY, calendar)).toBe(FRIDAY);
  });
  it('is before an absence that is still to come, and after it when it begins at once', () => {
    const mila = colleague('mila', { away: { from: '2026-10-07', until: '2026-11-06' } });
    expect(nextWorkday(mila, MONDAY, calendar)).toBe(TUESDAY);
    expect(nextWorkday(mila, TUESDAY, calendar)).toBe('2026-11-09');
  });
  it('is none for whoever works on no school day', () => {
    expect(nextWorkday(colleague('mila', { days: [6] }), MONDAY, calendar)).toBeUndefined();
  });
});

describe('P15: who stands in', () => {
  const onMonday = (person: Person, ...others: Person[]) =>
    names(standIns(person, MONDAY, 'mentor', '2B', schoolOf(person, ...others)));

  it('the duo, of the same function and group, who works that day', () => {
    const other = colleague('ander', { posts: [{ function: 'mentor', group: '3A' }] });
    const free = colleague('vrij', { days: [3] });
    expect(onMonday(colleague('mila', { days: [2] }), other, free, colleague('noor'))).toStrictEqual([
      'noor',
    ]);
  });

  it('the duo before the substitute, and the substitute where there is no duo at work', () => {
    const mila = colleague('mila', { away: { until: FRIDAY, substitute: 'omar' } });
    const omar = colleague('omar', { posts: [{ function: 'docent' }] });
    expect(onMonday(mila, omar, colleague('noor'))).toStrictEqual(['noor', 'omar']);
    expect(onMonday(mila, omar, colleague('noor', { days: [5] }))).toStrictEqual(['omar']);
  });

  it('nobody whose function is held by many for the whole school', () => {
    const docent = { posts: [{ function: 'docent' }] };
    const absent = colleague('mila', docent);
    const persons = schoolOf(absent, colleague('noor', docent));
    expect(standIns(absent, MONDAY, 'docent', '2B', persons)).toStrictEqual([]);
  });

  it('a leader of the same kernteam', () => {
    const post = { posts: [{ function: 'leerlingencoordinator', team: 'onderbouw' }] };
    const lot = colleague('lot', post);
    const persons = schoolOf(lot, colleague('lars', post));
    expect(names(standIns(lot, MONDAY, 'leerlingencoordinator', '2B', persons))).toStrictEqual(['lars']);
  });

  it('a substitute not before the absence begins', () => {
    const mila = colleague('mila', { away: { from: TUESDAY, until: FRIDAY, substitute: 'omar' } });
    const omar = colleague('omar', { posts: [{ function: 'docent' }] });
    expect([MONDAY, TUESDAY].map((date) => isSubstitute(omar, mila, date))).toStrictEqual([false, true]);
    expect(onMonday(mila, omar)).toStrictEqual([]);
  });

  it('a substitute only while the other is away, and not one who is away too', () => {
    const omar = colleague('omar', { posts: [{ function: 'docent' }] });
    const mila = colleague('mila', { away: { until: MONDAY, substitute: 'omar' } });
    expect(isSubstitute(omar, mila, MONDAY)).toBe(true);
    expect(isSubstitute(omar, mila, TUESDAY)).toBe(false);
    expect(isSubstitute(omar, mila, undefined)).toBe(false);
    expect(onMonday(mila, { ...omar, away: { until: FRIDAY } })).toStrictEqual([]);
  });
});
