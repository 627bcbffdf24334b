import type { Store } from '../../src/app/ports/store.ts';
import type { Alert } from '../../src/domain/alerts.ts';
import { testStore } from '../support/azurite.ts';
import { counting } from '../support/counting.ts';
import { fresh, leased } from './samples.ts';

const { policy, counts, reset } = counting();
let store: Store;
beforeAll(async () => {
  store = await testStore(policy);
});

const alert = (id: string, until: string, team = 'onderbouw'): Alert => ({
  id,
  text: `Let op: ${id}`,
  team,
  by: 'juf',
  from: '2026-10-05',
  until,
});

test('P20: points that expired are not read, those that expire today are', async () => {
  const p = fresh();
  const [old, today, later] = [
    alert('oud', '2026-10-08'),
    alert('vandaag', '2026-10-09', 'bovenbouw'),
    alert('later', '2026-10-20'),
  ];
  await store.commit(p, { alerts: [later, old, today] });
  reset();
  expect(await store.alerts(p, '2026-10-09')).toStrictEqual([today, later]);
  expect(counts).toMatchObject({ requests: 1, rows: 2 });
  expect(await store.alerts(fresh(), '2026-10-09')).toStrictEqual([]);
});

test('a point is withdrawn once: whoever comes second hears conflict', async () => {
  const p = fresh();
  const point = alert('weg', '2026-10-09');
  const beside = alert('blijft', '2026-10-09');
  await store.commit(p, { alerts: [point, beside] });
  const form = (nonce: string) => ({ day: '2026-10-05', nonce, result: null });
  const answers = await Promise.all(
    ['een', 'twee'].map((nonce) => store.commit(p, { withdraw: point, seen: form(nonce) })),
  );
  expect(answers.filter((a) => a.ok)).toHaveLength(1);
  expect(answers.filter((a) => !a.ok)).toStrictEqual([{ ok: false, why: 'conflict' }]);
  expect(await store.alerts(p, '2026-10-05')).toStrictEqual([beside]);
});

test('where the card of a dagopening stands is kept by date and kernteam, with the job that posted it', async () => {
  const p = fresh();
  const channel = { teamId: 't', channelId: '19:kern', tenantId: 'x', serviceUrl: 'https://example.org/' };
  const posted = { channel, conversation: '19:kern;messageid=7', activity: '7' };
  const job = await leased(store, p);
  const briefing = { date: '2026-10-05', team: 'onder bouw', posted };
  expect(await store.commit(p, { done: job, briefing })).toStrictEqual({ ok: true });
  expect(await store.briefing(p, '2026-10-05', 'onder bouw')).toStrictEqual(posted);
  expect(await store.briefing(p, '2026-10-06', 'onder bouw')).toBeUndefined();
  expect(await store.briefing(p, '2026-10-05', 'bovenbouw')).toBeUndefined();
  const late = { ...briefing, posted: { ...posted, activity: '8' } };
  expect(await store.commit(p, { done: job, briefing: late })).toMatchObject({ ok: false });
  expect(await store.briefing(p, '2026-10-05', 'onder bouw')).toStrictEqual(posted);
});

test('forms of a day are counted by what their nonces begin with', async () => {
  const p = fresh();
  for (const [day, nonce] of [
    ['2026-10-05', 'briefing!a!juf.1'],
    ['2026-10-05', 'briefing!a!juf.2'],
    ['2026-10-05', 'briefing!a!meester.1'],
    ['2026-10-05', 'briefing!a.b!juf.1'],
    ['2026-10-05', 'briefing!ab!juf.1'],
    ['2026-10-05', 'juf.1'],
    ['2026-10-06', 'briefing!a!juf.1'],
  ])
    await store.commit(p, { seen: { day: day!, nonce: nonce!, result: null } });
  reset();
  expect(await store.seenCount(p, '2026-10-05', 'briefing!a!')).toBe(3);
  expect(counts).toMatchObject({ requests: 1, rows: 3 });
  expect(await store.seenCount(p, '2026-10-05', 'briefing!c!')).toBe(0);
});
