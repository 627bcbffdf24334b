import { contactsOf } from '../../src/cards/parents.ts';
import { answersOf } from '../../src/cards/questions.ts';
import { readStep, stepCard } from '../../src/cards/step.ts';
import type { StepCard } from '../../src/cards/step.ts';
import type { CaseState, StepState } from '../../src/domain/case.ts';
import { fold } from '../../src/domain/evolve.ts';
import { limits } from '../../src/domain/limits.ts';
import { Step } from '../../src/domain/protocol.ts';
import { calendar, history, mentor, openCase, protocol, school } from '../support/world.ts';
import { elements, faultsOf, inputsOf, shownActions } from './checks.ts';

const nonce = '6d9bd3d5-5b0e-4a41-9d5c-5c5c0f0c8a11';
const today = '2026-10-05';
const at = '2026-10-05T06:20:00.000Z';
const link = { title: 'Bekijk de zaak', url: 'https://example.test/zaak' };

const step = (change: object) =>
  Step.parse({
    id: 'proef',
    title: 'Proef',
    why: 'Om te proeven.',
    opens: 'report',
    outcomes: [{ id: 'gedaan', label: 'Gedaan' }],
    ...change,
  });
const open: StepState = {
  key: 'proef.1',
  step: 'proef',
  round: 1,
  openedAt: at,
  status: 'open',
  rung: 0,
  escalatedTo: [],
};
const participants: CaseState['participants'] = [
  { who: { pupil: 'p-fenna' }, roles: ['gepeste'] },
  { who: { pupil: 'p-bram' }, roles: ['pester'] },
  { who: { name: 'Kim Buiten' }, roles: ['pester'] },
];
const state: CaseState = { ...fold(history(openCase()))!, participants };
/** The card of a made-up step. */
const cardOf = (def: Step, more: Partial<StepCard> = {}) =>
  stepCard({
    state,
    step: open,
    protocol: { ...protocol, steps: [...protocol.steps, def] },
    school,
    calendar,
    nonce,
    today,
    link,
    ...more,
  });
const field = (card: ReturnType<typeof cardOf>, id: string) => inputsOf(card).find((e) => e.id === id);
const labels = (card: ReturnType<typeof cardOf>) => inputsOf(card).map((e) => e.label);

const asking = step({
  questions: [
    { id: 'online', type: 'yesno', label: 'Online?' },
    {
      id: 'kies',
      type: 'choices',
      label: 'Wat past?',
      choices: [
        { id: 'steun', label: 'Steun' },
        { id: 'straf', label: 'Straf' },
      ],
    },
    { id: 'overleg', type: 'consult', label: 'Met wie?', with: ['mentor', 'directeur'], all: true },
    { id: 'afspraken', type: 'agreements', label: 'Wat spreken jullie af?' },
    { id: 'waar', type: 'line', label: 'Waar?', required: true, when: { answer: 'proef.online', is: true } },
    { id: 'hoe', type: 'line', label: 'Hoe?', when: { answer: 'proef.kies', has: 'steun' } },
    { id: 'meer', type: 'line', label: 'Wat nog?', when: { round: 2 } },
  ],
});

describe('what a step asks', () => {
  it('several choices, colleagues by their function, and agreements on lines', () => {
    const card = cardOf(asking);
    expect(faultsOf(card)).toStrictEqual([]);
    expect(field(card, 'q_kies')).toMatchObject({ isMultiSelect: true, choices: [{ title: 'Steun' }, {}] });
    expect(field(card, 'q_overleg')).toMatchObject({
      isMultiSelect: true,
      choices: [
        { title: 'mentor', value: 'mentor' },
        { title: 'directeur', value: 'directeur' },
      ],
    });
    expect(field(card, 'q_afspraken')).toMatchObject({ isMultiline: true });
    const text = JSON.stringify(card);
    expect(text).toContain('Eén afspraak op een regel.');
    expect(text).toContain('Bespreek het met iedereen die hier staat.');
  });

  it('comes back with its types, without what was left empty', () => {
    const fields = {
      q_online: 'nee',
      q_kies: 'steun,straf',
      q_overleg: 'mentor, directeur',
      q_afspraken: ' Bram biedt excuses aan. \r\n\n  Fenna zit vooraan.\n',
      q_waar: ' ',
    };
    expect(answersOf(asking, fields)).toStrictEqual({
      online: false,
      kies: ['steun', 'straf'],
      overleg: ['mentor', 'directeur'],
      afspraken: ['Bram biedt excuses aan.', 'Fenna zit vooraan.'],
    });
    const talk = protocol.steps.find((s) => s.id === 'gesprek')!;
    expect(
      answersOf(talk, {
        q_datum: '2026-10-06',
        q_veilig: '4',
        q_wil: 'Rust',
        q_steungroep: 'p-bram,p-noor',
        q_brief: 'nee',
        'q_wil-niet': ' ',
      }),
    ).toStrictEqual({
      datum: '2026-10-06',
      veilig: 4,
      wil: 'Rust',
      steungroep: ['p-bram', 'p-noor'],
      brief: false,
    });
  });

  it('says when a question is asked, and does not insist on it', () => {
    const card = cardOf(asking);
    expect(labels(card)).toStrictEqual([
      'Online? (mag leeg)',
      'Wat past? (mag leeg)',
      'Met wie? (mag leeg)',
      'Wat spreken jullie af? (mag leeg)',
      'Waar? (als je bij ‘Online?’ ja kiest)',
      'Hoe? (als je bij ‘Wat past?’ ‘Steun’ kiest)',
      'Wat nog? (als dat zo is)',
    ]);
    expect(inputsOf(card).some((e) => e.isRequired === true)).toBe(false);
  });

  it('insists only on what every ending wants; else it says with which one', () => {
    const card = cardOf(
      step({
        questions: [
          { id: 'a', type: 'line', label: 'A', required: true },
          { id: 'b', type: 'line', label: 'B' },
          { id: 'c', type: 'line', label: 'C' },
        ],
        outcomes: [
          { id: 'verder', label: 'Verder', needs: ['b', 'c'] },
          { id: 'dicht', label: 'Sluiten', then: 'close', needs: ['b'] },
          { id: 'weer-open', label: 'Weer openen', then: 'reopen', needs: ['b'] },
        ],
      }),
    );
    expect(labels(card)).toStrictEqual(['A', 'B', 'C (nodig bij ‘Verder’)']);
    expect(inputsOf(card).map((e) => e.isRequired)).toStrictEqual([false, true, false]);
    expect((card.actions as { title: string }[]).map((a) => a.title)).toContain('Weer openen');
  });

  it('P19: shows the short note of the talk and takes its day', () => {
    const def = step({ questions: [{ id: 'datum', type: 'date', label: 'Wanneer?', happened: true }] });
    const noted = { ...open, talk: { on: '2026-10-02', line: 'Ging *goed*.' } };
    const card = cardOf(def, { step: noted });
    expect(field(card, 'q_datum')?.value).toBe('2026-10-02');
    expect(JSON.stringify(card)).toContain('gesprek op vrijdag 2 oktober: Ging \\\\*goed\\\\*.');
    expect(field(cardOf(def), 'q_datum')?.value).toBe(today);
  });
});

it.each([1, 5, 6, 7, 9])('with %i endings no more buttons are shown than Teams has room for', (count) => {
  const outcomes = Array.from({ length: count }, (_, i) => ({ id: `o${i}`, label: `Einde ${i}` }));
  const card = cardOf(step({ outcomes }));
  expect(faultsOf(card)).toStrictEqual([]);
  expect(shownActions(card)).toHaveLength(Math.min(6, count + 2));
  expect(card.actions).toHaveLength(count + 2);
});

describe('M9: parents', () => {
  const telling = step({ parents: { of: ['gepeste', 'pester'] } });
  const ids = ['ouders_p-fenna', 'ouders_p-bram', 'ouders_naam:Kim Buiten'];
  const asked = (card: ReturnType<typeof cardOf>) =>
    inputsOf(card).flatMap((e) => (String(e.id).startsWith('ouders_') ? [e.id] : []));

  it('of each pupil are asked for, with a place for the reason', () => {
    const card = cardOf(telling);
    expect(faultsOf(card)).toStrictEqual([]);
    expect(asked(card)).toStrictEqual(ids);
    expect(field(card, ids[0]!)).toMatchObject({
      label: 'Ouders van Fenna Fictief: hoe heb je ze gesproken?',
      isRequired: false,
    });
    expect(inputsOf(card).filter((e) => String(e.id).startsWith('waarom_'))).toHaveLength(3);
  });

  it('who were told at this step, or are not called, are not asked for again', () => {
    const contact = { key: 'proef.1', at, by: mentor, how: 'phone' as const };
    const contacts = [
      { ...contact, of: 'p-fenna', reached: true },
      { ...contact, of: 'p-bram', reached: false },
      { ...contact, of: 'naam:Kim Buiten', reached: false, because: 'Geen nummer.' },
      { ...contact, key: 'eerder.1', of: 'p-bram', reached: true },
    ];
    expect(asked(cardOf(telling, { state: { ...state, contacts } }))).toStrictEqual(['ouders_p-bram']);
  });

  it('of one pupil are asked for where the step is held with that pupil', () => {
    expect(asked(cardOf(telling, { step: { ...open, for: 'p-bram' } }))).toStrictEqual(['ouders_p-bram']);
  });

  it('are asked for with the ending that wants it, and when what was filled in turns out to want it', () => {
    const def = step({
      parents: { of: 'gepeste', outcome: 'gedaan', when: { answer: 'proef.thuis', is: true } },
      questions: [{ id: 'thuis', type: 'yesno', label: 'Thuis?' }],
    });
    expect(asked(cardOf(def))).toStrictEqual([]);
    const card = cardOf(def, { fields: { q_thuis: 'ja' } });
    expect(field(card, 'ouders_p-fenna')?.label).toContain('(nodig bij ‘Gedaan’)');
  });

  it('come back as contacts beside the answers', () => {
    const data = { verb: 'step.submit', case: 'c', step: 'proef.1', outcome: 'gedaan', nonce, day: today };
    const filled = {
      'ouders_p-fenna': 'phone',
      'waarom_p-fenna': '',
      'ouders_p-bram': 'niet-bereikt',
      'ouders_naam:Kim Buiten': 'niet-bellen',
      'waarom_naam:Kim Buiten': ' Geen nummer. ',
      'ouders_p-noor': '',
      'ouders_p-zoe': 'postduif',
      elders: 'x',
    };
    const { fields } = readStep({ ...data, ...filled });
    expect(fields).not.toHaveProperty('elders');
    expect(contactsOf(fields)).toStrictEqual([
      { of: 'p-fenna', how: 'phone', reached: true },
      { of: 'p-bram', how: 'phone', reached: false },
      { of: 'naam:Kim Buiten', how: 'phone', reached: false, because: 'Geen nummer.' },
    ]);
  });

  it('who are not called without a reason are refused', () => {
    expect(() => contactsOf({ 'ouders_p-bram': 'niet-bellen' })).toThrow('waarom je deze ouders niet belt');
    const long = { 'ouders_p-bram': 'niet-bellen', 'waarom_p-bram': 'x'.repeat(limits.text + 1) };
    expect(() => contactsOf(long)).toThrow('te lang');
  });

  it('of as many pupils as a case comes to have fit on one card', () => {
    const many: CaseState['participants'] = Array.from({ length: 12 }, (_, i) => ({
      who: { name: `Wilhelmina Johanna van den Nieuwenhuijzen-Oosterwijk ${i}` },
      roles: ['pester'],
    }));
    const card = cardOf(telling, { state: { ...state, participants: many } });
    expect(faultsOf(card)).toStrictEqual([]);
    expect(elements(card).filter((e) => e.type === 'Input.ChoiceSet')).toHaveLength(12);
  });
});

it('every step of the protocol has a card that Teams takes, also in a school year without pupils', () => {
  const { year } = protocol;
  const all = [
    ...protocol.steps.map((def) => ({ def, protocol, state })),
    ...(year?.steps ?? []).map((def) => ({
      def,
      protocol: { ...protocol, steps: year!.steps },
      state: { ...state, schoolYear: 2026, reports: [], participants: [], group: undefined },
    })),
  ];
  for (const { def, ...scene } of all) {
    const card = cardOf(def, { ...scene, step: { ...open, key: `${def.id}.1`, step: def.id } });
    expect([def.id, faultsOf(card)]).toStrictEqual([def.id, []]);
  }
});
