import { randomUUID } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import restify from 'restify';
import type { CaseLine } from '../../src/api/contract/cases.ts';
import { CaseList, ClosedList } from '../../src/api/contract/cases.ts';
import { listed, readFilter } from '../../src/api/contract/filter.ts';
import { addApi } from '../../src/api/routes.ts';
import type { ClosedRow, ListRow } from '../../src/app/ports/rows.ts';
import { submitReport } from '../../src/app/reports.ts';
import { completeStep } from '../../src/app/steps.ts';
import { developmentIdentity } from '../../src/dev/identity.ts';
import { keys } from '../../src/storage/keys.ts';
import { readProtocols } from '../../src/storage/protocolFiles.ts';
import { columns } from '../../src/storage/rows.ts';
import { tableStore } from '../../src/storage/store.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { testTable } from '../support/azurite.ts';
import { counting } from '../support/counting.ts';
import { person, report, school } from '../support/world.ts';

const NOW = '2026-10-05T07:00:00.000Z';
const access = { functions: [], helped: [], reporters: [], pupils: [], barred: [] };
const line = (change: Partial<CaseLine>): CaseLine => ({
  id: 'x',
  number: '2026-0001',
  lead: { function: 'mentor' },
  late: false,
  asks: 'later',
  mine: false,
  round: 1,
  reports: 1,
  behaviours: [],
  ...change,
});

describe('the filters of the list, as they stand in the address', () => {
  const lines = [
    line({ id: 'a', number: '2026-0009', group: '2B', asks: 'soon', due: { by: '2026-10-09', why: '' } }),
    line({
      id: 'b',
      number: '2026-0010',
      group: '1A',
      team: 'onderbouw',
      asks: 'late',
      late: true,
      step: 'Gesprek',
    }),
    line({
      id: 'c',
      number: '2026-0002',
      asks: 'now',
      mine: true,
      round: 2,
      lead: { function: 'mentor', name: 'Zoë Zomaar', person: 'zoe' },
    }),
  ];
  const ids = (query: string) => listed(lines, readFilter(new URLSearchParams(query))).map(({ id }) => id);

  it.each([
    ['', ['c', 'b', 'a']],
    ['laat=1', ['b']],
    ['mij=1', ['c']],
    ['groep=2B', ['a']],
    ['kernteam=onderbouw', ['b']],
    ['wie=zoe', ['c']],
    ['wie=mentor', ['b', 'a']],
    ['stap=Gesprek', ['b']],
    ['zoek=zoe', ['c']],
    ['zoek=gespr+1a', ['b']],
    ['zoek=0010', ['b']],
    ['zoek=niets', []],
    ['sorteer=nummer', ['c', 'a', 'b']],
    ['sorteer=-nummer', ['b', 'a', 'c']],
    ['sorteer=groep', ['b', 'a', 'c']],
    ['sorteer=datum', ['a', 'c', 'b']],
    ['sorteer=-ronde', ['c', 'a', 'b']],
    ['sorteer=onzin', ['c', 'b', 'a']],
  ])('A4: %s', (query, expected) => expect(ids(query)).toStrictEqual(expected));
});

describe('over HTTP', () => {
  let bot: Bot;
  const form = () => ({ day: '2026-10-05', nonce: randomUUID() });
  const list = async (id: string) => CaseList.parse((await bot.get('/api/cases', id)).body).cases;
  const closed = async (id: string, query = '') =>
    ClosedList.parse((await bot.get(`/api/closed${query}`, id)).body);

  beforeAll(async () => {
    bot = await startBot();
    const behaviours = ['online', 'woorden'];
    const docent = await bot.who(person.docent);
    await submitReport(bot.service.world, docent, report({ behaviours }), form());
    await submitReport(bot.service.world, docent, report({ about: [{ pupil: 'p-ties' }] }), form());
  });
  afterAll(() => bot.stop());

  it('A4: what needs me now is for whoever is asked, with what was reported as the protocol says it', async () => {
    const [first] = await list(person.mentor);
    expect(first).toMatchObject({
      number: '2026-0001',
      asks: 'now',
      mine: true,
      behaviours: [
        { id: 'woorden', label: 'Met woorden' },
        { id: 'online', label: 'Cyberpesten' },
      ],
    });
    expect((await list(person.coordinator)).map(({ asks, mine }) => [asks, mine])).toStrictEqual([
      ['soon', false],
      ['soon', false],
    ]);
    bot.clock.set('2026-10-08T09:00');
    expect((await list(person.coordinator))[0]).toMatchObject({ asks: 'late', late: true });
    bot.clock.set('2026-10-05T09:00');
  });

  it('initials stand there only where the school chose so', async () => {
    expect((await list(person.mentor))[0]).not.toHaveProperty('initials');
    const before = await bot.store.school(bot.partition);
    await bot.store.saveSchool({ ...before, settings: { ...before.settings, initials: true } });
    expect((await list(person.mentor))[0]).toMatchObject({ initials: 'F.F.' });
    await bot.store.saveSchool(before);
  });

  it('is exported without names, with the filters of the list', async () => {
    const file = async (query: string, id: string) => {
      const response = await fetch(`${bot.url}/api/cases.xlsx?${query}`, {
        headers: { authorization: `Bearer ${await bot.token(id)}` },
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-disposition')).toBe(
        'attachment; filename="open-zaken-2026-10-05.xlsx"',
      );
      return textOf(Buffer.from(await response.arrayBuffer()));
    };
    const all = await file('', person.coordinator);
    for (const word of ['Zaak', '2026-0001', '2026-0002', 'Vandaag veilig', 'mentor', 'Cyberpesten'])
      expect(all).toContain(word);
    for (const name of ['Mila', 'Omar', 'Fenna', 'F.F.', 'Ties']) expect(all).not.toContain(name);
    const some = await file('groep=3A', person.coordinator);
    expect(some).toContain('2026-0002');
    expect(some).not.toContain('2026-0001');
    expect(await file('', person.docent)).not.toContain('2026-');
  });

  it('a closed case stands under its school year, with how it ended, for whoever may see it', async () => {
    expect(await closed(person.coordinator)).toStrictEqual({
      years: [2026],
      year: 2026,
      total: 0,
      from: 0,
      cases: [],
    });
    const row = (await bot.cases()).find(({ number }) => number === '2026-0001');
    const done = {
      case: row!.case,
      step: 'beoordelen.1',
      outcome: 'geen-pesten',
      answers: { omdat: 'Nee.' },
    };
    await completeStep(bot.service.world, await bot.who(person.mentor), done, form());
    expect((await closed(person.coordinator)).cases).toStrictEqual([
      {
        id: row!.case,
        number: row!.number,
        group: '2B',
        opened: '2026-10-05',
        closed: '2026-10-05',
        outcome: 'Nu geen pesten',
      },
    ]);
    for (const id of [person.docent, person.otherMentor, person.directeur])
      expect(await closed(id)).toMatchObject({ total: 0, cases: [] });
    expect(await closed(person.mentor)).toMatchObject({ total: 1 });
  });
});

/** The tab's API on a table that a test fills itself, and that counts what is asked of it. */
describe('with rows that stand in the table', () => {
  const { policy, counts, reset } = counting();
  let url: string;
  let token: string;
  let server: restify.Server;
  let table: Awaited<ReturnType<typeof testTable>>;
  const get = async (path: string) => {
    const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
    return response.json() as Promise<unknown>;
  };

  async function fill(count: number, rowOf: (i: number) => { key: string; row: ListRow | ClosedRow }) {
    for (let from = 0; from < count; from += 100)
      await table.submitTransaction(
        Array.from({ length: Math.min(100, count - from) }, (_, i) => {
          const { key, row } = rowOf(from + i);
          return ['create', { partitionKey: 'proef', rowKey: key, ...columns(row) }];
        }),
      );
  }
  const openRow = (i: number) => ({
    key: keys.open(`open-${i}`),
    row: {
      ...{ case: `open-${i}`, number: `2026-${1000 + i}`, group: '2B', about: ['p-fenna'], access },
      ...{ lead: { function: 'mentor', person: person.mentor }, round: 1, reports: 1, openedAt: NOW },
      ...{ steps: [{ key: 'gesprek.1', title: 'Gesprek', by: 'lead' }], registrations: [], apart: false },
    },
  });
  const closedRow = (i: number) => ({
    key: keys.closed(2026, `closed-${i}`),
    row: {
      ...{ case: `closed-${i}`, number: `2026-${10_000 + i}`, group: '2B', access, openedAt: NOW },
      ...{
        closedAt: new Date(Date.parse(NOW) + i * 1000).toISOString(),
        closedAs: 'geen-pesten',
        apart: false,
      },
    },
  });

  beforeAll(async () => {
    table = await testTable();
    const store = tableStore(await testTable(policy));
    await store.saveSchool({ ...school, settings: { ...school.settings, id: 'proef' } });
    const identity = await developmentIdentity('tenant');
    token = await identity.token(person.coordinator);
    const world = {
      ...{ store, clock: { now: () => NOW }, ids: { next: randomUUID } },
      ...{ released: readProtocols('protocols'), spreadMs: 0 },
    };
    server = restify.createServer();
    const log = { error: (fields: object) => expect(fields).toBeUndefined() };
    addApi(server, { world, tokens: identity.rules, log, nudge: () => undefined });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${server.address().port}`;
    await fill(200, openRow);
  });
  afterAll(() => {
    server.close();
    server.server.closeAllConnections();
  });

  it('A4: the list of 200 open cases costs the same with 5,000 closed ones as with none', async () => {
    const cost = async () => {
      reset();
      expect(CaseList.parse(await get('/api/cases')).cases).toHaveLength(200);
      return { ...counts };
    };
    await cost();
    const without = await cost();
    expect(without.rows).toBe(200);
    await fill(5_000, closedRow);
    expect(await cost()).toStrictEqual(without);
  });

  it('P21: who had better not be placed together costs no look at a case that advises nothing', async () => {
    reset();
    expect(await get('/api/year/apart')).toStrictEqual({ advice: [] });
    expect(counts.requests).toBeLessThan(15);
  });

  it('closed cases come 50 at a time, newest first', async () => {
    const first = ClosedList.parse(await get('/api/closed'));
    expect(first).toMatchObject({ total: 5_000, from: 0, next: 50 });
    expect(first.cases.map(({ number }) => number).slice(0, 2)).toStrictEqual(['2026-14999', '2026-14998']);
    expect(first.cases).toHaveLength(50);
    const last = ClosedList.parse(await get('/api/closed?jaar=2026&vanaf=4975'));
    expect(last.cases).toHaveLength(25);
    expect(last).not.toHaveProperty('next');
    expect(await get('/api/closed?jaar=1999&vanaf=-3')).toMatchObject({ year: 2026, from: 0 });
  });
});

/** The texts of a spreadsheet: what stands in the files of its archive, found by the directory at its end. */
function textOf(xlsx: Buffer): string {
  const end = xlsx.length - 22;
  let text = '';
  for (let at = xlsx.readUInt32LE(end + 16); at < end;) {
    const file = xlsx.readUInt32LE(at + 42);
    const from = file + 30 + xlsx.readUInt16LE(file + 26) + xlsx.readUInt16LE(file + 28);
    const bytes = xlsx.subarray(from, from + xlsx.readUInt32LE(at + 20));
    text += (xlsx.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString();
    at += 46 + xlsx.readUInt16LE(at + 28) + xlsx.readUInt16LE(at + 30) + xlsx.readUInt16LE(at + 32);
  }
  return text;
}
