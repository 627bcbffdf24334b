import { colleagueNamed, readAway } from '../../src/domain/away.ts';
import { readDay } from '../../src/domain/dutchDate.ts';
import { school } from '../support/world.ts';

/** A Monday. */
const TODAY = '2026-10-05';

describe('a day as people type it', () => {
  it.each([
    ['12 oktober', '2026-10-12'],
    ['12 okt', '2026-10-12'],
    ['12-10', '2026-10-12'],
    ['12/10/2026', '2026-10-12'],
    ['maandag 12 oktober', '2026-10-12'],
    ['Maandag', '2026-10-12'],
    ['vrijdag', '2026-10-09'],
    ['morgen', '2026-10-06'],
    ['5 oktober', '2026-10-05'],
    ['4 oktober', '2027-10-04'],
    ['7 januari', '2027-01-07'],
    ['7 jan 2028', '2028-01-07'],
  ])('%s', (text, date) => {
    expect(readDay(text, TODAY)).toBe(date);
  });
  it.each(['', 'later', '31 februari', '12', '12 x', '12-13', '0 mei', 'vrijdag de dertiende'])(
    'not %j',
    (text) => {
      expect(readDay(text, TODAY)).toBeUndefined();
    },
  );
});

describe('P15: what is typed behind afwezig', () => {
  it.each([
    ['tot 12 oktober', { who: '', back: '2026-10-12', substitute: '' }],
    ['tot en met 12 oktober', { who: '', back: '2026-10-13', substitute: '' }],
    ['t/m 12-10', { who: '', back: '2026-10-13', substitute: '' }],
    ['vandaag', { who: '', back: '2026-10-06', substitute: '' }],
    ['morgen', { who: '', back: '2026-10-07', substitute: '' }],
    ['tot 12 oktober, Mila neemt waar.', { who: '', back: '2026-10-12', substitute: 'Mila' }],
    ['tot maandag, waarneming door Omar Mentor', { who: '', back: '2026-10-12', substitute: 'Omar Mentor' }],
    [
      'Mila Mentor tot 12 oktober, Omar neemt het waar',
      { who: 'Mila Mentor', back: '2026-10-12', substitute: 'Omar' },
    ],
    ['tot straks', { who: '', back: undefined, substitute: '' }],
    ['Mila Mentor', { who: 'Mila Mentor', substitute: '' }],
  ])('%s', (text, read) => {
    expect(readAway(text, TODAY)).toEqual(read);
  });

  it('a colleague is meant by the whole name, or by words that only one name begins with', () => {
    const named = (name: string) => colleagueNamed(name, school.persons)?.name;
    expect(named('mila mentor')).toBe('Mila Mentor');
    expect(named('Omar')).toBe('Omar Mentor');
    expect(named('mentor')).toBeUndefined();
    expect(named('Coordinator')).toBe('Lot Coördinator');
    expect(named('niemand')).toBeUndefined();
    expect(named('')).toBeUndefined();
  });
});
