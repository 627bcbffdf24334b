import { protocolCommand } from '../support/output.ts';
import { changed, fileWith, small } from '../support/smallProtocol.ts';

/** What `--json` prints; a scenario writer's program reads it by these names. */
const described = (text: string) => JSON.parse(protocolCommand('describe', fileWith(text), '--json').out);

describe('as JSON', () => {
  const all = described(small);

  it('names functions, who is in charge and norms with where they are used', () => {
    expect(all).toMatchObject({
      id: 'klein',
      version: 1,
      coordinator: 'coordinator',
      takeover: ['coordinator'],
    });
    expect(all.functions[0]).toStrictEqual({ id: 'mentor', title: 'mentor', next: 'coordinator' });
    expect(all.lead).toStrictEqual([
      { function: 'coordinator', rows: [], when: 'als het ook buiten het eigen team of de school speelt' },
      { function: 'mentor', rows: [] },
    ]);
    expect(all.norms).toStrictEqual([
      { id: 'snel', rows: [], label: 'Snel', value: 2, unit: 'schooldays', usedIn: ['gesprek: datum'] },
    ]);
  });

  it('tells of a step what opens it, by whom and by when', () => {
    const [gesprek, groep, besluit] = all.steps;
    expect(gesprek).toMatchObject({
      id: 'gesprek',
      opens: 'bij de melding',
      by: 'lead',
      also: ['directeur'],
      due: [
        { rows: [], words: 'binnen 2 schooldagen na de melding; afspraak van onze school', norms: ['snel'] },
      ],
    });
    expect(groep).toMatchObject({
      opens: 'na ‘Gesprek’ of bij elke nieuwe ronde',
      due: [{ words: '8 tot 14 dagen na ‘Gesprek’' }],
    });
    expect(besluit).toMatchObject({ skip: false, side: false });
  });

  it('tells of a question its type, choices and limits, and of an outcome what it does and needs', () => {
    const [gesprek, , besluit] = all.steps;
    expect(gesprek.questions).toMatchObject([
      { id: 'datum', type: 'date', happened: true, required: false },
      { id: 'online', type: 'yesno' },
      { id: 'hulp', type: 'choices', choices: [{ id: 'groep' }, { id: 'ouders' }] },
      { id: 'vervolg', within: { from: 8, to: 14, unit: 'days' }, limit: 'van 8 tot 14 dagen na de stap' },
      { id: 'cijfer', type: 'score', limit: '0 tot 10' },
    ]);
    expect(besluit.outcomes).toMatchObject([
      { id: 'klaar', then: 'close', needs: ['uitleg'] },
      { id: 'verder', then: 'round', needs: [] },
    ]);
  });

  it('tells of the report, suggestions, the school year and knowledge', () => {
    expect(all.report.fields).toContainEqual({
      id: 'melding.behaviours',
      label: 'Wat gebeurde er',
      type: 'choices',
      choices: [{ id: 'online', label: 'Online' }],
    });
    expect(all.suggestions).toMatchObject([
      { id: 'vaker', on: 'signals', count: 3, days: 20, to: ['coordinator'] },
    ]);
    expect(all.year).toMatchObject({
      lead: 'coordinator',
      steps: [
        { id: 'ouderavond', opens: 'op 1 september' },
        { id: 'terugblik', opens: 'na ‘Ouderavond’' },
      ],
    });
    expect(all.knowledge).toStrictEqual([{ id: 'plagen', rows: [], title: 'Plagen', links: [] }]);
  });
});

it('as text it is Dutch, in lines of at most 100 characters', () => {
  const { code, out, err } = protocolCommand('describe', 'protocols/kiim.yaml');
  expect({ code, err }).toStrictEqual({ code: 0, err: '' });
  expect(out.split('\n').filter((line) => line.length > 100)).toStrictEqual([]);
  expect(out).toContain('lid: Nabespreking met een lid van de steungroep [K10]');
  expect(out).toContain('  wanneer: 10 tot 14 dagen na ‘Bijeenkomst met de steungroep’');
  expect(out).toContain('  apart met: lid van de steungroep');
});

it('as text it tells the rules of a step one by one', () => {
  const text = changed(
    [
      '    why: De groep helpt.',
      '    why: De groep helpt.\n    norm: groep\n    each: [pester]\n    lapses: round\n    parents: { of: pester, when: { answer: gesprek.online, is: true } }',
    ],
    ['norms:', 'norms:\n  groep: { label: Met de groep }'],
    [
      'then: close, needs: [uitleg] }',
      'then: close, needs: [uitleg], reserved: { to: [coordinator], when: { not: { done: extra } } } }',
    ],
  );
  const { out } = protocolCommand('describe', fileWith(text));
  for (const line of [
    'groep: Groep (norm groep: afspraak van onze school)',
    '  open: na ‘Gesprek’ of bij elke nieuwe ronde',
    '  wie: wie aan zet is',
    '  apart met: pester; vervalt bij een nieuwe ronde',
    '  ouders inlichten van pester, als bij ‘Gesprek’ voor ‘Online?’ ja is gekozen',
    '    ? idee (text): Welk idee?',
    '    > klaar: Klaar — zaak dicht; vraagt uitleg; alleen coördinator, als ‘Extra hulp’ nog niet is',
    '  inlichten: coördinator: ‘De groep is geweest.’',
  ])
    expect(out.split('\n')).toContain(line);
});
