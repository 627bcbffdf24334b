import { bare, proef, reported, said } from '../../support/proef.ts';

const spoken = () => {
  const zaak = reported();
  zaak.completes('2026-10-06T11:00', 'gesprek.1');
  return zaak;
};

describe('leaving a step out (K15)', () => {
  it('needs a reason, and opens what follows', () => {
    const zaak = spoken();
    const skip = (because: string) =>
      zaak.does('2026-10-07T09:00', { type: 'skipStep', step: 'bijeenkomst.1', because });
    expect(zaak.refuses(() => skip(' '))?.message).toContain('Vertel waarom');
    expect(said(skip('De leerling wil het niet.'))).toContain('StepSkipped bijeenkomst.1');
    expect(zaak.open).not.toContain('bijeenkomst.1');
    expect(zaak.state.steps['bijeenkomst.1']).toMatchObject({
      status: 'skipped',
      because: 'De leerling wil het niet.',
    });
  });

  it('can be done ahead of time: the step does not open any more', () => {
    const zaak = reported();
    zaak.does('2026-10-05T09:00', { type: 'skipStep', step: 'bijeenkomst.1', because: 'Te vroeg.' });
    zaak.completes('2026-10-06T11:00', 'gesprek.1');
    expect(zaak.open).not.toContain('bijeenkomst.1');
    expect(zaak.open).toContain('uitvoeren.1');
  });

  it('is refused for a decision, for a step of each pupil that is not open, and for one that is done', () => {
    const zaak = spoken();
    const skip = (step: string) =>
      zaak.refuses((z) => z.does('2026-10-07T09:00', { type: 'skipStep', step, because: 'Nee.' }));
    expect(skip('besluit.1')?.message).toContain('kun je niet overslaan');
    expect(skip('meteen.1')?.code).toBe('not-found');
    expect(skip('bijeenkomst.2')?.code).toBe('not-found');
    expect(skip('gesprek.1')?.code).toBe('already-done');
    expect(skip('onbekend.1')?.code).toBe('not-found');
  });
});

describe('postponing', () => {
  const postpone = (to: string, because = 'De leerling is ziek.') => ({
    type: 'postponeStep' as const,
    step: 'gesprek.1',
    to,
    because,
  });

  it('moves the date to a school day within bounds, and says why', () => {
    const zaak = reported();
    expect(bare(zaak.does('2026-10-06T09:00', postpone('2026-10-09')))).toStrictEqual([
      {
        type: 'DueMoved',
        key: 'gesprek.1',
        due: { by: '2026-10-09', why: 'uitgesteld op dinsdag 6 oktober' },
        because: 'De leerling is ziek.',
      },
    ]);
    expect(bare(zaak.does('2026-10-07T09:00', { type: 'review' }))).toStrictEqual([]); // people set it, so it stays
  });

  it('is refused beyond three school days past its date, before tomorrow, on a closed day and without a reason', () => {
    const zaak = reported();
    const why = (to: string, because?: string) =>
      zaak.refuses((z) => z.does('2026-10-06T09:00', postpone(to, because)))?.message;
    expect(why('2026-10-20')).toContain('uiterlijk maandag 19 oktober');
    expect(why('2026-10-06')).toContain('Kies een dag na vandaag');
    expect(why('2026-10-12')).toContain('geen schooldag. Kies bijvoorbeeld maandag 19 oktober');
    expect(why('2026-10-08', '')).toContain('Vertel waarom');
  });

  it('again does not stretch the bound', () => {
    const zaak = reported();
    zaak.does('2026-10-06T09:00', postpone('2026-10-19'));
    expect(zaak.refuses((z) => z.does('2026-10-07T09:00', postpone('2026-10-21')))?.message).toContain(
      '19 oktober',
    );
  });
});

describe('briefly first (P19)', () => {
  const talk = (on: string, line = 'Het ging rustig.') => ({
    type: 'noteTalk' as const,
    step: 'gesprek.1',
    on,
    line,
  });

  it('keeps the day and one line; the rest is due two school days later and counts from that day', () => {
    const zaak = reported();
    expect(said(zaak.does('2026-10-06T10:00', talk('2026-10-05')))).toStrictEqual([
      'TalkNoted gesprek.1',
      'DueMoved gesprek.1',
    ]);
    expect(zaak.state.steps['gesprek.1']!.due).toStrictEqual({
      by: '2026-10-08',
      why: 'binnen 2 schooldagen na je korte notitie (dinsdag 6 oktober); afspraak van onze school',
    });
    zaak.completes('2026-10-08T10:00', 'gesprek.1');
    expect(zaak.state.steps['gesprek.1']!.on).toBe('2026-10-05');
  });

  it('is noted once: a second note does not move the date again', () => {
    const zaak = reported();
    zaak.does('2026-10-06T10:00', talk('2026-10-06'));
    expect(zaak.refuses((z) => z.does('2026-10-07T10:00', talk('2026-10-07')))?.code).toBe('already-done');
  });

  it('is refused for a day to come, or that no calendar has, an empty line and a step without a talk', () => {
    const zaak = reported();
    expect(zaak.refuses((z) => z.does('2026-10-06T10:00', talk('2026-02-30')))?.code).toBe('invalid');
    expect(zaak.refuses((z) => z.does('2026-10-06T10:00', talk('2026-10-07')))?.message).toContain(
      'moet nog komen',
    );
    expect(zaak.refuses((z) => z.does('2026-10-06T10:00', talk('2026-10-06', '')))?.message).toContain(
      'één regel',
    );
    const other = { ...talk('2026-10-06'), step: 'bekijken.1' };
    expect(zaak.refuses((z) => z.does('2026-10-06T10:00', other))?.message).toContain('in één keer');
  });
});

describe('parents (P11)', () => {
  it('who could not be reached is kept for a step by hand too, and counts when it is done', () => {
    const ask = { rows: [], of: ['gepeste' as const] };
    const steps = proef.steps.map((s) => (s.id === 'sluiten' ? { ...s, parents: ask } : s));
    const zaak = reported({}, { ...proef, steps });
    const contact = { of: 'A', how: 'phone' as const, reached: false };
    const tell = (more: object) =>
      zaak.does('2026-10-06T10:00', {
        type: 'informParents',
        step: 'sluiten',
        contact: { ...contact, ...more },
      });
    tell({});
    expect(zaak.refuses((z) => z.completes('2026-10-06T10:01', 'sluiten', 'klaar'))?.message).toContain(
      'ouders',
    );
    tell({ because: 'Geen gezag.' });
    zaak.completes('2026-10-06T10:02', 'sluiten', 'klaar');
    expect(zaak.state.status).toBe('closed');
  });
});

describe('the pupil tracking system (K17)', () => {
  it('is asked for once a pupil, and tracks that it was entered', () => {
    const zaak = spoken();
    const { doer, person } = zaak.state.registrations[0]!;
    const register = (pupil: string) =>
      zaak.does('2026-10-06T12:00', { type: 'register', step: 'gesprek.1', pupil, doer, person });
    register('A');
    expect(zaak.state.registrations).toMatchObject([
      { key: 'gesprek.1', pupil: 'A', doer: 'mentor', at: expect.any(String) as string },
    ]);
    expect(zaak.refuses(() => register('A'))?.code).toBe('already-done');
    expect(zaak.refuses(() => register('C'))?.code).toBe('not-found');
  });

  it('marks the note of the function that was asked; that of another stays open', () => {
    const also = { rows: [], for: ['gepeste' as const], by: 'coordinator', heading: 'Dossier' };
    const steps = proef.steps.map((s) =>
      s.id === 'gesprek' ? { ...s, registers: [...s.registers, also] } : s,
    );
    const zaak = reported({}, { ...proef, steps });
    zaak.completes('2026-10-06T11:00', 'gesprek.1');
    const notes = () => zaak.state.registrations.map(({ doer, at }) => [doer, at !== undefined]);
    const given = { type: 'register' as const, step: 'gesprek.1', pupil: 'A' };
    zaak.does('2026-10-06T12:00', { ...given, doer: 'coordinator' });
    expect(notes()).toStrictEqual([
      ['mentor', false],
      ['coordinator', true],
    ]);
    const again = zaak.refuses((z) => z.does('2026-10-06T13:00', { ...given, doer: 'coordinator' }));
    expect(again?.code).toBe('already-done');
    // The function is asked through a person: not whoever else holds it.
    const nobody = zaak.refuses((z) => z.does('2026-10-06T13:00', { ...given, doer: 'mentor' }));
    expect(nobody?.code).toBe('not-found');
    // As it was recorded before a note said whose it is.
    const { at: when, by } = zaak.events.at(-1)!;
    zaak.events.push({ type: 'Registered', key: 'gesprek.1', pupil: 'A', v: 1, at: when, by });
    expect(notes()).toStrictEqual([
      ['mentor', true],
      ['coordinator', true],
    ]);
  });
});
