import { randomUUID } from 'node:crypto';
import { ApartList, YearFigures, YearTurn, YearView } from '../../src/api/contract/year.ts';
import { act } from '../../src/app/act.ts';
import { monthsOf } from '../../src/app/figures.ts';
import { submitReport } from '../../src/app/reports.ts';
import { completeStep } from '../../src/app/steps.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { demoFigures } from '../support/demoFigures.ts';
import { person, report } from '../support/world.ts';

const { docent, mentor, otherMentor, coordinator, directeur, leerlingencoordinator } = person;
const staff = Object.values(person);

let bot: Bot;
const start = async (at?: string) => {
  bot = await startBot({ start: at });
  await bot.settled();
};
afterEach(() => bot.stop());

const form = () => ({ day: '2026-10-05', nonce: randomUUID() });
const yearFor = async (id: string, query = '') =>
  YearView.parse((await bot.get(`/api/year${query}`, id)).body);
const figuresFor = async (id: string, query = '') =>
  YearFigures.parse((await bot.get(`/api/year/figures${query}`, id)).body);
const refusalOf = async (path: string, id: string) => (await bot.get(path, id)).status;

describe('K21: the cycle of the school year', () => {
  it('is by month for everybody on the staff: done by which function, late, open and to come, and no answers', async () => {
    const done = {
      case: 'jaar-2026',
      step: 'gouden-weken.1',
      outcome: 'gedaan',
      answers: { nodig: 'Rust in 2B, zegt Mila.' },
    };
    await start('2026-08-17T09:00');
    bot.clock.set('2026-10-05T09:00');
    await bot.settled();
    await completeStep(bot.service.world, await bot.who(coordinator), done, form());
    for (const id of staff) {
      const view = await yearFor(id);
      const steps = view.months.flatMap((month) => month.steps);
      const state = (title: string) => steps.find((step) => step.title === title);
      expect(state('Gouden weken')).toMatchObject({
        state: 'done',
        on: '2026-10-05',
        by: 'antipestcoördinator',
        due: { by: '2026-09-21' },
      });
      expect(state('Protocol zichtbaar in de school')).toMatchObject({
        state: 'late',
        due: { by: '2026-09-01' },
      });
      expect(state('Ouderavonden')).toMatchObject({ state: 'open', due: { by: '2026-11-02' } });
      expect(state('Studiemiddag over het protocol')).toMatchObject({
        state: 'later',
        opens: '2027-01-10',
        due: { by: '2027-03-15' },
      });
      expect(view.months.map(({ month }) => month)).toStrictEqual(
        view.months.map(({ month }) => month).toSorted(),
      );
      expect(JSON.stringify(view)).not.toMatch(/Rust in 2B|Mila|Ans/);
    }
  });

  it('leads to its case only whoever may see that', async () => {
    await start();
    const cases = await Promise.all(staff.map(async (id) => [id, (await yearFor(id)).case] as const));
    expect(Object.fromEntries(cases)).toMatchObject({ [coordinator]: 'jaar-2026', [docent]: undefined });
    for (const [id, found] of cases)
      expect(await refusalOf('/api/cases/jaar-2026', id)).toBe(found === undefined ? 404 : 200);
  });

  it.each(['?jaar=2025', '?jaar=x', '?jaar=9999'])(
    'a year that is not there (%s) is this one',
    async (query) => {
      await start();
      expect(await yearFor(docent, query)).toMatchObject({ year: 2026, years: [2026], planned: true });
    },
  );

  it('asks no step whose day was over when the school began, and keeps an earlier year as it ended', async () => {
    await start();
    const golden = (view: YearView) =>
      view.months.flatMap((month) => month.steps).find(({ title }) => title === 'Gouden weken')?.state;
    expect(golden(await yearFor(docent))).toBe('missed');
    await submitReport(bot.service.world, await bot.who(docent), report(), form());
    bot.clock.set('2027-09-06T09:00');
    await bot.settled();
    const view = await yearFor(docent, '?jaar=2026');
    expect(view).toMatchObject({ years: [2027, 2026], year: 2026, planned: true });
    expect(golden(view)).toBe('missed');
    expect(await yearFor(docent)).toMatchObject({ year: 2027, planned: true });
  });
});

it('A7: a report on a case of last school year counts in the year in which it came, and the case in its own', async () => {
  await start('2026-06-22T09:00');
  await submitReport(bot.service.world, await bot.who(docent), report({ happened: '2026-06-22' }), form());
  bot.clock.set('2026-09-08T09:00');
  await bot.settled();
  const again = report({ happened: '2026-09-07', story: 'Weer in de pauze.' });
  await submitReport(bot.service.world, await bot.who(mentor), again, { ...form(), day: '2026-09-08' });
  const [row] = await bot.cases();
  expect(row).toMatchObject({ number: '2025-0001', reports: 2 });
  const now = await figuresFor(coordinator);
  expect(now).toMatchObject({ year: 2026, reports: 1, cases: 0, groups: [] });
  expect(now.months.at(-1)).toStrictEqual({ month: '2026-09', reports: 1, cases: 0 });
  expect(await figuresFor(coordinator, '?jaar=2025')).toMatchObject({ reports: 1, cases: 1 });
  const kept = await bot.store.figures(bot.partition, 2026);
  expect(kept).toStrictEqual([{ later: true, months: ['2026-09'] }]);
});

describe('A7: the first figures', () => {
  beforeEach(() => start());

  it('show small counts only to the coordinator and the functions above, and no names to anybody', async () => {
    bot.store.figures = () => Promise.resolve(demoFigures());
    bot.clock.set('2027-02-15T09:00');
    for (const id of staff) {
      const figures = await figuresFor(id);
      const open = id === coordinator || id === directeur;
      expect(figures).toMatchObject({ year: 2026, open, reports: 47, cases: 40 });
      expect(figures.months).toHaveLength(7);
      const few = JSON.stringify(figures).includes('few');
      expect({ id, few }).toStrictEqual({ id, few: !open });
      expect(figures.places.find(({ label }) => label === 'wc')?.count).toBe(open ? 1 : 'few');
      expect(JSON.stringify(figures)).not.toMatch(/Fenna|p-fenna|Mila|"case"/);
    }
  });

  it('count what was reported, from the first report on', async () => {
    expect(await figuresFor(coordinator)).toMatchObject({ reports: 0, cases: 0, groups: [] });
    await submitReport(bot.service.world, await bot.who(docent), report({ behaviours: ['woorden'] }), form());
    expect(await figuresFor(coordinator)).toMatchObject({
      reports: 1,
      cases: 1,
      groups: [{ label: '2B', count: 1 }],
      behaviours: [{ label: 'Met woorden', count: 1 }],
    });
    expect(await figuresFor(mentor)).toMatchObject({ reports: 'few', cases: 'few' });
  });

  it('go over the months of a school year, of the running one up to now', () => {
    expect(monthsOf(2026, '2026-10-05', true)).toStrictEqual(['2026-08', '2026-09', '2026-10']);
    expect(monthsOf(2025, '2026-10-05', false)).toHaveLength(12);
    expect(monthsOf(2025, '2026-10-05', false).at(-1)).toBe('2026-07');
  });
});

describe('P21: the turn of the year', () => {
  const others = [docent, mentor, otherMentor, leerlingencoordinator, directeur];
  const turnFor = async () => YearTurn.parse((await bot.get('/api/year/turn', coordinator)).body).cases;
  let caseId: string;
  beforeEach(async () => {
    await start();
    await submitReport(bot.service.world, await bot.who(docent), report(), form());
    caseId = (await bot.cases())[0]!.case;
  });
  async function moveUp() {
    const saved = await bot.store.school(bot.partition);
    const pupils = saved.pupils.map((p) => (p.id === 'p-fenna' ? { ...p, group: '3A' } : p));
    await bot.store.saveSchool({ ...saved, pupils });
  }

  it('lists what would pass on, without a pupil’s name, and starts it once for a form', async () => {
    expect(await turnFor()).toStrictEqual([]);
    await moveUp();
    const listed = await turnFor();
    expect(listed).toStrictEqual([
      { id: caseId, number: '2026-0001', group: '3A', was: '2B', from: 'Mila Mentor', to: 'Omar Mentor' },
    ]);
    const key = `2026-10-05.${randomUUID()}`;
    const first = await bot.post('/api/year/turn', {}, coordinator, { key });
    expect(first).toMatchObject({ status: 200, body: { asked: 1 } });
    const { events } = (await bot.store.load(bot.partition, caseId))!;
    expect(await bot.post('/api/year/turn', {}, coordinator, { key })).toStrictEqual(first);
    expect((await bot.store.load(bot.partition, caseId))!.events).toHaveLength(events.length);
    expect(events.filter(({ type }) => type === 'HandoverProposed')).toHaveLength(1);
    expect(await turnFor()).toStrictEqual([]);
  });

  it('is for nobody but the coordinator', async () => {
    await moveUp();
    for (const id of others) {
      expect(await refusalOf('/api/year/turn', id)).toBe(403);
      expect(await refusalOf('/api/year/apart', id)).toBe(403);
      expect((await bot.post('/api/year/turn', {}, id)).status).toBe(403);
    }
    expect((await bot.post('/api/year/turn', { year: 2027 }, coordinator)).status).toBe(400);
    expect(await turnFor()).toHaveLength(1);
  });

  it('lists who had better not be placed together, and notes that the coordinator looked', async () => {
    const advice = {
      type: 'adviseApart' as const,
      who: { pupil: 'p-bram' },
      because: 'Het gaat nog niet goed.',
    };
    await act(bot.service.world, await bot.who(mentor), caseId, advice, form());
    const advised = async () => ApartList.parse((await bot.get('/api/year/apart', coordinator)).body).advice;
    const listed = [
      {
        case: caseId,
        number: '2026-0001',
        who: 'Fenna Fictief',
        not: 'Bram Bedacht',
        because: 'Het gaat nog niet goed.',
      },
    ];
    expect(await advised()).toStrictEqual(listed);
    expect((await bot.store.readsOf(bot.partition, caseId)).map((read) => read.person)).toContain(
      coordinator,
    );
    const done = {
      ...{ case: caseId, step: 'beoordelen.1', outcome: 'geen-pesten' },
      answers: { omdat: 'Nee.' },
    };
    await completeStep(bot.service.world, await bot.who(mentor), done, form());
    const closed = await bot.store.closedList(bot.partition, 2026);
    expect(closed).toMatchObject([{ case: caseId, apart: true }]);
    expect(await advised()).toStrictEqual(listed);
    // A row of before it was kept there: nobody knows, so it is looked at.
    bot.store.closedList = () => Promise.resolve([{ ...closed[0]!, apart: undefined }]);
    expect(await advised()).toContainEqual(listed[0]);
  });
});
