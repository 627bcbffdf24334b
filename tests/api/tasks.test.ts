import { TaskList } from '../../src/api/contract/tasks.ts';
import { act } from '../../src/app/act.ts';
import { listConfidential, readConfidential, sendConfidential } from '../../src/app/confidential.ts';
import { submitReport } from '../../src/app/reports.ts';
import { completeStep } from '../../src/app/steps.ts';
import type { School } from '../../src/domain/school.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { person, report, school as usual } from '../support/world.ts';

const [vera, omar] = ['vera-id', 'omar-id'] as const;
const school: School = {
  ...usual,
  persons: [
    ...usual.persons,
    { id: vera, name: 'Vera Vertrouwen', posts: [{ function: 'vertrouwenspersoon' }] },
    { id: omar, name: 'Omar Oor', posts: [{ function: 'vertrouwenspersoon' }] },
  ],
};

let bot: Bot;
let caseId: string;
let day = 0;
const form = () => ({ day: '2026-10-05', nonce: `n-${day++}` });
const list = async (id: string) => TaskList.parse((await bot.get('/api/tasks', id)).body);
/** What can be done now, as in the chat. */
const tasks = async (id: string) => (await list(id)).now.flatMap((head) => head.tasks);
const none = { count: 0, now: [], later: [], notes: [], lvs: 'Somtoday' };

beforeAll(async () => {
  bot = await startBot({ school });
  await submitReport(bot.service.world, await bot.who(person.docent), report(), form());
  caseId = (await bot.cases())[0]!.case;
});
afterAll(() => bot.stop());

test('A3: what waits for somebody is listed with its step, by when and why, and no pupil’s name', async () => {
  const all = await tasks(person.mentor);
  expect(all[0]).toStrictEqual({
    what: 'step',
    case: caseId,
    number: '2026-0001',
    group: '2B',
    ofYear: false,
    title: 'Vandaag veilig',
    step: 'veilig.1',
    apart: false,
    due: {
      by: '2026-10-05',
      why: 'dezelfde schooldag als de melding (maandag 5 oktober); afspraak van onze school',
    },
    waits: false,
  });
  const { count, now, later } = await list(person.mentor);
  expect(now.map(({ title, tasks: under }) => [title, under.length])).toStrictEqual([
    ['Vandaag', 1],
    ['Daarna', 2],
  ]);
  expect({ count, later }).toStrictEqual({ count: 3, later: [] });
  expect(JSON.stringify(all)).not.toContain('Fenna');
});

test.each([person.docent, person.otherMentor, person.directeur])(
  'A4: %s, of whom nothing is asked, sees nothing',
  async (id) => expect(await list(id)).toStrictEqual(none),
);

test('K17: a note for the pupil tracking system stands apart and is not counted; the question to take a case over is', async () => {
  const mentor = await bot.who(person.mentor);
  const done = { case: caseId, step: 'veilig.1', outcome: 'gedaan', answers: { vandaag: 'Toezicht.' } };
  await completeStep(bot.service.world, mentor, done, form());
  const { count, notes, lvs } = await list(person.mentor);
  expect({ count, lvs }).toStrictEqual({ count: 2, lvs: 'Somtoday' });
  expect(notes).toStrictEqual([{ case: caseId, number: '2026-0001', group: '2B', ofYear: false, steps: 1 }]);
  const to = person.leerlingencoordinator;
  await act(bot.service.world, mentor, caseId, { type: 'handOver', to }, form());
  const asked = await list(person.leerlingencoordinator);
  expect(asked).toMatchObject({
    count: 1,
    now: [{ title: 'Vandaag', tasks: [{ what: 'handover', title: 'Wil je deze zaak overnemen?' }] }],
  });
});

test('P3: who confidential messages are with sees how many wait, nothing of what they say; nobody else sees that', async () => {
  const others = [person.coordinator, person.mentor, omar];
  const before = await Promise.all(others.map(list));
  const { world } = bot.service;
  const letter = {
    aboutName: 'Fenna Fictief',
    story: 'Zag iets geheims.',
    safe: 'ja',
    approach: 'ja',
  } as const;
  for (let i = 0; i < 2; i++)
    await sendConfidential(world, await bot.who(person.docent), { to: vera, letter }, form());
  const [first] = (await listConfidential(
    world,
    await bot.who(vera),
    await bot.store.school(bot.partition),
  ))!;
  await readConfidential(world, await bot.who(vera), first!.id);
  const mine = await bot.get('/api/tasks', vera);
  expect(mine.body).toStrictEqual({ ...none, count: 2, confidential: { unread: 1, open: 2 } });
  expect((await bot.get('/api/cases', vera)).body).toMatchObject({ cases: [] });
  expect(await Promise.all(others.map(list))).toStrictEqual(before);
  expect(await list(person.docent)).toStrictEqual(none);
});

test('what is late stands on top', async () => {
  bot.clock.set('2026-10-08T09:00');
  expect((await list(person.mentor)).now[0]).toMatchObject({
    title: 'Te laat. Lukt het?',
    late: true,
    tasks: [{ title: 'Melding bekijken' }, {}],
  });
});

test('K21: the coordinator’s tasks of the school year say that they are of no case', async () => {
  bot.clock.set('2027-05-10T09:00');
  await bot.settled();
  const mine = (await tasks(person.coordinator)).filter((task) => task.ofYear);
  expect(mine.length).toBeGreaterThan(0);
  expect(mine.every(({ number, group }) => number === '2026-2027' && group === undefined)).toBe(true);
});
