import { CalendarData, makeCalendar } from '../../src/domain/calendar.ts';

const calendar = makeCalendar(
  CalendarData.parse({
    closed: [
      { from: '2026-10-10', to: '2026-10-18', name: 'herfstvakantie' },
      { from: '2026-12-19', to: '2027-01-03', name: 'kerstvakantie' },
    ],
  }),
);

describe('the school calendar (A2)', () => {
  it('counts school days from the day itself as day 0, and leaves a vacation out', () => {
    expect(calendar.addSchoolDays('2026-10-08', 2)).toBe('2026-10-19'); // Thursday before the vacation
    expect(calendar.addSchoolDays('2026-10-05', 1)).toBe('2026-10-06');
    expect(calendar.addSchoolDays('2026-10-10', 0)).toBe('2026-10-19');
  });

  it('explains a date by its rule and by what did not count', () => {
    expect(calendar.within(2, 'schooldays', '2026-10-08', 'de melding')).toStrictEqual({
      by: '2026-10-19',
      why: 'binnen 2 schooldagen na de melding (donderdag 8 oktober); herfstvakantie telt niet mee',
    });
    expect(calendar.within(7, 'days', '2026-10-05', 'de afspraak')).toStrictEqual({
      by: '2026-10-19',
      why: 'binnen 7 dagen na de afspraak (maandag 5 oktober); maandag 12 oktober is geen schooldag, dus de eerste schooldag daarna',
    });
    expect(calendar.within(0, 'schooldays', '2026-10-05', 'de melding').why).toBe(
      'dezelfde schooldag als de melding (maandag 5 oktober)',
    );
  });

  it('keeps the bounds of a window, and moves it to the first school day after when a vacation swallows it', () => {
    expect(calendar.window(8, 14, '2026-10-05', 'het gesprek')).toStrictEqual({
      from: '2026-10-13',
      by: '2026-10-19',
      why: '8 tot 14 dagen na het gesprek (maandag 5 oktober)',
    });
    expect(calendar.window(8, 14, '2026-12-14', 'het gesprek')).toStrictEqual({
      from: '2026-12-22',
      by: '2027-01-04',
      why: '8 tot 14 dagen na het gesprek (maandag 14 december); in die tijd is er geen school, dus de eerste schooldag daarna',
    });
  });

  it('never starts a window before what must come first', () => {
    const due = calendar.window(8, 14, '2026-11-02', 'het gesprek', '2026-11-20');
    expect(due).toMatchObject({ from: '2026-11-20', by: '2026-11-20' });
    expect(due.why).toContain('niet vóór vrijdag 20 november');
  });

  it('reminds in the morning by the local clock, in summer and in winter time', () => {
    expect(calendar.morningOf('2026-10-23')).toBe('2026-10-23T05:45:00.000Z');
    expect(calendar.morningOf('2026-10-26')).toBe('2026-10-26T06:45:00.000Z'); // the clock went back on the 25th
  });

  it('allows reminders on school days from the morning round to the end of school, and at no other time (A3)', () => {
    expect(calendar.mayRemindAt('2026-10-05T05:44:59.000Z')).toBe(false);
    expect(calendar.mayRemindAt('2026-10-05T05:45:00.000Z')).toBe(true);
    expect(calendar.mayRemindAt('2026-10-05T14:29:59.000Z')).toBe(true);
    expect(calendar.mayRemindAt('2026-10-05T14:30:00.000Z')).toBe(false);
    expect(calendar.mayRemindAt('2026-10-03T09:00:00.000Z')).toBe(false); // Saturday
    expect(calendar.mayRemindAt('2026-10-14T09:00:00.000Z')).toBe(false); // vacation
  });

  it('takes the date of an instant in the school’s zone', () => {
    expect(calendar.dateOf('2026-10-04T22:30:00.000Z')).toBe('2026-10-05');
  });

  it('turns the school year on 1 August', () => {
    expect(calendar.schoolYear('2027-07-31')).toBe(2026);
    expect(calendar.schoolYear('2027-08-01')).toBe(2027);
  });
});
