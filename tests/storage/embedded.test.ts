import { mkdtemp, cp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startAzurite } from '../../src/dev/azurite.ts';
import { connect } from '../../src/storage/client.ts';
import { tableStore } from '../../src/storage/store.ts';
import { changeOf, linked } from './samples.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tables-'));
});
afterEach(() => rm(dir, { recursive: true }));

test('data are there again after a stop and a start', async () => {
  const first = await startAzurite({ dir });
  const store = tableStore(await connect(first.connectionString));
  await store.commit('school', { cases: [changeOf('zaak', [linked('één')])] });
  await first.stop();
  await first.stop();
  const second = await startAzurite({ dir });
  expect((await tableStore(await connect(second.connectionString)).load('school', 'zaak'))?.events).toEqual([
    linked('één'),
  ]);
  await second.stop();
});

test('a write is on disk soon after it, without a stop', async () => {
  const first = await startAzurite({ dir: join(dir, 'a', 'b') });
  const store = tableStore(await connect(first.connectionString));
  await store.commit('school', { cases: [changeOf('zaak', [linked('een')])] });
  await sleep(500);
  // What a process that is killed now leaves behind.
  await cp(join(dir, 'a', 'b'), join(dir, 'copy'), { recursive: true });
  const second = await startAzurite({ dir: join(dir, 'copy') });
  expect(
    (await tableStore(await connect(second.connectionString)).load('school', 'zaak'))?.events,
  ).toHaveLength(1);
  await Promise.all([first.stop(), second.stop()]);
});

describe('beside restify in one process', () => {
  it('still answers a question with the rows that were asked for only', async () => {
    await import('restify');
    const tables = await startAzurite();
    const table = await connect(tables.connectionString);
    await table.createEntity({ partitionKey: 'a', rowKey: '1' });
    const found: unknown[] = [];
    for await (const row of table.listEntities({ queryOptions: { filter: "PartitionKey eq 'b'" } }))
      found.push(row);
    await tables.stop();
    expect(found).toStrictEqual([]);
  });
});

describe('a folder of data', () => {
  it('is refused while the service of another process works on it, and taken over when that one is gone', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'meldpunt-'));
    // Our parent is another process, and alive.
    await writeFile(join(dir, 'in-use'), String(process.ppid));
    await expect(startAzurite({ dir })).rejects.toThrow('zijn al in gebruik door een andere Meldpunt');
    await writeFile(join(dir, 'in-use'), '999999999');
    await (await startAzurite({ dir })).stop();
    await (await startAzurite({ dir })).stop();
    await rm(dir, { recursive: true });
  });
});
