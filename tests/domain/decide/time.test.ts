import { CalendarData, makeCalendar } from '../../../src/domain/calendar.ts';
import { decide } from '../../../src/domain/decide/decide.ts';
import { SYSTEM } from '../../../src/domain/case.ts';
import { yearProtocol } from '../../../src/domain/protocol.ts';
import { nextWake } from '../../../src/domain/reminders.ts';
import { bare, calendar, Case, holders, proef, ref, reported, said } from '../../support/proef.ts';
import { at } from '../../support/world.ts';

describe('time', () => {
  it('A3: reminds on the day itself, again the next school day, then tells the coordinator and the function above', () => {
    const zaak = reported();
    const days = ['06', '07', '08', '09', '19', '20', '21', '22', '23'];
    const seen = days.flatMap((day) =>
      zaak
        .wakes(`2026-10-${day}T07:45`)
        .flatMap((e) =>
          'key' in e && e.key === 'gesprek.1'
            ? [`${day} ${e.type}${e.type === 'Escalated' ? ` ${e.to}` : ''}`]
            : [],
        ),
    );
    expect(seen).toStrictEqual([
      '07 Reminded',
      '08 Reminded',
      '09 Escalated coordinator',
      '21 Escalated directeur',
    ]);
  });

  it('A3: where nobody who holds a function may have to do with the case, the function above hears it', () => {
    const escalated = (without: string[], kept: string[]) => {
      const zaak = reported();
      const holding = Object.fromEntries(Object.entries(holders).filter(([fn]) => !without.includes(fn)));
      const wake = { type: 'wake', at: at('2026-10-09T07:45'), by: SYSTEM, holders: holding } as const;
      const events = decide(wake, zaak.state, proef, calendar);
      expect(events.flatMap((e) => (e.type === 'Escalated' ? [e.to] : []))).toStrictEqual(kept);
    };
    escalated([], ['coordinator', 'coordinator']);
    escalated(['coordinator'], ['directeur', 'directeur']);
    // Then it is for the function that the protocol names: see react.
    escalated(['coordinator', 'directeur'], ['coordinator', 'coordinator']);
  });

  it('A3: nothing is reminded outside school hours or in a vacation', () => {
    const zaak = reported();
    for (const moment of ['2026-10-07T07:44', '2026-10-07T16:30', '2026-10-10T10:00', '2026-10-13T10:00'])
      expect(zaak.wakes(moment)).toStrictEqual([]);
  });

  it('P23: asks before a vacation and after it; what was not asked before it began lapses', () => {
    const zaak = reported();
    zaak.wakes('2026-10-08T12:00');
    expect(nextWake(zaak.state, proef, calendar, at('2026-10-08T12:00'))).toBe(at('2026-10-09T07:45'));
    expect(said(zaak.wakes('2026-10-09T07:45'))).toContain('StepOpened voor.1~2026-10-10');
    expect(said(zaak.wakes('2026-10-19T07:45'))).toContain('StepLapsed voor.1~2026-10-10');
    expect(said(zaak.wakes('2026-10-20T07:45'))).toContain('StepOpened na.1~2026-10-10');
    expect(said(zaak.wakes('2026-10-21T07:45')).filter((e) => e.startsWith('StepOpened'))).toStrictEqual([]);
  });

  it('P7: while somebody is watching first, the case wakes on the day that was chosen', () => {
    const zaak = reported();
    zaak.completes('2026-10-05T10:00', 'bekijken.1', 'kijken', { answers: { tot: '2026-10-21' } });
    expect(zaak.state.steps['nog-eens.1']!.due).toStrictEqual({
      by: '2026-10-21',
      why: 'op de dag van de afspraak (woensdag 21 oktober)',
    });
  });

  it('a case without a date waits, and is looked at every week; a side track does not count (S8)', () => {
    const zaak = reported();
    zaak.completes('2026-10-06T11:00', 'gesprek.1');
    zaak.does('2026-10-06T12:00', { type: 'skipStep', step: 'bijeenkomst.1', because: 'x' });
    zaak.does('2026-10-06T12:00', { type: 'skipStep', step: 'terugblik.1', because: 'x' });
    zaak.completes('2026-10-06T13:00', 'besluit.1', 'volgen');
    const last = zaak.does('2026-10-06T14:00', { type: 'skipStep', step: 'volgen.1', because: 'x' });
    expect(bare(last).at(-1)).toStrictEqual({ type: 'WaitStarted', until: at('2026-10-19T07:45') });
    expect(said(zaak.wakes('2026-10-19T07:45'))).toContain('WaitStarted');
    expect(zaak.state.waitsUntil).toBe(at('2026-10-26T07:45'));
  });

  it('a change of the calendar moves dates that people did not set', () => {
    const days = { from: '2026-10-07', to: '2026-10-07', name: 'studiedag' };
    const zaak = new Case(proef, makeCalendar(CalendarData.parse({ closed: [days] })));
    zaak.events = reported().events;
    expect(bare(zaak.does('2026-10-05T12:00', { type: 'review' }))).toStrictEqual([
      {
        type: 'DueMoved',
        key: 'gesprek.1',
        due: {
          by: '2026-10-08',
          why: 'binnen 2 schooldagen na de melding (maandag 5 oktober); studiedag telt niet mee',
        },
      },
    ]);
    expect(zaak.does('2026-10-05T13:00', { type: 'review' })).toStrictEqual([]);
  });
});

describe('the school year (K21)', () => {
  const year = new Case(yearProtocol(proef));
  const opened = year.does(
    '2026-08-20T08:00',
    {
      type: 'openYear',
      case: 'jaar-2026',
      number: '2026-2027',
      figure: 'jaar',
      protocol: ref,
      schoolYear: 2026,
    },
    SYSTEM,
  );

  it('opens its steps by the day, with the year’s function in charge', () => {
    expect(said(opened)).toStrictEqual(['YearOpened', 'LeadAssigned', 'WaitStarted']);
    expect(year.state).toMatchObject({ lead: { person: 'cor' }, waitsUntil: at('2026-08-25T07:45') });
    expect(said(year.wakes('2026-08-25T07:45'))).toStrictEqual(['StepOpened regels.1']);
    expect(year.state.steps['regels.1']!.due!.by).toBe('2026-09-01');
    year.completes('2026-08-26T10:00', 'regels.1', 'gedaan', {
      by: { person: 'cor', function: 'coordinator' },
    });
    expect(year.state.waitsUntil).toBe(at('2027-01-11T07:45'));
  });

  it('a school that begins in the middle of a year begins with what is still to come', () => {
    const late = new Case(yearProtocol(proef));
    late.does(
      '2026-11-21T08:00',
      { type: 'openYear', case: 'j', number: '2026-2027', figure: 'j', protocol: ref, schoolYear: 2026 },
      SYSTEM,
    );
    expect(late.open).toStrictEqual([]);
    expect(late.state.waitsUntil).toBe(at('2027-01-11T07:45'));
  });

  it('closes when the next year begins', () => {
    const wake = {
      type: 'wake' as const,
      at: new Date('2027-08-02T05:45:00Z').toISOString(),
      by: SYSTEM,
      holders,
    };
    expect(said(decide(wake, year.state, yearProtocol(proef), calendar)).at(-1)).toBe('CaseClosed');
  });
});
