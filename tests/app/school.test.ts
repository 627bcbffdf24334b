import { randomUUID } from 'node:crypto';
import { keepReleased } from '../../src/app/release.ts';
import { changeSchool } from '../../src/app/school/change.ts';
import { makeWorker } from '../../src/app/worker.ts';
import type { World } from '../../src/app/world.ts';
import { testStore } from '../support/azurite.ts';
import { changeOf } from '../storage/samples.ts';
import { at, history, kiim, openCase, person, school } from '../support/world.ts';

test('P15: however many cases are open, each is reviewed, planned in as many transactions as it takes', async () => {
  const partition = `school-${randomUUID()}`;
  const store = await testStore();
  await store.saveSchool({ ...school, settings: { ...school.settings, id: partition } });
  const world: World = {
    store,
    clock: { now: () => at('2026-10-05T08:20') },
    ids: { next: randomUUID },
    released: new Map([['kiim', kiim]]),
    spreadMs: 0,
  };
  await keepReleased(world, partition);
  const ids = Array.from({ length: 90 }, (_, i) => `zaak-${i}`);
  for (const id of ids)
    await store.commit(partition, { cases: [changeOf(id, history(openCase({ case: id })))] });
  const who = { partition, person: school.persons.find((p) => p.id === person.coordinator)! };
  const posts = [{ function: 'docent' }];
  const change = { kind: 'person', isNew: true, person: { id: 'nieuw', name: 'N', posts } } as const;
  const form = { day: '2026-10-05', nonce: 'f' };
  expect(await changeSchool(world, who, change, form, () => false)).toEqual({ reviewed: 90 });
  const planned = await store.jobs(partition, at('2026-10-05T08:20'));
  expect(planned.map((job) => job.work.kind).sort()).toStrictEqual([
    ...Array<string>(40).fill('review'),
    'spread',
  ]);

  const reviewed = new Set<string>();
  const load = store.load.bind(store);
  world.store = {
    ...store,
    load(p, id) {
      reviewed.add(id);
      return load(p, id);
    },
  };
  const log = { warn: fail, error: fail };
  const worker = makeWorker(world, {} as never, { pollMs: 3_600_000, leaseMs: 60_000, lanes: 8 }, log);
  await worker.drained(partition);
  expect([...reviewed].sort()).toStrictEqual([...ids].sort());
});

const fail = (fields: { error?: unknown }) => {
  throw fields.error;
};
