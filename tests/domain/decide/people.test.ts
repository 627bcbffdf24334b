import { mayIssue } from '../../../src/domain/access.ts';
import type { Command } from '../../../src/domain/case.ts';
import type { School } from '../../../src/domain/school.ts';
import { decide } from '../../../src/domain/decide/decide.ts';
import type { Case } from '../../support/proef.ts';
import { bare, calendar, holders, mila, proef, reported, said } from '../../support/proef.ts';
import { at, school as usual } from '../../support/world.ts';

const lot = { person: 'lot', function: 'leerlingencoordinator' };

describe('roles', () => {
  it('P5: a role that people give takes the place of "betrokken"', () => {
    const zaak = reported();
    zaak.does('2026-10-06T09:00', { type: 'giveRole', who: { pupil: 'B' }, role: 'pester' });
    expect(zaak.state.participants[1]).toStrictEqual({ who: { pupil: 'B' }, roles: ['pester'] });
    expect(
      zaak.refuses((z) =>
        z.does('2026-10-06T09:01', { type: 'giveRole', who: { pupil: 'B' }, role: 'pester' }),
      )?.code,
    ).toBe('already-done');
  });

  it('a pupil who comes later gets a talk too, and loses it with the role', () => {
    const zaak = reported();
    zaak.completes('2026-10-06T11:00', 'gesprek.1');
    zaak.does('2026-10-07T09:00', { type: 'giveRole', who: { pupil: 'E' }, role: 'pester' });
    expect(zaak.open).toContain('dader.1.E');
    const events = zaak.does('2026-10-07T10:00', { type: 'takeRole', who: { pupil: 'E' }, role: 'pester' });
    expect(bare(events)).toMatchObject([
      { type: 'RoleTaken' },
      { type: 'StepLapsed', key: 'dader.1.E', because: 'De rol van deze leerling is veranderd.' },
    ]);
    expect(
      zaak.refuses((z) =>
        z.does('2026-10-07T10:01', { type: 'takeRole', who: { pupil: 'E' }, role: 'pester' }),
      )?.code,
    ).toBe('not-found');
  });

  it('a case is always about somebody', () => {
    const take = { type: 'takeRole' as const, who: { pupil: 'A' }, role: 'gepeste' as const };
    expect(reported().refuses((z) => z.does('2026-10-06T09:00', take))?.code).toBe('invalid');
  });

  it('K12: a confirmed pester who is one elsewhere too is put to people, from a command and from an answer', () => {
    const zaak = reported();
    zaak.does('2026-10-06T09:00', { type: 'giveRole', who: { pupil: 'B' }, role: 'pester', elsewhere: true });
    expect(zaak.state.steps['elders.1.B']).toMatchObject({ status: 'open', for: 'B' });
    const other = reported();
    other.completes('2026-10-06T11:00', 'gesprek.1', 'gedaan', {
      answers: { daders: ['C', 'D'] },
      elsewhere: ['D'],
    });
    expect(other.state.suggestions).toMatchObject([{ suggestion: 'elders', about: 'D' }]);
  });
});

describe('P14: the wrong pupil', () => {
  const correct = (from: string, to: string) =>
    ({ type: 'correctPupil', from: { pupil: from }, to: { pupil: to } }) as const;

  it('makes place for the right one everywhere: role, talk held apart, answers, parents, the report itself', () => {
    const zaak = reported();
    zaak.completes('2026-10-06T11:00', 'gesprek.1', 'gedaan', { answers: { daders: ['C', 'D'] } });
    expect(zaak.open).toContain('dader.1.C');
    const events = zaak.does('2026-10-07T09:00', correct('C', 'E'));
    expect(said(events)).toStrictEqual(['PupilCorrected']);
    expect(zaak.open).toContain('dader.1.E');
    expect(zaak.state.steps['dader.1.E']).toMatchObject({ key: 'dader.1.E', for: 'E' });
    expect(zaak.state.steps['gesprek.1']!.answers).toMatchObject({ daders: ['E', 'D'] });
    expect(JSON.stringify(zaak.state)).not.toMatch(/"C"|\.C"/);
    zaak.does('2026-10-07T09:01', correct('A', 'F'));
    expect(zaak.state.reports[0]!.about).toStrictEqual({ pupil: 'F' });
    expect(JSON.stringify(zaak.state)).not.toMatch(/"A"|\.A"/);
  });

  describe('where the right one is in another group', () => {
    const omar = { function: 'mentor', person: 'omar' };
    /** To a pupil of group 3A, of which Omar is the mentor. */
    const moves = (zaak: Case, from = 'A', group = '3A') => {
      const command = { ...correct(from, 'F'), group, at: at('2026-10-07T09:00'), by: lot };
      const elsewhere = { ...holders, mentor: omar.person };
      const events = decide({ ...command, holders: elsewhere }, zaak.state, proef, calendar);
      zaak.events.push(...events);
      return bare(events);
    };

    it('the mentor of that group is in charge, and who was hears it', () => {
      const zaak = reported({ group: '2B' });
      expect(moves(zaak)).toMatchObject([
        { type: 'PupilCorrected', group: '3A' },
        { type: 'LeadAssigned', lead: omar, relieved: 'mila' },
      ]);
      expect(zaak.state).toMatchObject({ group: '3A', lead: omar, ruled: 'mentor' });
    });

    it.each([
      ['not in the same group', 'A', '2B', undefined],
      ['not for another pupil than the gepeste', 'B', '3A', undefined],
      ['not whom people put in charge', 'A', '3A', { type: 'takeOver' } as const],
    ])('%s', (_what, from, group, before) => {
      const zaak = reported({ group: '2B' });
      if (before) zaak.does('2026-10-06T09:00', before, lot);
      const { lead } = zaak.state;
      expect(moves(zaak, from, group).map((e) => e.type)).not.toContain('LeadAssigned');
      expect(zaak.state.lead).toStrictEqual(lead);
    });

    it('not in a closed case', () => {
      const zaak = reported({ group: '2B' });
      zaak.completes('2026-10-05T10:00', 'sluiten', 'klaar');
      expect(moves(zaak).map((e) => e.type)).toStrictEqual(['PupilCorrected']);
      expect(zaak.state).toMatchObject({ group: '3A', lead: { person: 'mila' } });
    });
  });

  it('can be corrected in a closed case too', () => {
    const zaak = reported();
    zaak.completes('2026-10-05T10:00', 'sluiten', 'klaar');
    zaak.does('2026-10-07T09:00', correct('A', 'F'));
    expect(zaak.state.participants[0]!.who).toStrictEqual({ pupil: 'F' });
  });

  it.each([
    ['somebody who is not in the case', correct('Z', 'E'), 'not-found'],
    ['by somebody who is in it already', correct('A', 'B'), 'invalid'],
  ])('%s is refused', (_what, command, code) => {
    expect(reported().refuses((z) => z.does('2026-10-07T09:00', command))?.code).toBe(code);
  });
});

describe('P13: a colleague who is named in the case', () => {
  const bar = { type: 'bar', person: 'mila', because: 'Een ouder noemt haar.' } as const;

  it('is no longer in charge: the next one in line is', () => {
    const zaak = reported();
    const events = zaak.does('2026-10-06T09:00', bar, lot);
    expect(bare(events)).toMatchObject([
      { type: 'PersonBarred', person: 'mila' },
      { type: 'LeadAssigned', lead: { function: 'coordinator', person: 'cor' } },
    ]);
    expect(zaak.refuses((z) => z.does('2026-10-06T09:01', bar, lot))?.code).toBe('already-done');
  });

  it('is no helper and not asked to take over any more', () => {
    const zaak = reported();
    zaak.does('2026-10-06T09:00', { type: 'invite', helper: lot });
    zaak.does('2026-10-06T09:01', { type: 'handOver', to: lot });
    zaak.does('2026-10-06T09:02', { ...bar, person: 'lot' });
    expect(zaak.state).toMatchObject({ helpers: [], handover: undefined, lead: mila });
  });

  it('can be let in again, with a reason; not who was never kept out', () => {
    const zaak = reported();
    const unbar = { type: 'unbar', person: 'mila', because: 'Het ging over een ander.' } as const;
    expect(zaak.refuses((z) => z.does('2026-10-06T09:00', unbar, lot))?.code).toBe('already-done');
    zaak.does('2026-10-06T09:00', bar, lot);
    const mute = { ...unbar, because: ' ' };
    expect(zaak.refuses((z) => z.does('2026-10-06T09:01', mute, lot))?.code).toBe('invalid');
    const { because } = unbar;
    expect(bare(zaak.does('2026-10-06T09:01', unbar, lot))).toStrictEqual([
      { type: 'PersonAllowed', person: 'mila', because },
    ]);
    expect(zaak.state).toMatchObject({ barred: [], lead: { person: 'cor' } });
  });

  it('is not asked to take the case over, or to help', () => {
    const zaak = reported();
    zaak.does('2026-10-06T09:00', { ...bar, person: 'dirk' });
    const dirk = { person: 'dirk', function: 'docent' };
    const kept = { code: 'invalid', message: 'Deze collega mag niet bij deze zaak. Kies iemand anders.' };
    for (const command of [
      { type: 'handOver', to: dirk } as const,
      { type: 'invite', helper: dirk } as const,
    ])
      expect(zaak.refuses((z) => z.does('2026-10-06T09:01', command))).toStrictEqual(kept);
  });

  it('needs a reason', () => {
    expect(reported().refuses((z) => z.does('2026-10-06T09:00', { ...bar, because: ' ' }))?.code).toBe(
      'invalid',
    );
  });
});

describe('who is in charge', () => {
  const offer = { type: 'handOver' as const, to: lot };

  it('handing over is an offer: until it is accepted nothing changes', () => {
    const zaak = reported();
    zaak.does('2026-10-06T09:00', offer);
    expect(zaak.state).toMatchObject({ lead: { person: 'mila' }, handover: lot });
    expect(
      zaak.refuses((z) => z.does('2026-10-06T09:30', { type: 'answerHandOver', accept: true }))?.code,
    ).toBe('not-found');
    zaak.does('2026-10-06T10:00', { type: 'answerHandOver', accept: true }, lot);
    expect(zaak.state).toMatchObject({ lead: lot, handover: undefined });
  });

  it('declined, it stays with whoever was in charge', () => {
    const zaak = reported();
    zaak.does('2026-10-06T09:00', offer);
    zaak.does('2026-10-06T10:00', { type: 'answerHandOver', accept: false, because: 'Geen tijd.' }, lot);
    expect(zaak.state).toMatchObject({ lead: { person: 'mila' }, handover: undefined });
    expect(zaak.refuses((z) => z.does('2026-10-06T10:00', { ...offer, to: { ...mila } }))?.code).toBe(
      'invalid',
    );
  });

  it('K5: a function that the protocol names takes over, and the rules leave that alone until they change', () => {
    const zaak = reported();
    zaak.does('2026-10-06T09:00', { type: 'takeOver' }, lot);
    expect(zaak.state.lead).toStrictEqual(lot);
    expect(zaak.refuses((z) => z.does('2026-10-06T09:01', { type: 'takeOver' }, lot))?.code).toBe(
      'already-done',
    );
    expect(said(zaak.completes('2026-10-06T11:00', 'gesprek.1'))).not.toContain('LeadAssigned');
  });

  it('K5: helpers are invited, once', () => {
    const zaak = reported();
    const invite = { type: 'invite' as const, helper: { person: 'dirk', function: 'docent' } };
    zaak.does('2026-10-06T09:00', invite);
    expect(zaak.state.helpers).toStrictEqual([invite.helper]);
    expect(zaak.refuses((z) => z.does('2026-10-06T09:01', invite))?.code).toBe('already-done');
  });

  it('notes and agreements are kept, never empty', () => {
    const zaak = reported();
    zaak.does('2026-10-06T09:00', { type: 'note', text: ' Rustig vandaag. ' });
    zaak.does('2026-10-06T09:00', { type: 'agree', what: 'Naast de juf zitten' });
    expect(zaak.state.notes[0]!.text).toBe('Rustig vandaag.');
    expect(zaak.state.agreements[0]!.what).toBe('Naast de juf zitten');
    expect(zaak.refuses((z) => z.does('2026-10-06T09:00', { type: 'note', text: '' }))?.code).toBe('invalid');
    expect(
      zaak.refuses((z) => z.does('2026-10-06T09:00', { type: 'note', text: 'x'.repeat(2001) }))?.message,
    ).toContain('te lang');
  });
});

describe('who may do what (A4, K5, K15)', () => {
  const staff = {
    mila: 'mentor',
    lot: 'leerlingencoordinator',
    cor: 'coordinator',
    dora: 'directeur',
    dirk: 'docent',
    eva: 'docent',
  };
  const school: School = {
    ...usual,
    persons: Object.entries(staff).map(([id, fn]) => ({ id, name: id, posts: [{ function: fn }] })),
  };
  const zaak = reported();
  zaak.does('2026-10-06T08:00', { type: 'giveRole', who: { pupil: 'B' }, role: 'pester' });
  zaak.does('2026-10-06T09:00', { type: 'invite', helper: { person: 'eva', function: 'docent' } });
  const base = { at: at('2026-10-06T10:00'), by: mila };
  const who = (command: Command) =>
    school.persons
      .filter((p) => mayIssue(p, command, { state: zaak.state, protocol: proef, school }))
      .map((p) => p.id);

  test.each<[string, Command, string[]]>([
    [
      'the talk',
      { ...base, type: 'completeStep', step: 'gesprek.1', outcome: 'gedaan', answers: {} },
      ['mila', 'lot', 'cor', 'eva'],
    ],
    [
      'a decision reserved to the directeur',
      { ...base, type: 'completeStep', step: 'schorsing', outcome: 'ja', answers: {} },
      ['dora'],
    ],
    [
      'leaving out a step of the lead',
      { ...base, type: 'skipStep', step: 'bekijken.1', because: 'x' },
      ['mila', 'cor', 'eva'],
    ],
    [
      'giving a role',
      { ...base, type: 'giveRole', who: { pupil: 'B' }, role: 'pester' },
      ['mila', 'lot', 'cor', 'eva'],
    ],
    ['taking over', { ...base, type: 'takeOver' }, ['lot', 'cor']],
    ['reopening', { ...base, type: 'reopenCase' }, ['mila', 'lot', 'cor']],
    ['moving to a newer version', { ...base, type: 'moveVersion', protocol: zaak.state.protocol }, ['cor']],
    ['a note', { ...base, type: 'note', text: 'x' }, ['mila', 'lot', 'cor', 'eva']],
    ['accepting what was not offered', { ...base, type: 'answerHandOver', accept: true }, []],
    ['waking', { ...base, type: 'wake' }, []],
  ])('%s', (_what, command, expected) => {
    expect(who(command)).toStrictEqual(expected);
  });

  it('a function that lateness reached may do the step', () => {
    const late = reported();
    late.wakes('2026-10-13T09:00'); // vacation: nothing
    late.wakes('2026-10-19T08:00');
    late.wakes('2026-10-26T08:00');
    const command: Command = {
      ...base,
      type: 'completeStep',
      step: 'gesprek.1',
      outcome: 'gedaan',
      answers: {},
    };
    const dora = school.persons.find((p) => p.id === 'dora')!;
    expect(late.state.steps['gesprek.1']!.escalatedTo).toContain('directeur');
    expect(mayIssue(dora, command, { state: late.state, protocol: proef, school })).toBe(true);
  });
});
