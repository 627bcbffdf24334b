import { TaskList } from '../../src/api/contract/tasks.ts';
import { act } from '../../src/app/act.ts';
import { completeStep } from '../../src/app/steps.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { person, report } from '../support/world.ts';
import { submitReport } from '../../src/app/reports.ts';

let bot: Bot;
let caseId: string;
let day = 0;
const form = () => ({ day: '2026-10-05', nonce: `n-${day++}` });
const who = async (id: string) => (await bot.store.findPerson('tenant', id))!;
const tasks = async (id: string) => TaskList.parse((await bot.get('/api/tasks', id)).body).tasks;

beforeAll(async () => {
  bot = await startBot();
  await submitReport(bot.service.world, await who(person.docent), report(), form());
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
    when: 'today',
  });
  expect(all.slice(1).map(({ when }) => when)).toStrictEqual(['week', 'week']);
  expect(JSON.stringify(all)).not.toContain('Fenna');
});

test.each([person.docent, person.otherMentor, person.directeur])(
  'A4: %s, of whom nothing is asked, sees nothing',
  async (id) => expect(await tasks(id)).toStrictEqual([]),
);

test('K17: a registration, and the question to take a case over, are tasks as well', async () => {
  const mentor = await who(person.mentor);
  const done = { case: caseId, step: 'veilig.1', outcome: 'gedaan', answers: { vandaag: 'Toezicht.' } };
  await completeStep(bot.service.world, mentor, done, form());
  expect(await tasks(person.mentor)).toContainEqual(
    expect.objectContaining({ what: 'register', title: 'Zet iets in Somtoday', step: 'veilig.1' }),
  );
  const to = person.leerlingencoordinator;
  await act(bot.service.world, mentor, caseId, { type: 'handOver', to }, form());
  expect(await tasks(person.leerlingencoordinator)).toContainEqual(
    expect.objectContaining({ what: 'handover', title: 'Wil je deze zaak overnemen?', when: 'today' }),
  );
});

test('what is late stands on top', async () => {
  bot.clock.set('2026-10-08T09:00');
  expect((await tasks(person.mentor))[0]).toMatchObject({ when: 'late', title: 'Melding bekijken' });
});

test('K21: the coordinator’s tasks of the school year say that they are of no case', async () => {
  bot.clock.set('2027-05-10T09:00');
  await bot.settled();
  const mine = (await tasks(person.coordinator)).filter((task) => task.ofYear);
  expect(mine.length).toBeGreaterThan(0);
  expect(mine.every(({ number, group }) => number === '2026-2027' && group === undefined)).toBe(true);
});
