import type { Store } from '../../src/app/ports/store.ts';
import { testStore, testTable } from '../support/azurite.ts';
import { counting } from '../support/counting.ts';
import { NOW, after, changeOf, fresh, jobOf, leased, linked } from './samples.ts';

const { policy, counts, reset } = counting();
let s: Store;
beforeAll(async () => {
  s = await testStore(policy);
});

test('a report is one transaction and one request', async () => {
  reset();
  await s.commit(fresh(), {
    cases: [changeOf('zaak', [linked('een'), linked('twee')])],
    jobs: [jobOf('wek'), jobOf('bericht')],
    seen: { day: '2026-11-02', nonce: 'n', result: 1 },
    counter: { schoolYear: 2026, next: 2, guard: 'new' },
  });
  expect(counts).toEqual({ requests: 1, transactions: 1, queries: 0, rows: 0 });
});

test('reading a case costs its head and a row for each command, whatever lies beside it', async () => {
  const p = fresh();
  await s.commit(p, {
    cases: [
      changeOf('zaak', [linked('een'), linked('twee')]),
      changeOf('zaak2', [linked('x')]),
      changeOf('zaa', [linked('x')]),
    ],
  });
  reset();
  await s.load(p, 'zaak');
  expect(counts).toEqual({ requests: 2, transactions: 0, queries: 1, rows: 1 });
});

test('lists and queue cost what they show', async () => {
  const p = fresh();
  for (const id of ['a', 'b', 'c'])
    await s.commit(p, {
      cases: [changeOf(id, [linked('een')])],
      jobs: [jobOf(id), jobOf(`${id}2`, { runAt: after(1) })],
    });
  reset();
  await s.openList(p);
  expect(counts).toMatchObject({ requests: 1, rows: 3 });
  reset();
  await s.jobs(p, NOW);
  expect(counts).toMatchObject({ requests: 1, rows: 3 });
});

test('claiming and completing a job are one transaction each', async () => {
  const p = fresh();
  const job = await leased(s, p);
  reset();
  const held = (await s.claim(p, job, after(90_000)))!;
  await s.commit(p, { done: held });
  expect(counts).toMatchObject({ requests: 2, transactions: 2 });
});

test('nothing to write asks nothing of the store', async () => {
  reset();
  expect(await s.commit(fresh(), {})).toEqual({ ok: true });
  expect(counts.requests).toBe(0);
});

test('a query without a partition fails', async () => {
  const table = await testTable(counting().policy);
  await expect(table.listEntities({ queryOptions: { filter: "RowKey eq 'x'" } }).next()).rejects.toThrow(
    'without a partition',
  );
});
