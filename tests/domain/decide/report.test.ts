import { report } from '../../support/world.ts';
import { bare, proef, ref, reported, said } from '../../support/proef.ts';
import { withNorms } from '../../../src/domain/norms.ts';

describe('a report opens a case', () => {
  it('K4: puts the mentor in charge and opens what begins with a report, each with its date and reason', () => {
    expect(bare(reported().events)).toStrictEqual([
      {
        type: 'CaseOpened',
        case: 'zaak',
        number: '2026-0001',
        report: report({ involved: [{ who: { pupil: 'B' }, part: 'deed' }] }),
        about: { pupil: 'A' },
        group: undefined,
        facts: { 'beyond-team': false },
        protocol: ref,
        figure: 'figure',
        signals: undefined,
      },
      { type: 'RoleGiven', who: { pupil: 'B' }, role: 'betrokken' },
      {
        type: 'LeadAssigned',
        lead: { function: 'mentor', person: 'mila' },
        because: 'De mentor is het eerst aan zet.',
        rule: 'mentor',
        relieved: undefined,
      },
      {
        type: 'StepOpened',
        key: 'bekijken.1',
        step: 'bekijken',
        round: 1,
        due: {
          by: '2026-10-06',
          why: 'binnen 1 schooldag na de melding (maandag 5 oktober); afspraak van onze school',
        },
      },
      {
        type: 'StepOpened',
        key: 'gesprek.1',
        step: 'gesprek',
        round: 1,
        due: { by: '2026-10-07', why: 'binnen 2 schooldagen na de melding (maandag 5 oktober)' },
      },
    ]);
  });

  it('K4: beyond the kernteam a leerlingencoördinator is in charge', () => {
    expect(reported({ facts: { 'beyond-team': true } }).state.lead).toStrictEqual({
      function: 'leerlingencoordinator',
      person: 'lot',
    });
  });

  it('P5: whoever is named is involved, never a bully', () => {
    const involved = [
      { who: { pupil: 'B' }, part: 'deed' as const },
      { who: { name: 'Iemand van buiten' }, part: 'zag' as const },
      { who: { pupil: 'A' }, part: 'onbekend' as const },
    ];
    expect(reported({ report: report({ involved }) }).state.participants).toStrictEqual([
      { who: { pupil: 'A' }, roles: ['gepeste'] },
      { who: { pupil: 'B' }, roles: ['betrokken'] },
      { who: { name: 'Iemand van buiten' }, roles: ['omstander'] },
    ]);
  });

  it('K18: a fact of the report adds its step', () => {
    expect(reported({ report: report({ behaviours: ['online'] }) }).open).toContain('online.1');
    expect(reported().open).not.toContain('online.1');
  });

  it('P6: a second report is linked and opens a step to look at it', () => {
    const zaak = reported();
    const link = {
      type: 'linkReport' as const,
      number: '2026-0002',
      report: report(),
      about: { pupil: 'A' },
    };
    expect(said(zaak.does('2026-10-07T09:00', link))).toStrictEqual([
      'ReportLinked',
      'StepOpened erbij.1.2026-0002',
    ]);
    expect(zaak.state.steps['erbij.1.2026-0002']!.due!.by).toBe('2026-10-08');
  });

  it('P6: a later report that does not belong here leaves the case, and its reporter hears nothing of it here', () => {
    const zaak = reported();
    const about = { pupil: 'A' };
    zaak.does('2026-10-07T09:00', { type: 'linkReport', number: '2026-0002', report: report(), about });
    const done = zaak.completes('2026-10-07T10:00', 'erbij.1.2026-0002', 'apart');
    expect(said(done)).toStrictEqual(['StepCompleted erbij.1.2026-0002', 'ReportSeparated']);
    expect(zaak.state.reports.map((r) => r.number)).toStrictEqual(['2026-0001']);
  });

  it('P7: a third report about one pupil in twenty school days is put to the coordinator, once', () => {
    const zaak = reported({ signals: ['2026-05-01', '2026-09-28'] });
    const link = (number: string) => ({
      type: 'linkReport' as const,
      number,
      report: report(),
      about: { pupil: 'A' },
    });
    expect(zaak.state.suggestions).toStrictEqual([]); // the report of May is too long ago
    expect(said(zaak.does('2026-10-07T09:00', link('2')))).toContain('Suggested');
    expect(zaak.open).toContain('vaker.1');
    expect(said(zaak.does('2026-10-08T09:00', link('3')))).not.toContain('Suggested');
  });

  it('a closed case takes no further report', () => {
    const zaak = reported();
    zaak.completes('2026-10-05T10:00', 'sluiten', 'klaar');
    const link = { type: 'linkReport' as const, number: '2', report: report(), about: { pupil: 'A' } };
    expect(zaak.refuses((z) => z.does('2026-10-07T09:00', link))?.code).toBe('conflict');
  });
});

describe('norms of the school', () => {
  it('another number takes the place of the default, still labelled as the school’s own', () => {
    const zaak = reported({}, withNorms(proef, { bekijken: 3 }));
    expect(zaak.state.steps['bekijken.1']!.due).toStrictEqual({
      by: '2026-10-08',
      why: 'binnen 3 schooldagen na de melding (maandag 5 oktober); afspraak van onze school',
    });
  });

  it('a norm that is off takes its steps away, and what only followed from them', () => {
    const zaak = reported({}, withNorms(proef, { bekijken: 'off' }));
    expect(zaak.open).toStrictEqual(['gesprek.1']);
    const rules = withNorms(proef, { bekijken: 'off', bound: 'off', details: 'off', vaker: 'off' });
    expect(rules.steps.map((s) => s.id)).not.toContain('nog-eens');
    expect(rules.suggestions.map((s) => s.id)).toStrictEqual(['elders']);
    expect(rules.details).toBeUndefined();
    expect(rules.steps.find((s) => s.id === 'besluit')!.outcomes[0]!.reserved).toBeUndefined();
  });
});
