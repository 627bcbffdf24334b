import { randomUUID } from 'node:crypto';
import { Health, LogPage } from '../../src/api/contract/log.ts';
import { act } from '../../src/app/act.ts';
import { ADMINISTRATOR } from '../../src/domain/access.ts';
import { limits } from '../../src/domain/limits.ts';
import type { Work } from '../../src/domain/messages.ts';
import type { Bot } from '../support/bot.ts';
import { chatOf, openForm, startBot } from '../support/bot.ts';
import { button, textIn } from '../support/connector.ts';
import { person, school } from '../support/world.ts';

const admin = { id: 'beheer', name: 'Bea Beheer', posts: [{ function: ADMINISTRATOR }] };
const { coordinator, mentor, docent } = person;
let bot: Bot;
let caseId: string;
beforeEach(async () => {
  bot = await startBot({ school: { ...school, persons: [...school.persons, admin] } });
  const told = { about: 'p-fenna', story: 'x', source: 'zelf', happened: '2026-10-05', safe: 'ja' };
  await bot.press({ ...button(await openForm(bot, docent), 'Melding versturen'), ...told }, { as: docent });
  caseId = (await bot.cases())[0]!.case;
});
afterEach(() => bot.stop());

const log = async (query = '', as: string = coordinator) =>
  LogPage.parse((await bot.get(`/api/log?${query}`, as)).body);
const lines = async (query = '', as: string = coordinator) =>
  (await log(query, as)).lines.map(({ who, kind, what, case: about }) => [who, kind, what, about?.number]);
const health = async (as: string = coordinator) => Health.parse((await bot.get('/api/health', as)).body);

describe('the log', () => {
  const note = async () => {
    const { persons } = await bot.store.school(bot.partition);
    const who = { partition: bot.partition, person: persons.find((p) => p.id === mentor)! };
    const form = { day: '2026-10-05', nonce: randomUUID() };
    await act(bot.service.world, who, caseId, { type: 'note', text: 'Fenna huilde.' }, form);
  };
  const seen = ['Ans Antipest', 'gezien', 'Bekeek de zaak.', '2026-0001'];
  const noted = ['Mila Mentor', 'veranderd', 'Voegde een notitie toe.', '2026-0001'];
  const reported = ['Dirk Docent', 'veranderd', 'Meldde; de zaak is geopend.', '2026-0001'];
  const set = ['Ans Antipest', 'ingesteld', 'De dagopening begint om 08.30.', undefined];
  beforeEach(async () => {
    bot.clock.set('2026-10-05T09:00');
    await note();
    bot.clock.set('2026-10-05T10:00');
    await bot.get(`/api/cases/${caseId}`, coordinator);
    bot.clock.set('2026-10-06T10:00');
    const { briefing } = (await bot.get('/api/school', coordinator)).body as {
      briefing: { version: string };
    };
    await bot.post('/api/school', { kind: 'briefing-at', at: '08:30' }, coordinator, {
      etag: briefing.version,
    });
  });

  test('tells who saw or changed what, newest first, without a pupil’s name or what was written', async () => {
    expect(await lines()).toStrictEqual([set, seen, noted, reported]);
    expect(JSON.stringify(await log())).not.toMatch(/Fenna|huilde/);
  });

  test('is asked by person, number, kind and period', async () => {
    expect(await lines(`wie=${mentor}`)).toStrictEqual([noted]);
    expect(await lines('zaak=1')).toStrictEqual([seen, noted, reported]);
    expect(await lines('soort=gezien')).toStrictEqual([seen]);
    expect(await lines('soort=veranderd')).toStrictEqual([noted, reported]);
    expect(await lines('soort=ingesteld')).toStrictEqual([set]);
    expect(await lines('van=2026-10-06&tot=2026-10-06')).toStrictEqual([set]);
    expect(await log('zaak=1')).toMatchObject({ from: '2025-09-01', to: '2026-10-06' });
    expect(await lines('tot=2026-10-05')).toStrictEqual([seen, noted, reported]);
    expect(await log('van=geen-dag&tot=2026-13-45&blad=-3')).toMatchObject({
      to: '2026-10-06',
      page: 1,
      total: 4,
    });
    expect((await bot.get('/api/log?zaak=9999', coordinator)).status).toBe(404);
    expect((await bot.get('/api/log?zaak=abc', coordinator)).status).toBe(400);
  });

  test('reads no case that began after the period, however many there are, and no year before the first there can be', async () => {
    const row = (await bot.store.openList(bot.partition)).find((found) => found.case === caseId)!;
    const after = { ...row, openedAt: '2026-10-06T06:00:00.000Z' };
    const many = Array.from({ length: limits.logCases }, (_, i) => ({ ...after, case: `later-${i}` }));
    bot.store.openList = () => Promise.resolve([row, ...many]);
    expect(await log('tot=2026-10-05')).toMatchObject({ total: 3, cut: false });
    const closed = jest.spyOn(bot.store, 'closedList');
    expect(await log('tot=0100-01-01')).toMatchObject({ total: 0 });
    expect(closed.mock.calls.length).toBeLessThanOrEqual(limits.yearsBack + 1);
  });

  test('an administrator sees what was set up and nothing of cases; others see nothing (A4)', async () => {
    expect(await lines('', admin.id)).toStrictEqual([set]);
    expect(await lines('soort=gezien', admin.id)).toStrictEqual([]);
    expect(await lines('zaak=1', admin.id)).toStrictEqual([]);
    for (const who of [mentor, docent, person.directeur])
      expect([
        (await bot.get('/api/log', who)).status,
        (await bot.get('/api/health', who)).status,
      ]).toStrictEqual([403, 403]);
  });

  test('P13: a coordinator who is family of the pupil sees nothing of that case', async () => {
    const now = await bot.store.school(bot.partition);
    const persons = now.persons.map((p) => (p.id === coordinator ? { ...p, family: ['p-fenna'] } : p));
    await bot.store.saveSchool({ ...now, persons });
    expect(await lines()).toStrictEqual([set]);
    expect((await bot.get('/api/log?zaak=1', coordinator)).status).toBe(404);
  });
});

describe('what did not arrive', () => {
  /** A message, or other work, that gave up. */
  async function dead(other?: Work) {
    const runAt = '2026-10-05T06:20:00.000Z';
    const message = { to: { person: mentor }, case: caseId, say: 'invited' } as const;
    const work = other ?? { kind: 'message' as const, message };
    await bot.settled();
    await bot.store.commit(bot.partition, { jobs: [{ id: 'dood', lane: 'dood', seq: '1', runAt, work }] });
    const job = (await bot.store.jobs(bot.partition, runAt)).find((j) => j.id === 'dood')!;
    await bot.store.commit(bot.partition, { bury: { job, reason: 'Teams weigert.', at: runAt } });
    bot.connector.sent.length = 0;
  }
  const again = (key?: string, as: string = coordinator) =>
    bot.post('/api/health/again', { id: 'dood' }, as, { key });
  const arrived = async () => {
    await bot.settled();
    return bot.connector.to(chatOf(mentor)).map((sent) => textIn(sent.body));
  };

  test('is sent again once, however often it is pressed', async () => {
    await bot.say('hallo', { as: mentor });
    await dead();
    expect((await health()).undelivered).toStrictEqual([
      {
        id: 'dood',
        at: '2026-10-05T06:20:00.000Z',
        number: '2026-0001',
        to: 'Mila Mentor',
        reason: 'Teams weigert.',
      },
    ]);
    const key = `2026-10-05.${randomUUID()}`;
    expect(await Promise.all([again(key), again(key)])).toStrictEqual([
      { status: 200, body: {} },
      { status: 200, body: {} },
    ]);
    expect(await again()).toMatchObject({ status: 409, body: { code: 'already-done' } });
    expect(await arrived()).toHaveLength(1);
    expect((await health()).undelivered).toStrictEqual([]);
    expect(await bot.store.deadJobs(bot.partition)).toStrictEqual([]);
    expect((await bot.store.logOf(bot.partition)).map((e) => e.what)).toStrictEqual([
      'Een bericht is opnieuw verstuurd.',
    ]);
  });

  const queue = () => bot.store.jobs(bot.partition, '9999-12-31T00:00:00.000Z');
  const wakes = async () =>
    (await queue()).filter(({ work }) => work.kind === 'wake' && work.case === caseId);

  test('a look at a case that failed is no message to anybody, and is not said to be one', async () => {
    await dead({ kind: 'wake', case: caseId, version: 1 });
    expect((await health()).undelivered).toStrictEqual([
      {
        id: 'dood',
        at: '2026-10-05T06:20:00.000Z',
        number: '2026-0001',
        reason: 'Meldpunt kon niet kijken of hier een herinnering nodig is. Kijk zelf wat er open staat.',
      },
    ]);
  });

  test('a look at an older version of a case becomes one at the case as it is now', async () => {
    await bot.say('hallo', { as: mentor });
    await dead({ kind: 'wake', case: caseId, version: 1 });
    for (const job of await wakes()) await bot.store.commit(bot.partition, { done: job });
    const { events } = (await bot.store.load(bot.partition, caseId))!;
    expect(events.length).toBeGreaterThan(1);
    expect((await again()).status).toBe(200);
    await bot.settled();
    expect((await wakes()).map(({ work }) => work)).toStrictEqual([
      { kind: 'wake', case: caseId, version: events.length },
    ]);
    expect(await bot.store.deadJobs(bot.partition)).toStrictEqual([]);
  });

  test('a look at a case that is woken already leaves it one wake', async () => {
    await dead({ kind: 'wake', case: caseId, version: 1 });
    const before = await wakes();
    expect(before).toHaveLength(1);
    expect((await again()).status).toBe(200);
    await bot.settled();
    expect((await wakes()).map(({ work }) => work)).toStrictEqual(before.map(({ work }) => work));
    expect(await bot.store.deadJobs(bot.partition)).toStrictEqual([]);
  });

  test('two who press it at once send it once', async () => {
    await bot.say('hallo', { as: mentor });
    await dead();
    const both = await Promise.all([again(), again()]);
    expect(both.map((a) => a.status).sort()).toStrictEqual([200, 409]);
    expect(await arrived()).toHaveLength(1);
  });

  test('is for the coordinator alone', async () => {
    await dead();
    expect((await health(admin.id)).undelivered).toStrictEqual([]);
    expect((await again(undefined, admin.id)).status).toBe(403);
    expect((await again(undefined, mentor)).status).toBe(403);
    expect(await bot.store.deadJobs(bot.partition)).toHaveLength(1);
  });
});

describe('the watchdog', () => {
  const problems = async (as?: string) =>
    (await health(as)).watch?.wrong.map(({ number, problems: all }) => [number, ...all]);
  const nextDay = async (at = '2026-10-06T08:05') => {
    bot.clock.set(at);
    await bot.settled();
    await bot.settled();
  };
  const told = () =>
    bot.connector
      .to(chatOf(coordinator))
      .filter((sent) => textIn(sent.body).includes('heeft aandacht nodig'));

  test('looks once on every school day, after the morning round', async () => {
    for (const as of [mentor, coordinator]) await bot.say('hallo', { as });
    await nextDay('2026-10-06T07:50');
    const before = await bot.store.watch(bot.partition);
    expect(before?.date).not.toBe('2026-10-06');
    await nextDay();
    await nextDay('2026-10-06T12:00');
    expect(await bot.store.watch(bot.partition)).toStrictEqual({
      date: '2026-10-06',
      at: '2026-10-06T06:05:00.000Z',
      cases: 1,
      wrong: [],
    });
    expect(told()).toStrictEqual([]);
    await nextDay('2026-10-10T12:00');
    expect((await bot.store.watch(bot.partition))!.date).toBe('2026-10-06');
  });

  test('finds who can’t be reached, and tells the coordinator, without a name', async () => {
    await bot.say('hallo', { as: coordinator });
    await nextDay();
    expect(await problems()).toStrictEqual([
      ['2026-0001', 'Wie aan zet is, heeft Meldpunt nog niet geopend in Teams en krijgt dus geen berichten.'],
    ]);
    expect(told()).toHaveLength(1);
    expect(JSON.stringify(told())).not.toMatch(/Mila|Fenna/);
    expect((await health(admin.id)).watch).toMatchObject({ cases: 0, wrong: [] });
  });

  test('P13: counts no case for a coordinator to whom it is closed', async () => {
    await bot.say('hallo', { as: coordinator });
    await nextDay();
    expect((await health()).watch).toMatchObject({ cases: 1 });
    const now = await bot.store.school(bot.partition);
    const persons = now.persons.map((p) => (p.id === coordinator ? { ...p, family: ['p-fenna'] } : p));
    await bot.store.saveSchool({ ...now, persons });
    expect((await health()).watch).toMatchObject({ cases: 0, wrong: [] });
    // Nor does the next look tell them of it.
    expect(told()).toHaveLength(1);
    await nextDay('2026-10-07T08:05');
    expect(told()).toHaveLength(1);
  });

  test('a coordinator whom Teams refuses is tried once: Meldpunt does not lag behind for it', async () => {
    await bot.say('hallo', { as: coordinator });
    await bot.settled();
    bot.connector.fail = (_method, path) =>
      path.includes(chatOf(coordinator)) ? { status: 403 } : undefined;
    await nextDay();
    const waiting = await bot.store.jobs(bot.partition, '2026-10-06T12:00:00.000Z');
    expect(waiting.filter(({ work }) => work.kind === 'watchdog-found')).toStrictEqual([]);
    bot.clock.set('2026-10-06T10:00');
    const { late, undelivered } = await health();
    expect(late).toBeUndefined();
    expect(undelivered).toContainEqual(
      expect.objectContaining({ to: 'Ans Antipest', reason: 'Teams weigert het bericht (403).' }),
    );
  });

  test('P15: away counts as out of reach, unless somebody stands in', async () => {
    for (const as of [mentor, coordinator]) await bot.say('hallo', { as });
    const away = async (substitute?: string) => {
      const now = await bot.store.school(bot.partition);
      const persons = now.persons.map((p) =>
        p.id === mentor ? { ...p, away: { until: '2026-10-09', substitute } } : p,
      );
      await bot.store.saveSchool({ ...now, persons });
    };
    await away();
    await nextDay();
    expect(await problems()).toStrictEqual([
      ['2026-0001', 'Wie aan zet is, is afwezig en niemand neemt waar.'],
    ]);
    await away(person.otherMentor);
    await nextDay('2026-10-07T08:05');
    expect(await problems()).toStrictEqual([]);
  });

  const END = '9999-12-31T00:00:00.000Z';
  const wakesOf = async () =>
    (await bot.store.jobs(bot.partition, END)).filter(
      ({ work }) => work.kind === 'wake' && work.case === caseId,
    );

  test('plans again what nothing in the queue would look at, and says so once', async () => {
    for (const as of [mentor, coordinator]) await bot.say('hallo', { as });
    await nextDay('2026-10-06T07:50');
    for (const job of await wakesOf()) await bot.store.commit(bot.partition, { done: job });
    await nextDay();
    expect(await problems()).toStrictEqual([
      ['2026-0001', 'Meldpunt zou niet meer vanzelf naar deze zaak kijken. Dat is meteen hersteld.'],
    ]);
    expect(told()).toHaveLength(1);
    expect(await wakesOf()).toHaveLength(1);
    await nextDay('2026-10-07T08:05');
    expect(await problems()).toStrictEqual([]);
    expect(told()).toHaveLength(1);
  });

  test('a case that can’t be read hides no other one', async () => {
    await bot.say('hallo', { as: coordinator });
    const told = { about: 'p-bram', story: 'x', source: 'zelf', happened: '2026-10-05', safe: 'ja' };
    await bot.press({ ...button(await openForm(bot, docent), 'Melding versturen'), ...told }, { as: docent });
    const load = bot.store.load.bind(bot.store);
    bot.store.load = (partition, id) =>
      id === caseId ? Promise.reject(new Error('onbekende gebeurtenis')) : load(partition, id);
    await nextDay();
    expect((await problems())!.map(([number, first]) => [number, first?.slice(0, 34)])).toStrictEqual([
      ['2026-0001', 'Meldpunt kan deze zaak niet lezen.'],
      ['2026-0002', 'Wie aan zet is, heeft Meldpunt nog'],
    ]);
  });

  test('what should have run long ago is told: on the page at once, in the chat when it was tried in vain', async () => {
    for (const as of [mentor, coordinator]) await bot.say('hallo', { as });
    await nextDay('2026-10-06T07:50');
    const message = { to: { person: mentor }, case: caseId, say: 'relieved' } as const;
    const since = '2026-10-06T04:00:00.000Z';
    const job = {
      id: 'oud',
      lane: 'oud',
      seq: '1',
      runAt: since,
      work: { kind: 'message' as const, message },
    };
    await bot.store.commit(bot.partition, { jobs: [job] });
    expect(await health(admin.id)).toMatchObject({ late: { count: 1, since }, undelivered: [] });
    const [waiting] = await bot.store.jobs(bot.partition, since);
    const tried = await bot.store.claim(bot.partition, waiting!, '2026-10-06T05:00:00.000Z');
    await bot.store.claim(bot.partition, tried!, '2026-10-06T06:10:00.000Z');
    await nextDay();
    expect((await health()).late).toStrictEqual({ count: 1, since });
    expect(bot.connector.to(chatOf(coordinator)).map((sent) => textIn(sent.body))).toContainEqual(
      expect.stringMatching(/Meldpunt loopt achter[^]*1 bericht of herinnering/),
    );
    bot.clock.set('2026-10-07T08:50');
    expect((await health()).watch).toMatchObject({ missed: true });
    await bot.settled();
    await bot.settled();
    const { watch, late } = await health();
    expect([watch?.missed, late]).toStrictEqual([false, undefined]);
  });
});
