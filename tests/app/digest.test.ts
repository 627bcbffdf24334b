import { randomUUID } from 'node:crypto';
import { planDigest } from '../../src/app/digest.ts';
import type { Commit } from '../../src/app/ports/commit.ts';
import type { Messenger, Task } from '../../src/app/ports/messenger.ts';
import { keepReleased } from '../../src/app/release.ts';
import { submitReport } from '../../src/app/reports.ts';
import { makeWorker } from '../../src/app/worker.ts';
import type { World } from '../../src/app/world.ts';
import { readProtocols } from '../../src/storage/protocolFiles.ts';
import { testStore } from '../support/azurite.ts';
import { at, person, report, school } from '../support/world.ts';

const SPREAD = 5 * 60_000;
const MONDAY = '2026-10-05T07:45';

/** A school of its own with a clock that the test moves, and a messenger that keeps what it is told. */
async function started(local: string, spreadMs = 0) {
  const partition = `school-${randomUUID()}`;
  const store = await testStore();
  await store.saveSchool({ ...school, settings: { ...school.settings, id: partition } });
  await store.saveConversation(partition, {
    person: person.mentor,
    conversationId: 'chat',
    serviceUrl: '',
    tenantId: '',
    botId: '',
  });
  let now = at(local);
  const world: World = {
    store,
    clock: { now: () => now },
    ids: { next: randomUUID },
    released: readProtocols('protocols'),
    spreadMs,
  };
  await keepReleased(world, partition);
  const digests: (readonly Task[])[] = [];
  const messenger: Messenger = {
    toPerson: () => Promise.resolve(),
    digest: (_conversation, tasks) => Promise.resolve(void digests.push(tasks)),
    confidential: () => Promise.resolve(),
    toChannel: () => Promise.resolve({ thread: 'draad' }),
    postBriefing: () => Promise.reject(new Error('nothing is posted here')),
    closeBriefing: () => Promise.resolve(),
    watchdog: () => Promise.resolve(),
    briefingRefused: () => Promise.resolve(),
  };
  const errors: unknown[] = [];
  const log = {
    warn: (fields: object) => void errors.push(fields),
    error: (f: object) => void errors.push(f),
  };
  const worker = (over: World = world) =>
    makeWorker(over, messenger, { pollMs: 3_600_000, leaseMs: 60_000, lanes: 8 }, log);
  const planned = async () =>
    (await store.jobs(partition, '9999-01-01T00:00:00.000Z')).flatMap((job) =>
      job.work.kind === 'digest' ? [{ to: job.work.person, runAt: job.runAt }] : [],
    );
  const set = (next: string) => void (now = at(next));
  return { partition, world, store, digests, errors, worker, planned, set };
}

/** Two cases of the mentor that are due on Monday. */
async function reported({ world, partition }: Awaited<ReturnType<typeof started>>) {
  const by = { partition, person: school.persons.find((p) => p.id === person.docent)! };
  for (const pupil of ['p-fenna', 'p-bram']) {
    const told = report({ about: [{ pupil }], happened: '2026-10-02' });
    await submitReport(world, by, told, { day: '2026-10-02', nonce: pupil });
  }
}

test('P17: services that plan a person’s card at the same moment plan it once, for each day', async () => {
  const { world, partition, planned } = await started(MONDAY);
  const plan = (date: string) => planDigest(world, partition, person.mentor, date, school);
  await Promise.all([1, 2, 3, 4].map(() => plan('2026-10-05')));
  await plan('2026-10-06');
  await plan('2026-10-06');
  expect(await planned()).toStrictEqual([
    { to: person.mentor, runAt: at(MONDAY) },
    { to: person.mentor, runAt: at('2026-10-06T07:45') },
  ]);
});

test('P17: the cards of sixty people are spread over some minutes, each at a moment of its own', async () => {
  const { world, partition, planned } = await started(MONDAY, SPREAD);
  const people = Array.from({ length: 60 }, () => randomUUID());
  for (const id of people) await planDigest(world, partition, id, '2026-10-05', school);
  const moments = (await planned()).map(({ runAt }) => Date.parse(runAt) - Date.parse(at(MONDAY)));
  expect(moments).toHaveLength(60);
  expect(Math.min(...moments)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...moments)).toBeLessThan(SPREAD);
  for (let minute = 0; minute < 5; minute++)
    expect(moments.filter((m) => Math.floor(m / 60_000) === minute).length).toBeLessThan(30);
});

test('P17: two workers make one card of four reminders, and nothing goes wrong between them', async () => {
  const all = await started('2026-10-02T15:00');
  await reported(all);
  const workers = [all.worker(), all.worker()];
  await Promise.all(workers.map((worker) => worker.drained(all.partition)));
  all.set(MONDAY);
  for (let i = 0; i < 3; i++) await Promise.all(workers.map((worker) => worker.drained(all.partition)));
  expect(all.digests.map((tasks) => tasks.length)).toStrictEqual([4]);
  expect(await all.planned()).toStrictEqual([]);
  expect(all.errors).toStrictEqual([]);
});

describe('P17: a worker that ends on the way', () => {
  /** The store of a worker that dies at the first commit like this one, before or after it lands. */
  const dying = (world: World, when: 'before' | 'after', at: (commit: Commit) => boolean): World => {
    let dead = false;
    return {
      ...world,
      store: {
        ...world.store,
        async commit(partition, commit) {
          if (!dead && at(commit)) {
            dead = true;
            if (when === 'after') await world.store.commit(partition, commit);
            throw new Error('ended');
          }
          return world.store.commit(partition, commit);
        },
      },
    };
  };
  const slot = (commit: Commit) => commit.slot?.kind === 'digest';
  const doneNudge = (commit: Commit) =>
    commit.done?.work.kind === 'message' && commit.done.work.message.say === 'reminder';

  it.each([
    ['before', 'the card is planned', slot],
    ['after', 'the card is planned', slot],
    ['before', 'the reminder is done', doneNudge],
    ['after', 'the reminder is done', doneNudge],
  ] as const)('%s %s: there is one card, with all tasks', async (when, _what, moment) => {
    const all = await started('2026-10-02T15:00');
    await reported(all);
    await all.worker().drained(all.partition);
    all.set(MONDAY);
    await all.worker(dying(all.world, when, moment)).drained(all.partition);
    expect(all.errors).not.toStrictEqual([]);
    all.set('2026-10-05T07:55');
    await all.worker().drained(all.partition);
    expect(all.digests.map((tasks) => tasks.length)).toStrictEqual([4]);
    const left = (await all.store.jobs(all.partition, '9999-01-01T00:00:00.000Z')).map(
      (job) => job.work.kind,
    );
    expect(left.filter((kind) => kind === 'digest' || kind === 'message')).toStrictEqual([]);
  });
});
