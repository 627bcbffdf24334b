/** How the service starts and ends: nothing acknowledged is lost, and what is wrong is said plainly. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../src/app/ports/store.ts';
import { fold } from '../../src/domain/evolve.ts';
import { startAzurite } from '../../src/dev/azurite.ts';
import { connect } from '../../src/storage/client.ts';
import { tableStore } from '../../src/storage/store.ts';
import type { Connector } from '../support/connector.ts';
import { endAll, freePort, needBuild, run, startBuilt } from '../support/processes.ts';
import type { RunningService } from '../support/processes.ts';
import { until } from '../support/until.ts';
import {
  caseOf,
  chat,
  chatOf,
  filledForm,
  mentor,
  numberIn,
  openSchool,
  partition,
  pupil,
  reporter,
  schoolConnector,
} from './school.ts';

const PUPILS = 12;
const STACK = /^\s+at /m;

describe('a service that is stopped, on the tables that come with it', () => {
  let dir: string;
  let connector: Connector;
  let service: RunningService;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'meldpunt-'));
    connector = await schoolConnector();
    const tables = await startAzurite({ dir: join(dir, 'tables') });
    await openSchool(tables.connectionString, connector.url, PUPILS);
    await tables.stop();
    service = await start();
  }, 30_000);
  afterEach(async () => {
    await endAll();
    await connector.stop();
    await rm(dir, { recursive: true, force: true });
  });

  const start = async (env: Record<string, string> = {}) =>
    startBuilt(await freePort(), { DATA_DIR: dir, LOG_LEVEL: 'error', ...env });
  const at = (person: string) => chat(person, { url: service.url, serviceUrl: connector.url });

  /** What is on disk when no service runs. */
  async function onDisk<T>(look: (store: Store) => Promise<T>): Promise<T> {
    const tables = await startAzurite({ dir: join(dir, 'tables') });
    try {
      return await look(tableStore(await connect(tables.connectionString)));
    } finally {
      await tables.stop();
    }
  }
  /** The numbers of the open cases of each of these pupils. */
  const numbersOf = (...pupils: string[]) =>
    onDisk((store) =>
      Promise.all(
        pupils.map(async (about) => {
          const cases = await store.openCasesOf(partition, about);
          return Promise.all(
            cases.map(async (id) => fold((await store.load(partition, id))!.events)?.number),
          );
        }),
      ),
    );

  it('SIGTERM while a report is handled: it is answered, ends with 0, and a new start knows the report', async () => {
    const form = await filledForm(at(reporter), connector, pupil(0));
    let goOn = () => {};
    let held = false;
    // The confirmation takes the form's place: the turn lasts until Teams has taken it.
    connector.fail = async (method) => {
      if (method !== 'PUT') return undefined;
      held = true;
      await new Promise<void>((done) => (goOn = done));
      return undefined;
    };
    const answer = at(reporter).say('', { text: undefined, value: form, replyToId: 'form-1' });
    await until('the report is handled', () => held);
    service.signal('SIGTERM');
    const early = await Promise.race([service.exited, sleep(500)]);
    expect(early).toBeUndefined();
    await expect(at(mentor).say('hallo')).rejects.toThrow('fetch failed');
    goOn();
    expect((await answer).status).toBeLessThan(300);
    expect(await service.exited).toStrictEqual({ code: 0, signal: null });
    expect(service.err()).toBe('');

    const [[number, ...more] = []] = await numbersOf(pupil(0));
    expect(number).toBe('2026-0001');
    expect(more).toStrictEqual([]);
    service = await start();
    expect(numberIn(await at(reporter).press(form))).toBe(number);
    await at(mentor).say('hallo');
    await until('the mentor hears of it', () =>
      connector.to(chatOf(mentor)).some((s) => s.body.attachments?.length && caseOf(s)),
    );
  }, 60_000);

  it('SIGINT amid many reports: each is on disk when it was answered, and can be sent again when it was not', async () => {
    const forms: Awaited<ReturnType<typeof filledForm>>[] = [];
    for (let n = 0; n < PUPILS; n++) forms.push(await filledForm(at(reporter), connector, pupil(n)));
    const presses = forms.map(async (form, n) => {
      await sleep(n * 8);
      return numberIn(await at(reporter).press(form));
    });
    const answered = Promise.allSettled(presses);
    await Promise.race(presses);
    service.signal('SIGINT');
    const numbers = (await answered).map((r) => (r.status === 'fulfilled' ? r.value : undefined));
    expect(await service.exited).toStrictEqual({ code: 0, signal: null });
    expect(numbers.filter(Boolean).length).toBeGreaterThan(0);
    const kept = await numbersOf(...forms.map((_, n) => pupil(n)));
    for (const [n, number] of numbers.entries()) if (number) expect(kept[n]).toStrictEqual([number]);
    service = await start();
    for (const [n, form] of forms.entries()) {
      const number = numberIn(await at(reporter).press(form));
      expect(number).toMatch(/^2026-\d{4}$/);
      if (numbers[n]) expect(number).toBe(numbers[n]);
    }
  }, 60_000);

  it('SIGTERM while Teams does not answer a message: it ends with 0 long before the lease does, and keeps the message', async () => {
    await at(mentor).say('hallo');
    const form = await filledForm(at(reporter), connector, pupil(0));
    let goOn = () => {};
    let held = false;
    connector.fail = async (_method, path) => {
      if (!path.includes(chatOf(mentor))) return undefined;
      held = true;
      await new Promise<void>((done) => (goOn = done));
      return { status: 502 };
    };
    await at(reporter).press(form);
    await until('the message is on its way', () => held);
    const asked = Date.now();
    service.signal('SIGTERM');
    expect(await service.exited).toStrictEqual({ code: 0, signal: null });
    expect(Date.now() - asked).toBeLessThan(20_000);
    goOn();
    const left = await onDisk((store) => store.jobs(partition, '9999-01-01T00:00:00.000Z'));
    expect(left.filter((job) => job.work.kind === 'message')).toHaveLength(1);
  }, 60_000);
});

describe('a service that cannot start', () => {
  beforeAll(needBuild);

  /** Runs it until it ends by itself. */
  async function ended(file: string, env: Record<string, string>, within: number) {
    const child = run([file], { PLAYGROUND: '0', ...env });
    const how = await Promise.race([child.exited, sleep(within, undefined, { ref: false })]);
    return { ...how, err: child.err() };
  }
  const nowhere = async () =>
    `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=c2xldXRlbA==;TableEndpoint=http://127.0.0.1:${await freePort()}/devstoreaccount1;`;
  const production = {
    MICROSOFT_APP_ID: 'bot',
    MICROSOFT_APP_TENANT_ID: 'tenant',
    AAD_APP_CLIENT_ID: 'tab',
    TAB_DOMAIN: 'tab.example.nl',
    TEAMS_APP_ID: 'app',
  };

  it('for a port that is taken says which one, and what to do', async () => {
    const other = createServer();
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
    const { port } = other.address() as AddressInfo;
    const dir = await mkdtemp(join(tmpdir(), 'meldpunt-'));
    try {
      const { code, err } = await ended(
        'dist/server/dev/start.js',
        { PORT: String(port), DATA_DIR: dir },
        15_000,
      );
      expect(code).toBe(1);
      expect(err).toContain(`Poort ${port} is al in gebruik`);
      expect(err).toContain('kies een andere poort');
      expect(err).not.toMatch(STACK);
    } finally {
      other.close();
      await rm(dir, { recursive: true, force: true });
    }
  });

  it('for production without its variables names each of them', async () => {
    const { code, err } = await ended('dist/server/index.js', {}, 10_000);
    expect(code).toBe(1);
    for (const name of [...Object.keys(production), 'TABLES_URL', 'TABLES_CONNECTION_STRING'])
      expect(err).toContain(name);
    expect(err).not.toMatch(STACK);
  });

  it.each([
    ['production', 'dist/server/index.js', production],
    ['development', 'dist/server/dev/start.js', {}],
  ])(
    'in %s says within seconds which store it cannot reach, and shows no key',
    async (_where, file, env) => {
      const store = await nowhere();
      const { code, err } = await ended(file, { ...env, TABLES_CONNECTION_STRING: store }, 12_000);
      expect(code).toBe(1);
      expect(err).toContain(/TableEndpoint=([^;]+)/.exec(store)![1]);
      expect(err).not.toContain('c2xldXRlbA');
      expect(err).not.toMatch(STACK);
    },
    20_000,
  );
});
