import { ruleOf, stepFormOf } from '../../src/app/stepForm.ts';
import type { Answers, CaseState } from '../../src/domain/case.ts';
import { holdsTrue } from '../../src/domain/conditions.ts';
import { fold } from '../../src/domain/evolve.ts';
import type { Condition } from '../../src/domain/protocol.ts';
import { Step } from '../../src/domain/protocol.ts';
import { answerOf, askedNow, holds } from '../../src/tab/case/rules.ts';
import { history, openCase, protocol } from '../support/world.ts';

const state: CaseState = fold(history(openCase()))!;
const step = Step.parse({
  id: 'proef',
  title: 'Proef',
  why: 'Om te proeven.',
  opens: 'hand',
  questions: [
    { id: 'online', type: 'yesno', label: 'Online?' },
    {
      id: 'waar',
      type: 'choice',
      label: 'Waar?',
      when: { answer: 'proef.online', is: true },
      choices: [
        { id: 'app', label: 'In een app' },
        { id: 'spel', label: 'In een spel' },
      ],
    },
    { id: 'welke', type: 'line', label: 'Welke app?', when: { answer: 'proef.waar', is: 'app' } },
    { id: 'cijfer', type: 'score', label: 'Cijfer' },
    {
      id: 'hulp',
      type: 'choices',
      label: 'Hulp?',
      choices: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    },
    { id: 'plan', type: 'agreements', label: 'Plan' },
  ],
  outcomes: [
    { id: 'goed', label: 'Goed', when: { answer: 'proef.cijfer', atLeast: { norm: 'sluiten-vanaf' } } },
    { id: 'anders', label: 'Anders', needs: ['plan'] },
  ],
});
const norms = { ...protocol.norms, 'sluiten-vanaf': { rows: [], label: 'x', value: 6 } };
const situation = { state, protocol: { ...protocol, norms, steps: [...protocol.steps, step] } };
const open = {
  key: 'proef',
  step: 'proef',
  round: 1,
  openedAt: state.openedAt,
  status: 'open' as const,
  rung: 0,
  escalatedTo: [],
};
const form = stepFormOf(step, open, situation);

const conditions: Condition[] = [
  { answer: 'proef.online', is: true },
  { answer: 'proef.waar', oneOf: ['app'] },
  { answer: 'proef.hulp', has: 'b' },
  { answer: 'proef.cijfer', below: 5 },
  { answer: 'proef.cijfer', atLeast: { norm: 'sluiten-vanaf' } },
  { answer: 'proef.cijfer', atLeast: { norm: 'bestaat-niet' } },
  { answer: 'proef.cijfer', below: { norm: 'bestaat-niet' } },
  { answered: 'proef.waar' },
  { fact: 'beyond-team' },
  { role: 'gepeste', atLeast: 1 },
  { done: 'gesprek' },
  { answer: 'melding.safe', is: 'ja' },
  { not: { answer: 'proef.online', is: false } },
  {
    all: [
      { role: 'gepeste', atLeast: 1 },
      { answer: 'proef.online', is: true },
    ],
  },
  { any: [{ round: 2 }, { answered: 'proef.cijfer' }] },
];
const drafts: Answers[] = [
  {},
  { online: true, waar: 'app', hulp: ['b'], cijfer: 4 },
  { online: false, waar: 'spel', hulp: ['a'], cijfer: 6 },
  { cijfer: 0 },
];

test('the tab sees of each condition what the server does, for whatever was filled in', () => {
  for (const condition of conditions)
    for (const answers of drafts)
      expect([condition, answers, holds(ruleOf(condition, step, situation), answers)]).toEqual([
        condition,
        answers,
        holdsTrue(condition, { ...situation, draft: { step: 'proef', answers } }),
      ]);
});

test('a question is asked when its condition holds; what it hides hides what follows from it', () => {
  const shown = (typed: Record<string, string>) => askedNow(form.questions, typed).shown.map((q) => q.id);
  const always = ['cijfer', 'hulp', 'plan'];
  expect(shown({})).toEqual(['online', ...always]);
  expect(shown({ online: 'ja' })).toEqual(['online', 'waar', ...always]);
  expect(shown({ online: 'ja', waar: 'app' })).toEqual(['online', 'waar', 'welke', ...always]);
  const hidden = askedNow(form.questions, { online: 'nee', waar: 'app', welke: 'Snap' });
  expect(hidden.shown.map((q) => q.id)).toEqual(['online', ...always]);
  expect(hidden.answers).toEqual({ online: false });
});

test('what is typed is sent as the answer that the question wants', () => {
  const of = (id: string, typed: string | string[]) =>
    answerOf(
      form.questions.find((q) => q.id === id)!,
      typed,
    );
  expect(of('online', 'nee')).toBe(false);
  expect(of('cijfer', '0')).toBe(0);
  expect(of('plan', 'Fenna zit vooraan.\n\n Mila kijkt. ')).toEqual(['Fenna zit vooraan.', 'Mila kijkt.']);
  expect(of('hulp', [])).toBeUndefined();
  expect(of('welke', '  ')).toBeUndefined();
});

test('an ending says when it can be chosen, a question with which ending it is needed', () => {
  expect(form.outcomes).toEqual([
    {
      id: 'goed',
      label: 'Goed',
      when: { answer: 'cijfer', atLeast: 6 },
      only: expect.stringMatching(/^Kan alleen als bij ‘Proef’/) as unknown,
    },
    { id: 'anders', label: 'Anders', when: true },
  ]);
  expect(form.questions.map((q) => q.label)).toEqual([
    'Online? (mag leeg)',
    'Waar? (mag leeg)',
    'Welke app? (mag leeg)',
    'Cijfer (mag leeg)',
    'Hulp? (mag leeg)',
    'Plan (nodig bij ‘Anders’)',
  ]);
});
