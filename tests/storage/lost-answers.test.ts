import type { Commit } from '../../src/app/ports/commit.ts';
import type { Store } from '../../src/app/ports/store.ts';
import { testStore } from '../support/azurite.ts';
import { NOW, after, changeOf, fresh, jobOf, leased, linked, lossy, schoolOf } from './samples.ts';

const wire = lossy();
let store: Store;
beforeAll(async () => {
  store = await testStore(wire.policy);
});

/** Commits while the answer to the first try is lost, so that the client sends it again. */
async function commitUnheard(partition: string, commit: Commit) {
  wire.lose(1);
  const answer = await store.commit(partition, commit);
  expect(wire.lost()).toBe(1);
  return answer;
}

test('a commit with a nonce whose answer got lost is ok, once', async () => {
  const p = fresh();
  const commit = {
    cases: [changeOf('zaak', [linked('een')])],
    seen: { day: '2026-11-02', nonce: 'n', result: 7 },
  };
  expect(await commitUnheard(p, commit)).toEqual({ ok: true });
  expect((await store.load(p, 'zaak'))?.events).toHaveLength(1);
  expect(await store.commit(p, commit)).toEqual({ ok: false, why: 'seen', result: 7 });
});

test('a change of a case whose answer got lost is ok, once', async () => {
  const p = fresh();
  expect(await commitUnheard(p, { cases: [changeOf('zaak', [linked('een')])] })).toEqual({ ok: true });
  const { guard } = (await store.load(p, 'zaak'))!;
  const second = { cases: [changeOf('zaak', [linked('twee')], { guard, from: 1 })] };
  expect(await commitUnheard(p, second)).toEqual({ ok: true });
  expect(await store.commit(p, second)).toEqual({ ok: false, why: 'conflict' });
  expect((await store.load(p, 'zaak'))?.events).toHaveLength(2);
});

test('closing a case whose answer got lost is ok', async () => {
  const p = fresh();
  await store.commit(p, { cases: [changeOf('zaak', [linked('een')])] });
  const { guard } = (await store.load(p, 'zaak'))!;
  const closing = changeOf('zaak', [linked('dicht')], { guard, from: 1, list: undefined });
  expect(await commitUnheard(p, { cases: [closing], done: await leased(store, p) })).toEqual({ ok: true });
  expect(await store.openList(p)).toEqual([]);
});

test('opening a closed case again whose answer got lost is ok', async () => {
  const p = fresh();
  await store.commit(p, { cases: [changeOf('zaak', [linked('dicht')], { list: undefined })] });
  const { guard } = (await store.load(p, 'zaak'))!;
  const reopening = changeOf('zaak', [linked('weer open')], { guard, from: 1 });
  expect(await commitUnheard(p, { cases: [reopening] })).toEqual({ ok: true });
  expect((await store.openList(p)).map((row) => row.case)).toEqual(['zaak']);
});

test('a job that is put off while the answer got lost is put off once', async () => {
  const p = fresh();
  const job = await leased(store, p);
  const putOff = { done: job, again: { job, runAt: after(300_000) } };
  expect(await commitUnheard(p, putOff)).toEqual({ ok: true });
  expect(await store.jobs(p, after(1e9))).toMatchObject([
    { id: 'taak', runAt: after(300_000), attempt: 1, since: NOW },
  ]);
  expect(await store.commit(p, putOff)).toEqual({ ok: false, why: 'stale-job' });
});

test.each<[string, (job: Awaited<ReturnType<typeof leased>>) => Commit]>([
  ['buried', (job) => ({ bury: { job, reason: 'op', at: NOW } })],
  ['parked', (job) => ({ park: { person: 'juf', job } })],
  [
    'completed with a thread',
    (done) => ({ done, thread: { case: 'zaak', channel: 'coordinator', thread: 't' } }),
  ],
  ['completed with a next job', (done) => ({ done, jobs: [jobOf('volgende')] })],
])('a job that is %s while the answer got lost is ok', async (_, commit) => {
  const p = fresh();
  expect(await commitUnheard(p, commit(await leased(store, p)))).toEqual({ ok: true });
});

test('a mere completion whose answer got lost says stale, and the job is gone', async () => {
  const p = fresh();
  const done = await leased(store, p);
  expect(await commitUnheard(p, { done })).toEqual({ ok: false, why: 'stale-job' });
  expect(await store.jobs(p, after(1e9))).toEqual([]);
});

test('a number that was taken while the answer got lost is taken once', async () => {
  const p = fresh();
  expect(await commitUnheard(p, { counter: { schoolYear: 2026, next: 2, guard: 'new' } })).toEqual({
    ok: true,
  });
  const { guard, next } = await store.counter(p, 2026);
  expect(await commitUnheard(p, { counter: { schoolYear: 2026, next: next + 1, guard } })).toEqual({
    ok: true,
  });
  expect((await store.counter(p, 2026)).next).toBe(3);
});

test('a claim whose answer got lost is a claim', async () => {
  const p = fresh();
  await store.commit(p, { jobs: [jobOf('taak')] });
  const [job] = await store.jobs(p, NOW);
  wire.lose(1);
  expect(await store.claim(p, job!, after(60_000))).toMatchObject({ id: 'taak', attempt: 1 });
  expect(wire.lost()).toBe(1);
});

test('the right to drain is had and given back though answers got lost', async () => {
  const p = fresh();
  wire.lose(1);
  expect(await store.holdDrain(p, 'een', NOW, after(30_000))).toBe(true);
  wire.lose(1);
  expect(await store.holdDrain(p, 'een', after(10_000), after(40_000))).toBe(true);
  wire.lose(1);
  await store.releaseDrain(p, 'een');
  expect(await store.holdDrain(p, 'twee', after(10_000), after(40_000))).toBe(true);
});

test('what waited for a person is moved once though the answer got lost', async () => {
  const p = fresh();
  await store.commit(p, { park: { person: 'juf', job: await leased(store, p) } });
  wire.lose(1);
  expect(await store.unpark(p, 'juf', after(60_000))).toBe(1);
  expect(await store.jobs(p, after(1e9))).toHaveLength(1);
});

test('a school is saved, and people leave it, though answers got lost', async () => {
  const school = schoolOf(fresh());
  wire.lose(1);
  await store.saveSchool(school);
  wire.lose(4);
  const smaller = { ...school, persons: school.persons.slice(0, 1), pupils: [] };
  await store.saveSchool(smaller);
  expect(await store.school(school.settings.id)).toEqual(smaller);
});
