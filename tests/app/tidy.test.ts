import { randomUUID } from 'node:crypto';
import { makePlanner } from '../../src/app/briefing.ts';
import { commitWithRetry } from '../../src/app/commit.ts';
import type { World } from '../../src/app/world.ts';
import { readRange } from '../../src/storage/rows.ts';
import { tableStore } from '../../src/storage/store.ts';
import { testTable } from '../support/azurite.ts';
import { counting } from '../support/counting.ts';
import { at, kiim, school } from '../support/world.ts';

const { policy, counts, reset } = counting();

/** A school of its own on a Monday, with a row of every kind that a day leaves behind, of each of these days. */
async function filled(...days: string[]) {
  const id = `school-${randomUUID()}`;
  const table = await testTable(policy);
  const store = tableStore(table);
  await store.saveSchool({ ...school, settings: { ...school.settings, id } });
  const channel = school.settings.coordinatorChannel!;
  for (const day of days) {
    const alert = { id: day, text: 'Bij het hek', team: 'onderbouw', by: 'juf', from: day, until: day };
    const posted = { channel, conversation: 'c', activity: 'a' };
    await store.commit(id, { slot: { date: day, kind: 'digest', where: 'juf' } });
    await store.commit(id, {
      alerts: [alert],
      briefing: { date: day, team: 'onderbouw', posted },
      seen: { day, nonce: 'n', result: null },
    });
  }
  let now = at('2026-10-05T06:00');
  const world: World = {
    store,
    clock: { now: () => now },
    ids: { next: randomUUID },
    released: new Map([['kiim', kiim]]),
    spreadMs: 0,
  };
  /** The rows that go by their day, without those that say that somebody tidied. */
  const rows = async () => {
    const all = await readRange(table, id, { from: '!', below: '~' });
    return all
      .flatMap(({ rowKey = '' }) => (/^(alert|slot|briefing|seen)!/.test(rowKey) ? rowKey : []))
      .filter((key) => !key.includes('!tidy!'))
      .map((key) => key.split('!').slice(0, 2).join(' '));
  };
  return { id, world, rows, set: (local: string) => void (now = at(local)) };
}

test('what is long past is taken away in the morning: points that expired, slots, cards, and old forms', async () => {
  const { id, world, rows } = await filled('2026-02-01', '2026-09-01', '2026-10-04', '2026-10-05');
  expect(await rows()).toHaveLength(16);
  await makePlanner(world)(id);
  expect(await rows()).toStrictEqual([
    'alert 2026-10-05',
    'briefing 2026-10-04',
    'briefing 2026-10-05',
    'seen 2026-09-01',
    'seen 2026-10-04',
    'seen 2026-10-05',
    'slot 2026-10-04',
    'slot 2026-10-05',
  ]);
});

test('it costs one query a day for each kind, however many services look how often', async () => {
  const { id, world, set } = await filled('2026-02-01', '2026-10-04');
  const plans = [makePlanner(world), makePlanner(world)];
  await Promise.all(plans.map((plan) => plan(id)));
  reset();
  for (const time of ['07:00', '10:00', '16:00']) {
    set(`2026-10-05T${time}`);
    await Promise.all(plans.map((plan) => plan(id)));
  }
  expect(counts.queries).toBe(0);
  set('2026-10-06T06:00');
  reset();
  await Promise.all(plans.map((plan) => plan(id)));
  expect(counts.queries).toBe(4);
});

test('two services that take away the same rows both come to an end, and other schools keep theirs', async () => {
  const { id, world, rows } = await filled('2026-02-01');
  const other = await filled('2026-02-01');
  const before = { alerts: '2026-10-05', days: '2026-10-05', forms: '2026-10-05' };
  await Promise.all([world.store.forget(id, before), world.store.forget(id, before)]);
  expect(await rows()).toStrictEqual([]);
  expect(await other.rows()).toHaveLength(4);
});

test('more than one transaction holds is taken away too', async () => {
  const { id, world, rows } = await filled();
  for (let n = 0; n < 120; n++)
    await world.store.commit(id, { seen: { day: '2026-01-05', nonce: `n${n}`, result: null } });
  await makePlanner(world)(id);
  expect(await rows()).toStrictEqual([]);
});

test('a form that is so old that its result may be gone is refused, for it might have been sent before', async () => {
  const { id, world, rows } = await filled();
  const send = (day: string) =>
    commitWithRetry(world, id, { day, nonce: 'n' }, () => Promise.resolve({ commit: {}, result: 'gedaan' }));
  await expect(send('2026-03-01')).rejects.toThrow('Deze kaart is te oud en werkt niet meer.');
  expect(await rows()).toStrictEqual([]);
  expect(await send('2026-03-25')).toStrictEqual({ result: 'gedaan', repeated: false });
  await makePlanner(world)(id);
  expect(await send('2026-03-25')).toStrictEqual({ result: 'gedaan', repeated: true });
});
