import type { Actor } from '../../../src/domain/case.ts';
import { bare, mila, proef, reported, said } from '../../support/proef.ts';

const contacts = [{ of: 'A', how: 'phone' as const, reached: true }];
const spoken = () => {
  const zaak = reported();
  zaak.completes('2026-10-06T11:00', 'gesprek.1', 'gedaan', { answers: { groep: ['C', 'D'] } });
  return zaak;
};
const met = () => {
  const zaak = spoken();
  zaak.completes('2026-10-08T11:00', 'bijeenkomst.1', 'gedaan', { contacts });
  return zaak;
};
const judged = () => {
  const zaak = met();
  zaak.completes('2026-10-19T11:00', 'terugblik.1');
  return zaak;
};

describe('a step that is done', () => {
  it('keeps its answers and the day it took place, gives roles, asks for notes and opens what follows', () => {
    const zaak = reported();
    const events = zaak.completes('2026-10-06T11:00', 'gesprek.1', 'gedaan', { answers: { groep: ['C'] } });
    expect(bare(events)).toMatchObject([
      {
        type: 'StepCompleted',
        key: 'gesprek.1',
        outcome: 'gedaan',
        answers: { datum: '2026-10-06', groep: ['C'] },
        on: '2026-10-06',
      },
      { type: 'RoleGiven', who: { pupil: 'C' }, role: 'steungroep' },
      { type: 'RegistrationAsked', key: 'gesprek.1', pupil: 'A', doer: 'mentor', heading: 'Gesprek' },
      { type: 'StepLapsed', key: 'bekijken.1', because: 'Deze stap is niet meer nodig.' },
      { type: 'StepOpened', key: 'dader.1.B', for: 'B' },
      { type: 'StepOpened', key: 'bijeenkomst.1', due: { by: '2026-10-20' } },
      { type: 'StepOpened', key: 'terugblik.1', due: { from: '2026-10-14', by: '2026-10-20', waits: true } },
    ]);
  });

  it('K17: asks the note of whoever did it; of the one who is away, where somebody stood in', () => {
    const asked = (by: Actor) => {
      const zaak = reported();
      zaak.completes('2026-10-06T11:00', 'gesprek.1', 'gedaan', { by });
      return zaak.state.registrations;
    };
    expect(asked(mila)).toMatchObject([{ doer: 'mentor', person: 'mila' }]);
    expect(asked({ person: 'dirk', function: 'docent', instead: mila })).toMatchObject([
      { doer: 'mentor', person: 'mila' },
    ]);
  });

  it('K17: asks the note of whoever is in charge, or of a function, where the protocol says so', () => {
    const asked = (by: string) => {
      const steps = proef.steps.map((s) => ({ ...s, registers: s.registers.map((r) => ({ ...r, by })) }));
      const zaak = reported({}, { ...proef, steps });
      zaak.does('2026-10-06T09:00', { type: 'takeOver' }, { person: 'dirk', function: 'docent' });
      zaak.completes('2026-10-06T11:00', 'gesprek.1', 'gedaan', { by: mila });
      return zaak.state.registrations;
    };
    expect(asked('lead')).toMatchObject([{ doer: 'docent', person: 'dirk' }]);
    const [entered] = asked('mentor');
    expect(entered).toMatchObject({ doer: 'mentor' });
    expect(entered!.person).toBeUndefined();
  });

  it('took place on the day that was given, not in the future', () => {
    const zaak = reported();
    const on = (datum: string) =>
      zaak.refuses((z) => z.completes('2026-10-07T11:00', 'gesprek.1', 'gedaan', { answers: { datum } }));
    expect(on('2026-10-08')?.message).toContain('deze dag moet nog komen');
    zaak.completes('2026-10-07T11:00', 'gesprek.1', 'gedaan', { answers: { datum: '2026-10-05' } });
    expect(zaak.state.steps['bijeenkomst.1']!.due!.by).toBe('2026-10-19');
  });

  it('K6: an appointment lies in its window, counted from the talk', () => {
    const plan = (vervolg: string) =>
      reported().refuses((z) =>
        z.completes('2026-10-06T11:00', 'gesprek.1', 'gedaan', { answers: { vervolg } }),
      )?.message;
    expect(plan('2026-10-13')).toContain(
      'kies een dag van woensdag 14 oktober tot en met dinsdag 20 oktober',
    );
    expect(plan('2026-10-14')).toBeUndefined();
    expect(plan('2026-10-20')).toBeUndefined();
    expect(plan('2026-10-21')).toContain('kies een dag');
  });

  it('is refused twice, when it is not there, and with an ending it does not have', () => {
    const zaak = spoken();
    expect(zaak.refuses((z) => z.completes('2026-10-06T12:00', 'gesprek.1'))?.code).toBe('already-done');
    expect(zaak.refuses((z) => z.completes('2026-10-06T12:00', 'bekijken.1', 'oppakken'))?.message).toContain(
      'niet meer nodig',
    );
    expect(zaak.refuses((z) => z.completes('2026-10-06T12:00', 'besluit.1', 'opnieuw'))?.code).toBe(
      'not-found',
    );
    expect(zaak.refuses((z) => z.completes('2026-10-06T12:00', 'dader.1.B', 'huh'))?.code).toBe('invalid');
  });

  it('P7: an ending asks what it needs', () => {
    const look = (outcome: string, answers = {}) =>
      reported().refuses((z) => z.completes('2026-10-05T10:00', 'bekijken.1', outcome, { answers }))?.message;
    expect(look('kijken')).toContain('Kijken tot');
    expect(look('kijken', { tot: '2026-10-27' })).toContain('tot en met maandag 26 oktober');
    expect(look('geen')).toContain('Waarom?');
    expect(look('oppakken')).toBeUndefined();
  });

  it('M5: a consultation is required only when it applies, and with everyone it names', () => {
    const meet = (answers: Record<string, boolean | string[]>) =>
      spoken().refuses((z) =>
        z.completes('2026-10-08T11:00', 'bijeenkomst.1', 'gedaan', { contacts, answers }),
      )?.message;
    expect(meet({ allen: true })).toContain('Vul nog in: Met wie besproken?');
    expect(meet({ allen: true, overleg: ['coordinator'] })).toContain('bespreek het met iedereen');
    expect(meet({ allen: true, overleg: ['coordinator', 'directeur'] })).toBeUndefined();
    expect(meet({ allen: false })).toBeUndefined();
  });

  it('M9: is not done before each contact with parents, or why not, is recorded', () => {
    const zaak = spoken();
    const meet = () => zaak.refuses((z) => z.completes('2026-10-08T11:00', 'bijeenkomst.1'))?.message;
    const tell = (contact: { of: string; reached: boolean; because?: string }) =>
      zaak.does('2026-10-08T10:00', {
        type: 'informParents',
        step: 'bijeenkomst.1',
        contact: { how: 'phone', ...contact },
      });
    expect(meet()).toContain('de ouders van één leerling');
    tell({ of: 'A', reached: false });
    expect(meet()).toContain('de ouders van één leerling');
    zaak.does('2026-10-08T10:00', { type: 'giveRole', who: { pupil: 'B' }, role: 'pester' });
    expect(meet()).toContain('de ouders van 2 leerlingen');
    tell({ of: 'A', reached: true });
    tell({ of: 'B', reached: false, because: 'Dat is onveilig voor de leerling.' });
    expect(meet()).toBeUndefined();
    expect(zaak.refuses(() => tell({ of: 'Z', reached: true }))?.code).toBe('invalid');
  });

  it('P10: agreements are kept together in the case', () => {
    const zaak = spoken();
    zaak.completes('2026-10-08T11:00', 'bijeenkomst.1', 'gedaan', {
      contacts,
      answers: { plan: ['Samen fietsen', 'Plein'] },
    });
    expect(zaak.state.agreements.map((a) => a.what)).toStrictEqual(['Samen fietsen', 'Plein']);
  });
});

describe('what follows', () => {
  it('K9: a date that must not come before another step waits for it, and moves when that slips', () => {
    const zaak = spoken();
    expect(zaak.refuses((z) => z.completes('2026-10-07T11:00', 'terugblik.1'))?.message).toContain(
      'kan nog niet',
    );
    const late = zaak.completes('2026-10-23T11:00', 'bijeenkomst.1', 'gedaan', { contacts });
    expect(bare(late).at(-1)).toMatchObject({
      type: 'DueMoved',
      key: 'terugblik.1',
      due: { from: '2026-10-23', by: '2026-10-29' },
    });
  });

  it('K9: a step that was left out is waited for no longer', () => {
    const zaak = spoken();
    zaak.does('2026-10-07T09:00', { type: 'skipStep', step: 'bijeenkomst.1', because: 'Niet nodig.' });
    expect(zaak.state.steps['terugblik.1']!.due).toMatchObject({ from: '2026-10-14', by: '2026-10-20' });
    expect(zaak.state.steps['terugblik.1']!.due!.waits).toBeUndefined();
  });

  it('M3: one of several talks with an outcome is enough, and goes on with that pupil', () => {
    const zaak = spoken();
    zaak.does('2026-10-06T12:00', { type: 'giveRole', who: { pupil: 'E' }, role: 'pester' });
    zaak.completes('2026-10-07T10:00', 'dader.1.E', 'expres');
    expect(zaak.open).toContain('meteen.1.E');
    expect(zaak.open).not.toContain('meteen.1.B');
  });

  it('K11: a new round begins with what opens in it; what lapses does, and the rest stays', () => {
    const zaak = judged();
    expect(zaak.open).toContain('besluit.1');
    const events = said(zaak.completes('2026-10-19T12:00', 'besluit.1', 'opnieuw'));
    expect(events.slice(1)).toStrictEqual([
      'RoundStarted',
      'StepLapsed uitvoeren.1',
      'StepOpened bijeenkomst.2',
    ]);
    expect(zaak.open).toContain('dader.1.B');
    expect(zaak.state.steps['bijeenkomst.2']!.due!.by).toBe('2026-10-26');
  });

  it('S5: a series comes one by one, each with its own date, and then is over', () => {
    const zaak = judged();
    zaak.completes('2026-10-20T11:00', 'besluit.1', 'volgen');
    expect(zaak.state.steps['volgen.1']!.due!.by).toBe('2026-10-22');
    zaak.completes('2026-10-22T11:00', 'volgen.1', 'goed');
    expect(zaak.state.steps['volgen.1~2']!.due!.by).toBe('2026-10-27');
    zaak.completes('2026-10-27T11:00', 'volgen.1~2', 'goed');
    expect(zaak.state.steps['volgen.1~3']!.due!.by).toBe('2026-11-03');
    expect(said(zaak.completes('2026-11-03T11:00', 'volgen.1~3', 'goed'))).toStrictEqual([
      'StepCompleted volgen.1~3',
      'WaitStarted',
    ]);
  });

  it('Z5: what repeats for ever comes back until the case closes', () => {
    const zaak = reported();
    zaak.completes('2026-10-06T11:00', 'gesprek.1', 'gedaan', { answers: { breder: true } });
    expect(zaak.state.steps['aandacht.1']!.due!.by).toBe('2026-10-19'); // the 13th is in the vacation
    for (const n of [1, 2, 3, 4])
      zaak.completes(`2026-10-2${n}T11:00`, n === 1 ? 'aandacht.1' : `aandacht.1~${n}`);
    expect(zaak.open).toContain('aandacht.1~5');
  });

  it('K4: an answer can change who is in charge', () => {
    const zaak = reported();
    const events = zaak.completes('2026-10-06T11:00', 'gesprek.1', 'gedaan', { answers: { breder: true } });
    expect(said(events)).toContain('LeadAssigned');
    expect(zaak.state.lead).toStrictEqual({ function: 'leerlingencoordinator', person: 'lot' });
  });

  it('K14: a step done by hand opens and ends at once, as often as it happens, and may hand the case to another function', () => {
    const zaak = reported();
    expect(said(zaak.completes('2026-10-06T11:00', 'opschalen', 'overgedragen'))).toStrictEqual([
      'StepOpened opschalen.1',
      'StepCompleted opschalen.1',
      'LeadAssigned',
    ]);
    expect(zaak.state.lead.person).toBe('dora');
    expect(said(zaak.completes('2026-10-07T11:00', 'opschalen', 'overgedragen'))[0]).toBe(
      'StepOpened opschalen.1~2',
    );
    expect(zaak.refuses((z) => z.completes('2026-10-06T11:00', 'schorsing', 'ja'))?.message).toContain(
      'past nu niet',
    );
  });

  it('P9: below the bound only the function it is reserved to may close', () => {
    const zaak = judged();
    const close = (veilig: number | undefined, fn = 'mentor') =>
      zaak.refuses((z) =>
        z.completes('2026-10-20T11:00', 'besluit.1', 'verbeterd', {
          answers: veilig === undefined ? {} : { veilig },
          by: { person: 'x', function: fn },
        }),
      )?.message;
    expect(close(undefined)).toContain('Hoe veilig?');
    expect(close(5)).toContain('alleen de directeur');
    expect(close(5, 'directeur')).toBeUndefined();
    expect(close(6)).toBeUndefined();
  });

  it('closing drops what was open and asks again after six weeks (P9)', () => {
    const zaak = judged();
    zaak.completes('2026-10-20T11:00', 'besluit.1', 'verbeterd', { answers: { veilig: 8 } });
    expect(zaak.state).toMatchObject({ status: 'closed', closedAs: 'verbeterd', closings: 1 });
    expect(zaak.state.steps['uitvoeren.1']!.status).toBe('dropped');
    expect(zaak.open).toStrictEqual(['nazorg.1']);
    expect(zaak.state.steps['nazorg.1']!.due).toMatchObject({ from: '2026-12-01', by: '2026-12-08' });
  });
});
