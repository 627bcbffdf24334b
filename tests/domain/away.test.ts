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
    ['tot 12 oktober', { from: TODAY, back: '2026-10-12' }],
    ['tot en met 12 oktober', { from: TODAY, back: '2026-10-13' }],
    ['t/m 12-10', { from: TODAY, back: '2026-10-13' }],
    ['vandaag', { from: TODAY, back: '2026-10-06' }],
    ['morgen', { from: '2026-10-06', back: '2026-10-07' }],
    ['overmorgen', { from: '2026-10-07', back: '2026-10-08' }],
    ['vrijdag', { from: '2026-10-09', back: '2026-10-10' }],
    ['op vrijdag', { from: '2026-10-09', back: '2026-10-10' }],
    ['a.s. vrijdag', { from: '2026-10-09', back: '2026-10-10' }],
    ['12 oktober', { from: '2026-10-12', back: '2026-10-13' }],
    ['vandaag en morgen', { from: TODAY, back: '2026-10-07' }],
    ['donderdag en vrijdag', { from: '2026-10-08', back: '2026-10-10' }],
    ['deze week', { from: TODAY, back: '2026-10-12' }],
    ['volgende week', { from: '2026-10-12', back: '2026-10-19' }],
    ['volgende week dinsdag', { from: '2026-10-13', back: '2026-10-14' }],
    ['dinsdag volgende week', { from: '2026-10-13', back: '2026-10-14' }],
    ['tot volgende week', { from: TODAY, back: '2026-10-12' }],
    ['tot en met volgende week', { from: TODAY, back: '2026-10-19' }],
    ['vanaf 12 oktober tot 20 oktober', { from: '2026-10-12', back: '2026-10-20' }],
    ['vanaf morgen t/m vrijdag', { from: '2026-10-06', back: '2026-10-10' }],
    ['van maandag tot vrijdag', { from: '2026-10-12', back: '2026-10-16' }],
    ['van donderdag tot en met maandag', { from: '2026-10-08', back: '2026-10-13' }],
    ['van 3 tot 7 december', { from: '2026-12-03', back: '2026-12-07' }],
    ['van 3 tot en met 7 december 2027', { from: '2027-12-03', back: '2027-12-08' }],
    ['3-7 december', { from: '2026-12-03', back: '2026-12-08' }],
    ['van 20 december tot 4 januari', { from: '2026-12-20', back: '2027-01-04' }],
    ['van 1 oktober tot 12 oktober', { from: TODAY, back: '2026-10-12' }],
    ['vanaf vrijdag', { from: '2026-10-09' }],
    ['tot 12 oktober, Mila neemt waar.', { from: TODAY, back: '2026-10-12', substitute: 'Mila' }],
    ['tot 12 oktober Mila neemt waar', { from: TODAY, back: '2026-10-12', substitute: 'Mila' }],
    ['morgen, waarnemer: Omar', { from: '2026-10-06', back: '2026-10-07', substitute: 'Omar' }],
    ['vrijdag de hele dag', { from: '2026-10-09', back: '2026-10-10', substitute: 'de hele dag' }],
    [
      'tot maandag, waarneming door Omar Mentor',
      { from: TODAY, back: '2026-10-12', substitute: 'Omar Mentor' },
    ],
    [
      'Mila Mentor tot 12 oktober, Omar neemt het waar',
      { who: 'Mila Mentor', from: TODAY, back: '2026-10-12', substitute: 'Omar' },
    ],
    ['Jan van den Berg vrijdag', { who: 'Jan van den Berg', from: '2026-10-09', back: '2026-10-10' }],
    [
      'Jan van den Berg van 3 tot 7 december',
      { who: 'Jan van den Berg', from: '2026-12-03', back: '2026-12-07' },
    ],
    ['tot straks', {}],
    ['Mila Mentor tot straks', { who: 'Mila Mentor' }],
    ['Mila Mentor', { who: 'Mila Mentor' }],
    ['maandag en woensdag ooit', { from: '2026-10-12', back: '2026-10-13', substitute: 'en woensdag ooit' }],
  ])('%s', (text, read) => {
    expect(readAway(text, TODAY)).toEqual({ who: '', substitute: '', ...read });
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
