import { DomainError } from '../../src/domain/errors.ts';
import { keys } from '../../src/storage/keys.ts';
import { limits } from '../../src/domain/limits.ts';
import type { CaseChange } from '../../src/app/ports/commit.ts';
import type { Store } from '../../src/app/ports/store.ts';
import { testStore, testTable } from '../support/azurite.ts';
import { NOW, after, changeOf, fresh, jobOf, leased, linked } from './samples.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});

/** Every row key of a partition. */
async function rowsOf(partition: string): Promise<string[]> {
  const found: string[] = [];
  for await (const row of (await testTable()).listEntities({
    queryOptions: { filter: `PartitionKey eq '${partition}'` },
  }))
    found.push(row.rowKey!);
  return found;
}

test('a case that was written is read back with its history', async () => {
  const p = fresh();
  const events = [linked('één'), linked('twee'), linked('🙂 drie')];
  expect(await store.commit(p, { cases: [changeOf('zaak', events)] })).toEqual({ ok: true });
  expect((await store.load(p, 'zaak'))?.events).toEqual(events);
  expect(await store.load(p, 'zaa')).toBeUndefined();
});

test('of two changes that read the same version one lands and the other hears conflict', async () => {
  const p = fresh();
  await store.commit(p, { cases: [changeOf('zaak', [linked('een')])] });
  const { guard } = (await store.load(p, 'zaak'))!;
  const change = (story: string) => ({ cases: [changeOf('zaak', [linked(story)], { guard, from: 1 })] });
  const answers = await Promise.all([store.commit(p, change('links')), store.commit(p, change('rechts'))]);
  expect(answers.filter((a) => a.ok)).toHaveLength(1);
  expect(answers.filter((a) => !a.ok)).toEqual([{ ok: false, why: 'conflict' }]);
  expect((await store.load(p, 'zaak'))?.events).toHaveLength(2);
});

test('a case that exists cannot be opened a second time', async () => {
  const p = fresh();
  await store.commit(p, { cases: [changeOf('zaak', [linked('een')])] });
  expect(await store.commit(p, { cases: [changeOf('zaak', [linked('twee')])] })).toEqual({
    ok: false,
    why: 'conflict',
  });
});

test('one fence that fails leaves nothing of the whole commit', async () => {
  const p = fresh();
  await store.commit(p, { counter: { schoolYear: 2026, next: 2, guard: 'new' } });
  const before = await rowsOf(p);
  const answer = await store.commit(p, {
    cases: [changeOf('a', [linked('een')]), changeOf('b', [linked('twee')])],
    jobs: [jobOf('wek')],
    seen: { day: '2026-11-02', nonce: 'n', result: 1 },
    thread: { case: 'a', channel: 'coordinator', thread: 't' },
    counter: { schoolYear: 2026, next: 2, guard: 'new' },
  });
  expect(answer).toEqual({ ok: false, why: 'conflict' });
  expect(await rowsOf(p)).toEqual(before);
});

test('a lease that was lost leaves nothing of the whole commit and says so', async () => {
  const p = fresh();
  const job = await leased(store, p);
  const again = await store.claim(p, job, after(120_000));
  const before = await rowsOf(p);
  const late = { cases: [changeOf('a', [linked('een')])], jobs: [jobOf('wek')], done: job };
  expect(await store.commit(p, late)).toEqual({ ok: false, why: 'stale-job' });
  expect(await rowsOf(p)).toEqual(before);
  expect(await store.commit(p, { ...late, done: again })).toEqual({ ok: true });
  expect((await store.jobs(p, after(1e9))).map((j) => j.id)).toEqual(['wek']);
});

test('a changed case with a lease that still holds is a conflict, not a stale job', async () => {
  const p = fresh();
  await store.commit(p, { cases: [changeOf('zaak', [linked('een')])] });
  const { guard } = (await store.load(p, 'zaak'))!;
  await store.commit(p, { cases: [changeOf('zaak', [linked('twee')], { guard, from: 1 })] });
  const done = await leased(store, p);
  const late = { cases: [changeOf('zaak', [linked('laat')], { guard, from: 1 })], done };
  expect(await store.commit(p, late)).toEqual({ ok: false, why: 'conflict' });
});

test('a form that is sent twice gets the result of the first time', async () => {
  const p = fresh();
  const press = (id: string, result: unknown) =>
    store.commit(p, {
      cases: [changeOf(id, [linked('een')])],
      seen: { day: '2026-11-02', nonce: 'n', result },
    });
  expect(await press('a', { number: '1' })).toEqual({ ok: true });
  expect(await press('b', { number: '2' })).toEqual({ ok: false, why: 'seen', result: { number: '1' } });
  expect(await store.seen(p, '2026-11-02', 'n')).toEqual({ result: { number: '1' } });
  expect(await store.seen(p, '2026-11-02', 'm')).toBeUndefined();
  expect(await store.load(p, 'b')).toBeUndefined();
});

test('twenty at once get twenty consecutive numbers', async () => {
  const p = fresh();
  const take = async (): Promise<number> => {
    for (;;) {
      const { next, guard } = await store.counter(p, 2026);
      if ((await store.commit(p, { counter: { schoolYear: 2026, next: next + 1, guard } })).ok) return next;
    }
  };
  const numbers = await Promise.all(Array.from({ length: 20 }, take));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});

test('an open case stands in the open list and with its pupil until it closes', async () => {
  const p = fresh();
  const pupils = [
    { pupil: 'sam', roles: ['gepeste' as const] },
    { pupil: 'kim', roles: ['pester' as const] },
  ];
  await store.commit(p, { cases: [changeOf('zaak', [linked('een')], { pupils })] });
  expect((await store.openList(p)).map((row) => row.case)).toEqual(['zaak']);
  expect(await store.openCasesOf(p, 'sam')).toEqual(['zaak']);
  expect(await store.openCasesOf(p, 'kim')).toEqual([]);

  const { guard } = (await store.load(p, 'zaak'))!;
  const closing = changeOf('zaak', [linked('dicht')], { guard, from: 1, pupils, list: undefined });
  expect(await store.commit(p, { cases: [closing] })).toEqual({ ok: true });
  expect(await store.openList(p)).toEqual([]);
  expect(await store.openCasesOf(p, 'sam')).toEqual([]);
  expect(await rowsOf(p)).toContain(keys.closed(2026, 'zaak'));

  // A report that comes later changes a closed case, which has no row in the open list to take away.
  const closed = (await store.load(p, 'zaak'))!;
  const later = changeOf('zaak', [linked('later')], { guard: closed.guard, from: 2, list: undefined });
  expect(await store.commit(p, { cases: [later] })).toEqual({ ok: true });
});

test('a case that closes, changes, opens again and closes once more stands in one list at a time', async () => {
  const p = fresh();
  const places = async () => {
    const rows = await rowsOf(p);
    return rows.filter((key) => key.startsWith('open!') || key.startsWith('closed!'));
  };
  let version = 0;
  const change = (story: string, over: Partial<CaseChange> = {}) => ({
    cases: [changeOf('zaak', [linked(story)], { from: version++, ...over })],
  });
  const write = async (story: string, over: Partial<CaseChange> = {}) => {
    const guard = (await store.load(p, 'zaak'))?.guard ?? 'new';
    expect(await store.commit(p, change(story, { guard, ...over }))).toEqual({ ok: true });
    return guard;
  };
  const closed = { list: undefined };

  await write('een');
  expect(await places()).toEqual([keys.open('zaak')]);
  const open = await write('dicht', closed);
  expect(await places()).toEqual([keys.closed(2026, 'zaak')]);
  const first = await write('nazorg', closed);
  await write('nog een keer nazorg', closed);
  expect(await places()).toEqual([keys.closed(2026, 'zaak')]);
  expect((await store.openList(p)).length).toBe(0);

  // Whoever decided on what was read before is refused, and nothing moves.
  for (const guard of [open, first]) {
    const late = { cases: [changeOf('zaak', [linked('laat')], { from: version, guard })] };
    expect(await store.commit(p, late)).toEqual({ ok: false, why: 'conflict' });
  }
  expect(await places()).toEqual([keys.closed(2026, 'zaak')]);

  // It is opened again in the next school year: the row of the year it was filed under goes.
  const before = await write('weer open', { schoolYear: 2027 });
  expect(await places()).toEqual([keys.open('zaak')]);
  expect(await store.openCasesOf(p, 'sam')).toEqual(['zaak']);
  const twice = { cases: [changeOf('zaak', [linked('ook open')], { from: version, guard: before })] };
  expect(await store.commit(p, twice)).toEqual({ ok: false, why: 'conflict' });

  await write('verder');
  await write('weer dicht', { ...closed, schoolYear: 2027 });
  expect(await places()).toEqual([keys.closed(2027, 'zaak')]);
  expect((await store.load(p, 'zaak'))!.events).toHaveLength(version);
});

test('of two who open a closed case again at once, one does', async () => {
  const p = fresh();
  await store.commit(p, { cases: [changeOf('zaak', [linked('een')], { list: undefined })] });
  const { guard } = (await store.load(p, 'zaak'))!;
  const again = (story: string) => ({ cases: [changeOf('zaak', [linked(story)], { guard, from: 1 })] });
  const answers = await Promise.all([store.commit(p, again('links')), store.commit(p, again('rechts'))]);
  expect(answers.filter((a) => a.ok)).toHaveLength(1);
  expect((await store.openList(p)).map((row) => row.case)).toEqual(['zaak']);
});

test('a case of 500 events with long texts is read whole', async () => {
  const p = fresh();
  const history = Array.from({ length: 500 }, (_, i) =>
    linked(`${i} ${'é🙂 '.repeat(1_000)}`.slice(0, limits.story)),
  );
  for (let from = 0; from < 500; from += 50) {
    const guard = (await store.load(p, 'zaak'))?.guard ?? 'new';
    const change = changeOf('zaak', history.slice(from, from + 50), { guard, from });
    expect(await store.commit(p, { cases: [change] })).toEqual({ ok: true });
  }
  expect((await store.load(p, 'zaak'))!.events).toEqual(history);
});

test('more rows than a transaction holds, or more events than a row holds, is refused before anything is sent', async () => {
  const p = fresh();
  const tooMany = Array.from({ length: limits.rowsInTransaction + 1 }, (_, i) => jobOf(`taak-${i}`));
  await expect(store.commit(p, { jobs: tooMany })).rejects.toMatchObject({ code: 'too-large' });
  await expect(
    store.commit(p, { cases: [changeOf('a', [linked('x'.repeat(16 * limits.eventJson))])] }),
  ).rejects.toThrow(DomainError);
  expect(await rowsOf(p)).toEqual([]);
  expect(await store.commit(p, { jobs: tooMany.slice(1) })).toEqual({ ok: true });
});

test('the thread of a case is kept with the message that started it', async () => {
  const p = fresh();
  const done = await leased(store, p);
  const channel = '19:abc/def@thread.tacv2';
  expect(await store.thread(p, 'zaak', channel)).toBeUndefined();
  expect(await store.commit(p, { done, thread: { case: 'zaak', channel, thread: '1699;x' } })).toEqual({
    ok: true,
  });
  expect(await store.thread(p, 'zaak', channel)).toBe('1699;x');
  expect(await store.jobs(p, after(1e9))).toEqual([]);
});

test('cases of the confidential partition are not among those of the school', async () => {
  const p = fresh();
  await store.commit(`${p}!v`, { cases: [changeOf('zaak', [linked('geheim')])], jobs: [jobOf('wek')] });
  expect(await store.load(p, 'zaak')).toBeUndefined();
  expect([await store.openList(p), await store.openCasesOf(p, 'sam'), await store.jobs(p, NOW)]).toEqual([
    [],
    [],
    [],
  ]);
  expect((await store.load(`${p}!v`, 'zaak'))?.events).toHaveLength(1);
});
