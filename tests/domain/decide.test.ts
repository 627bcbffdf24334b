import { makeCalendar } from '../../src/domain/calendar.ts';
import { SYSTEM } from '../../src/domain/case.ts';
import { decide } from '../../src/domain/decide.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { fold } from '../../src/domain/evolve.ts';
import {
  at,
  bare,
  complete,
  history,
  kiim,
  mentor,
  openCase,
  report,
  wake,
  when,
  protocol,
  school,
} from '../support/world.ts';

const opened = () => history(openCase());
const taken = () => [
  ...opened(),
  ...when(opened(), complete('2026-10-05T10:00', 'beoordelen.1', 'oppakken')),
];
const talk = { datum: '2026-10-06', veilig: 4, wil: 'Rust in de pauze', steungroep: ['p-bram', 'p-noor'] };
const talked = () => [
  ...taken(),
  ...when(taken(), complete('2026-10-06T11:00', 'gesprek.1', 'gedaan', talk)),
];
const met = () => [
  ...talked(),
  ...when(
    talked(),
    complete('2026-10-08T11:00', 'bijeenkomst.1', 'gedaan', { datum: '2026-10-08', ideeen: 'Samen fietsen' }),
  ),
];

const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, field: error.field };
    throw error;
  }
  return undefined;
};

describe('a report opens a case', () => {
  it('K1 K4: the mentor is in charge and is to look at it by the next school day', () => {
    expect(bare(opened())).toStrictEqual([
      {
        type: 'CaseOpened',
        case: 'case-1',
        number: '2026-0001',
        report: report(),
        about: { pupil: 'p-fenna' },
        group: '2B',
        facts: { 'beyond-team': false },
        protocol: kiim.ref,
        figure: 'figure-1',
      },
      {
        type: 'LeadAssigned',
        lead: { function: 'mentor', person: 'mentor-2b' },
        because: 'De mentor is het eerst aan zet.',
      },
      {
        type: 'StepOpened',
        key: 'beoordelen.1',
        step: 'beoordelen',
        round: 1,
        due: {
          by: '2026-10-06',
          why: 'binnen 1 schooldag na de melding (maandag 5 oktober); afspraak van onze school',
        },
      },
    ]);
  });

  it('P5: whoever is named in a report is involved, never a bully', () => {
    const involved = [
      { who: { pupil: 'p-bram' }, part: 'deed' as const },
      { who: { name: 'Iemand van buiten' }, part: 'zag' as const },
      { who: { pupil: 'p-fenna' }, part: 'onbekend' as const },
    ];
    const state = fold(history(openCase({ report: report({ involved }) })))!;
    expect(state.participants).toStrictEqual([
      { who: { pupil: 'p-fenna' }, roles: ['gepeste'] },
      { who: { pupil: 'p-bram' }, roles: ['betrokken'] },
      { who: { name: 'Iemand van buiten' }, roles: ['omstander'] },
    ]);
  });

  it('P6: a second report is linked and opens a step to look at it', () => {
    const link = {
      type: 'linkReport' as const,
      at: at('2026-10-07T09:00'),
      by: mentor,
      number: '2026-0002',
      report: report(),
      about: { pupil: 'p-fenna' },
    };
    expect(bare(when(taken(), link))).toStrictEqual([
      { type: 'ReportLinked', number: '2026-0002', report: report(), about: { pupil: 'p-fenna' } },
      {
        type: 'StepOpened',
        key: 'extra-melding.1.2026-0002',
        step: 'extra-melding',
        round: 1,
        due: {
          by: '2026-10-08',
          why: 'binnen 1 schooldag na het openen van deze stap (woensdag 7 oktober); afspraak van onze school',
        },
      },
    ]);
  });
});

describe('looking at a report (P7)', () => {
  it('P7 P8 K6: taking it up opens safety today and the talk with the gepeste', () => {
    expect(bare(when(opened(), complete('2026-10-05T10:00', 'beoordelen.1', 'oppakken')))).toStrictEqual([
      { type: 'StepCompleted', key: 'beoordelen.1', outcome: 'oppakken', answers: {}, on: '2026-10-05' },
      {
        type: 'StepOpened',
        key: 'veilig.1',
        step: 'veilig',
        round: 1,
        due: {
          by: '2026-10-05',
          why: 'dezelfde schooldag als ‘Melding bekijken’ (maandag 5 oktober); afspraak van onze school',
        },
      },
      {
        type: 'StepOpened',
        key: 'gesprek.1',
        step: 'gesprek',
        round: 1,
        due: {
          by: '2026-10-07',
          why: 'binnen 2 schooldagen na de melding (maandag 5 oktober); afspraak van onze school',
        },
      },
    ]);
  });

  it('P7: watching first needs a date, at most ten school days ahead, and comes back on it', () => {
    const watch = (tot?: string) =>
      complete('2026-10-05T10:00', 'beoordelen.1', 'kijken', tot ? { tot } : {});
    expect(refusal(() => when(opened(), watch()))).toStrictEqual({ code: 'invalid', field: 'tot' });
    expect(refusal(() => when(opened(), watch('2026-10-05')))).toStrictEqual({
      code: 'invalid',
      field: 'tot',
    });
    expect(refusal(() => when(opened(), watch('2026-10-27')))).toStrictEqual({
      code: 'invalid',
      field: 'tot',
    });
    expect(bare(when(opened(), watch('2026-10-26'))).at(-1)).toMatchObject({
      type: 'StepOpened',
      step: 'nog-eens-kijken',
      due: { by: '2026-10-26' },
    });
  });

  it('P7: no bullying now needs a reason and closes the case', () => {
    expect(
      refusal(() => when(opened(), complete('2026-10-05T10:00', 'beoordelen.1', 'geen-pesten'))),
    ).toStrictEqual({ code: 'invalid', field: 'omdat' });
    const closed = when(
      opened(),
      complete('2026-10-05T10:00', 'beoordelen.1', 'geen-pesten', { omdat: 'Het was een misverstand.' }),
    );
    expect(bare(closed).at(-1)).toStrictEqual({
      type: 'CaseClosed',
      outcome: 'geen-pesten',
      step: 'beoordelen.1',
    });
  });
});

describe('No Blame', () => {
  it('K6 K7: the talk names the support group and opens their meeting within five school days of it', () => {
    expect(bare(when(taken(), complete('2026-10-06T11:00', 'gesprek.1', 'gedaan', talk)))).toStrictEqual([
      { type: 'StepCompleted', key: 'gesprek.1', outcome: 'gedaan', answers: talk, on: '2026-10-06' },
      { type: 'RoleGiven', who: { pupil: 'p-bram' }, role: 'steungroep' },
      { type: 'RoleGiven', who: { pupil: 'p-noor' }, role: 'steungroep' },
      {
        type: 'StepOpened',
        key: 'bijeenkomst.1',
        step: 'bijeenkomst',
        round: 1,
        due: {
          by: '2026-10-20',
          why: 'binnen 5 schooldagen na ‘Gesprek met de gepeste’ (dinsdag 6 oktober); herfstvakantie telt niet mee; afspraak van onze school',
        },
      },
    ]);
  });

  it('K8 K9 K10: after the meeting come the ideas, the talk with the gepeste and one with each member, each in its window', () => {
    const events = when(
      talked(),
      complete('2026-10-08T11:00', 'bijeenkomst.1', 'gedaan', {
        datum: '2026-10-08',
        ideeen: 'Samen fietsen',
      }),
    );
    expect(bare(events).slice(1)).toStrictEqual([
      { type: 'StepOpened', key: 'uitvoeren.1', step: 'uitvoeren', round: 1, due: undefined },
      {
        type: 'StepOpened',
        key: 'nabespreking.1',
        step: 'nabespreking',
        round: 1,
        due: {
          from: '2026-10-14',
          by: '2026-10-20',
          why: '8 tot 14 dagen na ‘Gesprek met de gepeste’ (dinsdag 6 oktober)',
        },
      },
      ...['p-bram', 'p-noor'].map((member) => ({
        type: 'StepOpened',
        key: `lid.1.${member}`,
        step: 'lid',
        round: 1,
        for: member,
        due: {
          from: '2026-10-18',
          by: '2026-10-22',
          why: '10 tot 14 dagen na ‘Bijeenkomst met de steungroep’ (donderdag 8 oktober)',
        },
      })),
    ]);
  });

  it('K9: a meeting that slips past the window moves the talk to after it', () => {
    const late = when(
      talked(),
      complete('2026-10-23T11:00', 'bijeenkomst.1', 'gedaan', { datum: '2026-10-23', ideeen: 'Samen eten' }),
    );
    expect(bare(late).find((e) => e.type === 'StepOpened' && e.step === 'nabespreking')).toMatchObject({
      due: { from: '2026-10-23', by: '2026-10-23' },
    });
  });

  const afterTalks = (outcome: 'beter' | 'niet-beter') =>
    ['p-bram', 'p-noor'].reduce(
      (events, member) => [
        ...events,
        ...when(
          events,
          complete('2026-10-20T12:00', `lid.1.${member}`, 'gedaan', {
            datum: '2026-10-20',
            gezien: 'Minder geplaag',
          }),
        ),
      ],
      [
        ...met(),
        ...when(
          met(),
          complete('2026-10-20T10:00', 'nabespreking.1', outcome, {
            datum: '2026-10-20',
            veilig: 6,
            beter: 'De pauze',
            nodig: 'De gang',
          }),
        ),
      ],
    );

  it('K11: the judgement opens only when the talk and all members are done', () => {
    const events = afterTalks('beter');
    expect(bare(events).at(-1)).toMatchObject({
      type: 'StepOpened',
      key: 'besluit.1',
      due: { by: '2026-10-22' },
    });
    expect(bare(events).filter((e) => e.type === 'StepOpened' && e.step === 'besluit')).toHaveLength(1);
  });

  it('K11: not improved enough starts a numbered round from the meeting, where a member can be added', () => {
    const again = when(
      afterTalks('niet-beter'),
      complete('2026-10-21T09:00', 'besluit.1', 'niet-genoeg', { uitleg: 'De gang blijft lastig' }),
    );
    expect(bare(again).slice(1)).toMatchObject([
      { type: 'RoundStarted', round: 2 },
      { type: 'StepOpened', key: 'bijeenkomst.2', round: 2, due: { by: '2026-10-28' } },
    ]);
    const given = [...afterTalks('niet-beter'), ...again];
    const second = when(
      given,
      complete('2026-10-26T09:00', 'bijeenkomst.2', 'gedaan', {
        datum: '2026-10-26',
        ideeen: 'Toezicht',
        nieuw: ['p-zoe'],
      }),
    );
    const opens = bare(second).filter((e) => e.type === 'StepOpened');
    expect(opens.map((e) => e.type === 'StepOpened' && e.key)).toStrictEqual([
      'uitvoeren.2',
      'nabespreking.2',
      'lid.2.p-bram',
      'lid.2.p-noor',
      'lid.2.p-zoe',
    ]);
    expect(opens[1]).toMatchObject({ due: { from: '2026-11-03', by: '2026-11-09' } });
  });

  it('K11: improved closes the case and drops what was still open', () => {
    const closed = [
      ...afterTalks('beter'),
      ...when(
        afterTalks('beter'),
        complete('2026-10-21T09:00', 'besluit.1', 'verbeterd', { uitleg: 'Hij lacht weer' }),
      ),
    ];
    const state = fold(closed)!;
    expect(state).toMatchObject({ status: 'closed', closedAs: 'verbeterd' });
    expect(state.steps['uitvoeren.1']!.status).toBe('dropped');
  });
});

describe('what is refused', () => {
  it('a step that is done, or not there', () => {
    expect(refusal(() => when(taken(), complete('2026-10-05T11:00', 'beoordelen.1', 'oppakken')))?.code).toBe(
      'already-done',
    );
    expect(refusal(() => when(taken(), complete('2026-10-05T11:00', 'lid.1.p-bram', 'gedaan')))?.code).toBe(
      'not-found',
    );
  });

  it.each([
    ['a required question left empty', { ...talk, wil: '' }, 'wil'],
    ['a score out of range', { ...talk, veilig: 11 }, 'veilig'],
    ['a talk in the future', { ...talk, datum: '2026-10-07' }, 'datum'],
    ['a text over the limit', { ...talk, wil: 'x'.repeat(2001) }, 'wil'],
    ['too many pupils', { ...talk, steungroep: Array.from({ length: 9 }, (_, i) => `p-${i}`) }, 'steungroep'],
  ])('%s', (_name, answers, field) => {
    expect(
      refusal(() => when(taken(), complete('2026-10-06T11:00', 'gesprek.1', 'gedaan', answers))),
    ).toStrictEqual({ code: 'invalid', field });
  });

  it('keeps nothing that was not asked', () => {
    const events = when(
      taken(),
      complete('2026-10-06T11:00', 'gesprek.1', 'gedaan', { ...talk, extra: 'x' }),
    );
    expect(events[0]).toMatchObject({ answers: talk });
  });
});

describe('a changed calendar', () => {
  it('moves the dates it touches, and says nothing of the others', () => {
    const studyDay = makeCalendar({
      ...school.settings.calendar,
      closed: [{ from: '2026-10-06', to: '2026-10-06', name: 'studiedag' }],
    });
    const review = { type: 'review' as const, at: at('2026-10-05T12:00'), by: SYSTEM };
    expect(bare(decide(review, fold(taken()), protocol, studyDay))).toStrictEqual([
      {
        type: 'DueMoved',
        key: 'gesprek.1',
        due: {
          by: '2026-10-08',
          why: 'binnen 2 schooldagen na de melding (maandag 5 oktober); studiedag telt niet mee; afspraak van onze school',
        },
      },
    ]);
    expect(when(taken(), review)).toStrictEqual([]);
  });
});

describe('time (A3)', () => {
  it('reminds on the due date, again when late, then tells the coordinator, then the directeur', () => {
    const run = (given: ReturnType<typeof opened>, time: string) => {
      const events = when(given, wake(time));
      return { all: [...given, ...events], said: bare(events) };
    };
    const due = run(opened(), '2026-10-06T07:45');
    expect(due.said).toStrictEqual([{ type: 'Reminded', key: 'beoordelen.1', rung: 1 }]);
    expect(run(due.all, '2026-10-06T12:00').said).toStrictEqual([]);
    const late = run(due.all, '2026-10-07T07:45');
    expect(late.said).toStrictEqual([{ type: 'Reminded', key: 'beoordelen.1', rung: 2 }]);
    const coordinator = run(late.all, '2026-10-08T07:45');
    expect(coordinator.said).toStrictEqual([
      { type: 'Escalated', key: 'beoordelen.1', rung: 3, to: 'antipestcoordinator' },
    ]);
    expect(run(coordinator.all, '2026-10-14T09:00').said).toStrictEqual([]); // vacation
    const directeur = run(coordinator.all, '2026-10-20T07:45'); // five school days late, the vacation left out
    expect(directeur.said).toStrictEqual([
      { type: 'Escalated', key: 'beoordelen.1', rung: 4, to: 'directeur' },
    ]);
    const weekly = run(directeur.all, '2026-10-27T07:45');
    expect(weekly.said).toStrictEqual([{ type: 'Escalated', key: 'beoordelen.1', rung: 5, to: 'directeur' }]);
  });

  it('says it once after the service was away, at the highest rung', () => {
    expect(bare(when(opened(), wake('2026-10-08T12:00')))).toStrictEqual([
      { type: 'Escalated', key: 'beoordelen.1', rung: 3, to: 'antipestcoordinator' },
    ]);
  });

  it('says nothing outside school hours', () => {
    expect(when(opened(), wake('2026-10-06T17:00'))).toStrictEqual([]);
  });
});
