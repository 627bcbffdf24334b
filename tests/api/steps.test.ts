import { randomUUID } from 'node:crypto';
import { StepDone, StepForm } from '../../src/api/contract/step.ts';
import { CaseView } from '../../src/api/contract/case.ts';
import { paths } from '../../src/api/contract/paths.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { opened, reported } from '../support/reported.ts';
import { person } from '../support/world.ts';

let bot: Bot;
let id: string;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());
beforeEach(async () => {
  // A case of its own for each test: the next report about the same pupil would join the first.
  id = await reported(bot, pupils.pop());
});
const pupils = ['p-ties', 'p-fenna', 'p-bram', 'p-noor', 'p-zoe'];

const formOf = (step: string, who: string) =>
  bot.get(`${paths.steps(id)}?${new URLSearchParams({ stap: step })}`, who);
const view = async (who: string = person.mentor) => CaseView.parse((await bot.get(paths.case(id), who)).body);
const none = { answers: {}, contacts: [], opened };
const talk = { step: 'gesprek.1', outcome: 'gedaan', ...none };
let key = 0;
const freshKey = () => `2026-10-05.00000000-0000-4000-8000-${String(++key).padStart(12, '0')}`;

test('a step’s form is made from the protocol: questions, choices, what stands there before, and the endings', async () => {
  const form = StepForm.parse((await formOf('gesprek.1', person.mentor)).body);
  expect(form).toMatchObject({ step: 'gesprek.1', title: 'Gesprek met de gepeste' });
  expect(form.questions.map((q) => [q.id, q.type])).toContainEqual(['steungroep', 'pupils']);
  expect(form.questions.find((q) => q.id === 'datum')).toMatchObject({ past: {} });
  const group = form.questions.find((q) => q.id === 'steungroep')!;
  expect(group.max).toBe(8);
  expect(group.choices.map((c) => c.label)).toContain('Fenna Fictief (2B)');
  expect(group.choices.map((c) => c.label)).not.toContain('Zoë Zomaar (2B)');
  expect(form.outcomes).toEqual([{ id: 'gedaan', label: 'Gesprek gevoerd', when: true }]);

  const first = StepForm.parse((await formOf('beoordelen.1', person.mentor)).body);
  expect(first.stories).toMatchObject([{ text: 'Haar tas werd afgepakt.' }]);
  expect(first.questions.find((q) => q.id === 'omdat')).toMatchObject({
    label: 'Waarom? (nodig bij ‘Nu geen pesten’)',
  });
});

test('a step done from the tab leads where the same step in the chat does, once for each form', async () => {
  const form = freshKey();
  const answers = { datum: '2026-10-05', veilig: 4, wil: 'Rust', steungroep: ['p-bram'], online: false };
  const first = await bot.post(paths.steps(id), { ...talk, answers }, person.mentor, { key: form });
  expect(first.status).toBe(200);
  const done = StepDone.parse(first.body);
  expect(done).toMatchObject({ title: 'Gesprek met de gepeste', outcome: 'Gesprek gevoerd', closed: false });
  expect(done.next.map((n) => n.title)).toContain('Bijeenkomst met de steungroep');

  const again = await bot.post(paths.steps(id), { ...talk, answers }, person.mentor, { key: form });
  expect(again.body).toStrictEqual(first.body);
  const now = await view();
  expect(now.chronology.filter((e) => e.text.endsWith('Gesprek gevoerd'))).toHaveLength(1);
  expect(now.voice).toMatchObject([{ on: '2026-10-05', score: 4, said: [{ value: 'Rust' }] }]);
  expect(now.participants).toContainEqual({
    who: { pupil: 'p-bram' },
    name: 'Bram Bedacht',
    group: '2B',
    roles: [{ id: 'steungroep', label: 'lid van de steungroep' }],
  });
});

test('of two who do a step at once the second is told what the first made of it', async () => {
  await bot.post(paths.steps(id), talk, person.mentor);
  const second = await bot.post(paths.steps(id), talk, person.coordinator);
  expect(second).toMatchObject({
    status: 409,
    body: {
      code: 'already-done',
      message:
        'Mila Mentor heeft deze stap afgerond op maandag 5 oktober: Gesprek gevoerd. Wat je invulde, is niet bewaard. Het staat hier nog.',
    },
  });
  const form = StepForm.parse((await formOf('gesprek.1', person.coordinator)).body);
  expect(form).toMatchObject({ became: expect.stringContaining('Mila Mentor'), questions: [], outcomes: [] });
});

test('what is refused names its question, and changes nothing', async () => {
  const before = await view();
  const sent: [object, object][] = [
    [{ answers: { vervolg: '2026-10-06' } }, { field: 'vervolg', status: 400 }],
    [{ answers: { veilig: 11 } }, { field: 'veilig', status: 400 }],
    [{ answers: { steungroep: ['nobody'] } }, { field: 'steungroep', status: 400 }],
    [{ answers: { wil: 'x'.repeat(2001) } }, { field: 'wil', status: 400 }],
    [{ outcome: 'anders' }, { field: 'outcome', status: 400 }],
    [{ step: 'nergens.1' }, { status: 404 }],
    [{ extra: 1 }, { code: 'invalid', status: 400 }],
    [
      { contacts: [{ of: 'p-fenna', how: 'phone', reached: false, because: ' ' }] },
      { field: 'parents.p-fenna', status: 400 },
    ],
  ];
  for (const [change, told] of sent) {
    const { status, body } = await bot.post(paths.steps(id), { ...talk, ...change }, person.mentor);
    expect({ status, ...(body as object) }).toMatchObject(told);
  }
  expect(await view()).toStrictEqual(before);

  // A step is for whom the protocol names; a case that may not be seen is not there.
  const post = (who: string) => bot.post(paths.steps(id), talk, who);
  expect((await post(person.otherMentor)).status).toBe(404);
  expect((await post(person.docent)).status).toBe(404);
  expect((await formOf('gesprek.1', person.otherMentor)).status).toBe(404);
  expect((await formOf('nergens.1', person.mentor)).status).toBe(404);
  expect((await bot.get(`${paths.steps('niets')}?stap=gesprek.1`, person.coordinator)).status).toBe(404);
});

test('P11: an attempt to reach parents is kept though the step is refused, once for each time that the form was opened', async () => {
  const contacts = [{ of: 'p-ties', how: 'phone', reached: false }];
  const refused = { ...talk, answers: { vervolg: '2026-10-06' }, contacts };
  const attempts = async () =>
    (await view(person.coordinator)).chronology.filter((e) =>
      e.text.startsWith('Ouders van Ties Toneel: niet bereikt'),
    );
  for (const again of [refused, refused, { ...refused, answers: { veilig: 11 } }])
    expect((await bot.post(paths.steps(id), again, person.coordinator)).status).toBe(400);
  expect(await attempts()).toHaveLength(1);
  await bot.post(paths.steps(id), { ...refused, opened: randomUUID() }, person.coordinator);
  expect(await attempts()).toHaveLength(2);
});
