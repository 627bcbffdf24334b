import type { Store } from '../../src/app/ports/store.ts';
import { testStore } from '../support/azurite.ts';
import { NOW, after, fresh, jobOf, leased } from './samples.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});

test('jobs come when their time has come, the oldest first', async () => {
  const p = fresh();
  await store.commit(p, {
    jobs: [
      jobOf('later', { runAt: after(1) }),
      jobOf('tweede', { seq: '0000000002.000' }),
      jobOf('vroeger', { runAt: after(-60_000), seq: '0000000009.000' }),
      jobOf('zonder-milliseconden', { runAt: '2026-11-02T09:00:00Z' }),
    ],
  });
  expect((await store.jobs(p, NOW)).map((j) => j.id)).toEqual(['vroeger', 'zonder-milliseconden', 'tweede']);
  expect((await store.jobs(p, NOW))[0]).toMatchObject({
    attempt: 0,
    since: after(-60_000),
    work: { kind: 'wake', version: 1 },
  });
});

test('of sixteen that claim the same fifty jobs each job has one winner', async () => {
  const p = fresh();
  await store.commit(p, { jobs: Array.from({ length: 50 }, (_, i) => jobOf(`taak-${i}`)) });
  const wins = await Promise.all(
    Array.from({ length: 16 }, async () => {
      const won: string[] = [];
      for (const job of await store.jobs(p, NOW))
        if (await store.claim(p, job, after(60_000))) won.push(job.id);
      return won;
    }),
  );
  const all = wins.flat();
  expect(all).toHaveLength(50);
  expect(new Set(all).size).toBe(50);
  expect((await store.jobs(p, after(60_000))).every((job) => job.attempt === 1)).toBe(true);
});

test('a lease that runs out gives the job to the next one, and the late holder changes nothing', async () => {
  const p = fresh();
  const first = await leased(store, p);
  expect(first).toMatchObject({ attempt: 1, since: NOW, runAt: after(60_000) });
  expect(await store.jobs(p, after(59_999))).toEqual([]);
  const [expired] = await store.jobs(p, after(60_000));
  const second = (await store.claim(p, expired!, after(180_000)))!;
  expect(second.attempt).toBe(2);

  const stale = { ok: false, why: 'stale-job' };
  expect(await store.commit(p, { done: first })).toEqual(stale);
  expect(await store.commit(p, { again: { job: first, runAt: after(1_000) } })).toEqual(stale);
  expect(await store.commit(p, { bury: { job: first, reason: 'op', at: NOW } })).toEqual(stale);
  expect(await store.commit(p, { park: { person: 'juf', job: first } })).toEqual(stale);
  expect(await store.commit(p, { done: first, jobs: [jobOf('nieuw')] })).toEqual(stale);
  expect(await store.deadJobs(p)).toEqual([]);
  expect(await store.jobs(p, after(1e9))).toEqual([second]);
  expect(await store.commit(p, { done: second })).toEqual({ ok: true });
});

test('a lease or a delay until the very instant of the job still changes its key', async () => {
  const p = fresh();
  await store.commit(p, { jobs: [jobOf('taak')] });
  const [job] = await store.jobs(p, NOW);
  const held = (await store.claim(p, job!, NOW))!;
  expect(held.key).not.toBe(job!.key);
  expect(await store.commit(p, { again: { job: held, runAt: held.runAt } })).toEqual({ ok: true });
});

test('a job that gave up is kept with its reason', async () => {
  const p = fresh();
  const job = await leased(store, p);
  expect(
    await store.commit(p, {
      bury: { job, reason: 'geblokkeerd', at: after(1_000) },
      jobs: [jobOf('bericht')],
    }),
  ).toEqual({ ok: true });
  expect(await store.deadJobs(p)).toEqual([
    { id: 'taak', at: after(1_000), reason: 'geblokkeerd', work: job.work },
  ]);
  expect((await store.jobs(p, after(1e9))).map((j) => j.id)).toEqual(['bericht']);
});

test('what waits for a person goes back in its order, once, and starts anew', async () => {
  const p = fresh();
  const order = ['c', 'a', 'd', 'b'];
  await store.commit(p, { jobs: order.map((id, i) => jobOf(id, { seq: `000000000${i}.000` })) });
  for (const job of await store.jobs(p, NOW)) {
    const held = (await store.claim(p, job, after(60_000)))!;
    expect(await store.commit(p, { park: { person: 'juf', job: held } })).toEqual({ ok: true });
  }
  const late = after(3 * 86_400_000);
  expect(await store.jobs(p, late)).toEqual([]);
  expect(await store.unpark(p, 'jufx', late)).toBe(0);
  const moved = await Promise.all([store.unpark(p, 'juf', late), store.unpark(p, 'juf', late)]);
  expect(moved[0] + moved[1]).toBe(4);
  const back = await store.jobs(p, late);
  expect(back.map((j) => j.id)).toEqual(order);
  expect(back.every((j) => j.attempt === 0 && j.since === late)).toBe(true);
  expect(await store.unpark(p, 'juf', late)).toBe(0);
});

test('more than a transaction holds can wait for a person', async () => {
  const p = fresh();
  await store.commit(p, { jobs: Array.from({ length: 60 }, (_, i) => jobOf(`taak-${i}`)) });
  for (const job of await store.jobs(p, NOW)) await store.commit(p, { park: { person: 'juf', job } });
  expect(await store.unpark(p, 'juf', NOW)).toBe(60);
  expect(await store.jobs(p, NOW)).toHaveLength(60);
});

test('a queue of more than one page is read whole', async () => {
  const p = fresh();
  for (let i = 0; i < 11; i++)
    await store.commit(p, { jobs: Array.from({ length: 100 }, (_, j) => jobOf(`taak-${i}-${j}`)) });
  expect(await store.jobs(p, NOW)).toHaveLength(1_100);
});

test('one of two holders drains until it lets go or its time runs out', async () => {
  const p = fresh();
  const both = await Promise.all([
    store.holdDrain(p, 'een', NOW, after(30_000)),
    store.holdDrain(p, 'twee', NOW, after(30_000)),
  ]);
  expect(both.filter(Boolean)).toHaveLength(1);
  const [holder, other] = both[0] ? ['een', 'twee'] : ['twee', 'een'];
  expect(await store.holdDrain(p, other, after(29_999), after(60_000))).toBe(false);
  expect(await store.holdDrain(p, holder, after(20_000), after(50_000))).toBe(true);
  expect(await store.holdDrain(p, other, after(30_000), after(60_000))).toBe(false);
  expect(await store.holdDrain(p, other, after(50_000), after(80_000))).toBe(true);
  await store.releaseDrain(p, holder);
  expect(await store.holdDrain(p, holder, after(51_000), after(80_000))).toBe(false);
  await store.releaseDrain(p, other);
  expect(await store.holdDrain(p, holder, after(51_000), after(80_000))).toBe(true);
});

test('of eight that take over an expired right to drain one gets it', async () => {
  const p = fresh();
  await store.holdDrain(p, 'weg', NOW, after(1_000));
  const takers = Array.from({ length: 8 }, (_, i) =>
    store.holdDrain(p, `h${i}`, after(2_000), after(32_000)),
  );
  expect((await Promise.all(takers)).filter(Boolean)).toHaveLength(1);
});
