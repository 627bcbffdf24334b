import type { Protocol } from '../../../src/domain/protocol.ts';
import { fold } from '../../../src/domain/evolve.ts';
import { Case, bare, proef, reported, said } from '../../support/proef.ts';

describe('beginning again (A5)', () => {
  it('a step that was done can be opened again, due by its rule or by the next school day', () => {
    const zaak = reported();
    zaak.completes('2026-10-05T10:00', 'bekijken.1', 'oppakken');
    const again = zaak.does('2026-10-07T09:00', { type: 'reopenStep', step: 'bekijken.1' });
    expect(bare(again)).toMatchObject([
      { type: 'StepReopened', key: 'bekijken.1', due: { by: '2026-10-08' } },
    ]);
    expect(zaak.state.steps['bekijken.1']!.outcome).toBeUndefined();
    expect(
      zaak.refuses((z) => z.does('2026-10-07T10:00', { type: 'reopenStep', step: 'bekijken.1' }))?.code,
    ).toBe('already-done');
    expect(zaak.refuses((z) => z.does('2026-10-07T10:00', { type: 'reopenStep', step: 'x.1' }))?.code).toBe(
      'not-found',
    );
  });

  it('a step that was overtaken is not opened again: it would lapse at once', () => {
    const zaak = reported();
    zaak.completes('2026-10-05T10:00', 'gesprek.1');
    expect(zaak.state.steps['bekijken.1']!.status).toBe('lapsed');
    expect(
      zaak.refuses((z) => z.does('2026-10-07T09:00', { type: 'reopenStep', step: 'bekijken.1' })),
    ).toStrictEqual({
      code: 'conflict',
      message: 'Deze stap kan niet weer open. Deze stap is niet meer nodig.',
    });
  });

  it('a case goes on where it was closed: the step that closed it asks again, what was dropped is open, all history stays', () => {
    const zaak = reported();
    zaak.completes('2026-10-05T10:00', 'bekijken.1', 'geen', { answers: { omdat: 'Een misverstand.' } });
    const before = zaak.events.length;
    expect(zaak.open).toStrictEqual(['nazorg.1']);
    const long = { type: 'reopenCase', because: 'x'.repeat(2001) } as const;
    expect(zaak.refuses((z) => z.does('2026-11-03T09:00', long))?.code).toBe('invalid');
    const events = zaak.does('2026-11-03T09:00', { type: 'reopenCase', because: 'Het begint weer.' });
    expect(said(events)).toStrictEqual([
      'CaseReopened',
      'StepLapsed nazorg.1',
      'StepReopened bekijken.1',
      'StepReopened gesprek.1',
    ]);
    expect(zaak.state).toMatchObject({ status: 'open', closedAt: undefined });
    expect(zaak.state.steps['gesprek.1']!.due!.by).toBe('2026-11-04');
    expect(fold(zaak.events.slice(0, before))!.status).toBe('closed');
    expect(zaak.refuses((z) => z.does('2026-11-03T10:00', { type: 'reopenCase' }))?.code).toBe(
      'already-done',
    );
  });

  it('the talk after closing can reopen it, and a second closing asks again', () => {
    const zaak = reported();
    zaak.completes('2026-10-05T10:00', 'sluiten', 'klaar');
    zaak.completes('2026-11-16T10:00', 'nazorg.1', 'weer');
    expect(zaak.state.status).toBe('open');
    expect(zaak.open).toContain('gesprek.1');
    zaak.completes('2026-11-17T10:00', 'sluiten', 'klaar');
    expect(zaak.open).toStrictEqual(['nazorg.1~2']);
  });

  it('nothing else happens in a closed case', () => {
    const zaak = reported();
    zaak.completes('2026-10-05T10:00', 'sluiten', 'klaar');
    const code = (command: Parameters<Case['does']>[1]) =>
      zaak.refuses((z) => z.does('2026-10-06T10:00', command))?.code;
    expect(code({ type: 'completeStep', step: 'gesprek.1', outcome: 'gedaan', answers: {} })).toBe(
      'already-done',
    );
    expect(code({ type: 'completeStep', step: 'sluiten', outcome: 'klaar', answers: {} })).toBe(
      'already-done',
    );
    expect(code({ type: 'skipStep', step: 'bijeenkomst.1', because: 'x' })).toBe('already-done');
    expect(code({ type: 'giveRole', who: { pupil: 'B' }, role: 'pester' })).toBe('already-done');
    expect(code({ type: 'takeOver' })).toBe('already-done');
    expect(code({ type: 'reopenStep', step: 'gesprek.1' })).toBe('conflict');
    expect(code({ type: 'moveVersion', protocol: { id: 'proef', version: 2, hash: 'x' } })).toBe(
      'already-done',
    );
  });
});

describe('moving to a newer version (A6)', () => {
  const newer: Protocol = {
    ...proef,
    version: 2,
    steps: proef.steps
      .filter((s) => s.id !== 'bekijken' && s.id !== 'nog-eens')
      .map((s) =>
        s.id === 'gesprek'
          ? { ...s, due: [{ within: 4, unit: 'schooldays', from: 'report', rows: [], roll: 'after' }] }
          : s,
      ),
  };
  const move = { type: 'moveVersion' as const, protocol: { id: 'proef', version: 2, hash: 'nieuw' } };

  it('lapses what the new version lacks, moves dates, opens what it adds, and keeps the history', () => {
    const zaak = reported();
    const moving = new Case(newer);
    moving.events = zaak.events;
    expect(bare(moving.does('2026-10-06T09:00', move))).toMatchObject([
      { type: 'VersionMoved', protocol: { version: 2 } },
      { type: 'StepLapsed', key: 'bekijken.1', because: 'Deze stap bestaat niet in de nieuwe versie.' },
      { type: 'DueMoved', key: 'gesprek.1', due: { by: '2026-10-09' } },
    ]);
    expect(moving.state.protocol.hash).toBe('nieuw');
  });

  it('is refused to another protocol, and to the version it runs on', () => {
    const zaak = reported();
    const to = (protocol: typeof move.protocol) =>
      zaak.refuses((z) => z.does('2026-10-06T09:00', { ...move, protocol }))?.code;
    expect(to({ id: 'kiim', version: 2, hash: 'x' })).toBe('invalid');
    expect(to(zaak.state.protocol)).toBe('already-done');
  });
});
