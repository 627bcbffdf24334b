import { randomUUID } from 'node:crypto';
import { makePlanner } from '../../src/app/briefing.ts';
import type { World } from '../../src/app/world.ts';
import { testStore } from '../support/azurite.ts';
import { counting } from '../support/counting.ts';
import { at, kiim, school } from '../support/world.ts';

const { policy, counts, reset } = counting();
const channel = { ...school.settings.coordinatorChannel!, channelId: '19:kern@thread' };
const both = { onderbouw: channel, bovenbouw: { ...channel, channelId: '19:boven@thread' } };

/** A school of its own with two kernteams that have a channel, at a moment that the test moves. */
async function started(local: string) {
  const id = `school-${randomUUID()}`;
  const store = await testStore(policy);
  await store.saveSchool({ ...school, settings: { ...school.settings, id, teamChannels: both } });
  let now = at(local);
  const world: World = {
    store,
    clock: { now: () => now },
    ids: { next: randomUUID },
    released: new Map([['kiim', kiim]]),
    spreadMs: 0,
  };
  const jobs = async () =>
    (await store.jobs(id, '9999-01-01T00:00:00.000Z'))
      .map((job) => [job.runAt, job.work])
      .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  return { id, world, jobs, set: (next: string) => void (now = at(next)) };
}

const planned = (phase: string, team: string, time: string) => [
  at(time),
  { kind: 'briefing', phase, date: time.slice(0, 10), team },
];
const monday = ['bovenbouw', 'onderbouw'].map((team) => planned('open', team, '2026-10-05T08:20'));
const mondayEnd = ['bovenbouw', 'onderbouw'].map((team) => planned('close', team, '2026-10-05T08:50'));

test('services that plan at the same moment plan each kernteam’s dagopening once', async () => {
  const { id, world, jobs } = await started('2026-10-05T08:10');
  await Promise.all([1, 2, 3, 4].map(() => makePlanner(world)(id)));
  expect(await jobs()).toStrictEqual([...monday, ...mondayEnd]);
});

test('a day is planned shortly before it begins, so that another time or channel still counts', async () => {
  const { id, world, jobs, set } = await started('2026-10-05T08:00');
  const plan = makePlanner(world);
  await plan(id);
  expect(await jobs()).toStrictEqual([]);
  set('2026-10-05T08:06');
  await plan(id);
  expect(await jobs()).toHaveLength(4);
  set('2026-10-06T08:06');
  await plan(id);
  expect(await jobs()).toHaveLength(8);
});

test('nothing is planned when it is over, on a day without school, or for a confidential partition', async () => {
  for (const local of ['2026-10-05T08:50', '2026-10-10T08:20', '2026-10-12T08:20']) {
    const { id, world, jobs } = await started(local);
    await makePlanner(world)(id);
    expect(await jobs()).toStrictEqual([]);
  }
  const { id, world, jobs } = await started('2026-10-05T08:20');
  await makePlanner(world)(`${id}!v`);
  expect(await world.store.jobs(`${id}!v`, '9999-01-01T00:00:00.000Z')).toStrictEqual([]);
  expect(await jobs()).toStrictEqual([]);
});

test('between two looks planning asks nothing of the store, and a later look one row', async () => {
  const { id, world, set } = await started('2026-10-05T08:10');
  const plan = makePlanner(world);
  await plan(id);
  reset();
  await plan(id);
  set('2026-10-05T08:14');
  await plan(id);
  expect(counts.requests).toBe(0);
  set('2026-10-05T08:16');
  await plan(id);
  expect(counts.requests).toBe(1);
});
