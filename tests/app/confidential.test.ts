import { randomUUID } from 'node:crypto';
import { confidentialPartition, sendConfidential } from '../../src/app/confidential.ts';
import type { Commit } from '../../src/app/ports/commit.ts';
import type { Messenger } from '../../src/app/ports/messenger.ts';
import { SendFailure } from '../../src/app/ports/messenger.ts';
import { makeWorker } from '../../src/app/worker.ts';
import type { World } from '../../src/app/world.ts';
import { readProtocols } from '../../src/storage/protocolFiles.ts';
import { testStore } from '../support/azurite.ts';
import { counting } from '../support/counting.ts';
import { at, person, school } from '../support/world.ts';

const [vera, omar] = ['vera', 'omar'];
const posts = [{ function: 'vertrouwenspersoon' }];
const letter = { story: 'Hoorde iets.', safe: 'ja', approach: 'ja' } as const;
const FAR = '9999-01-01T00:00:00.000Z';
const { policy, counts, reset } = counting();

/** A message to Vera, written on Monday; Vera can be out of reach. */
async function written(reached = true) {
  const partition = `school-${randomUUID()}`;
  const lane = confidentialPartition(partition);
  const store = await testStore(policy);
  const persons = [
    ...school.persons,
    { id: vera, name: 'Vera V', posts },
    { id: omar, name: 'Omar O', posts },
  ];
  await store.saveSchool({ ...school, persons, settings: { ...school.settings, id: partition } });
  for (const id of [vera, omar, person.docent])
    await store.saveConversation(partition, {
      person: id,
      conversationId: id,
      serviceUrl: '',
      tenantId: '',
      botId: '',
    });
  let now = at('2026-10-05T09:00');
  const world: World = {
    store,
    clock: { now: () => now },
    ids: { next: randomUUID },
    released: readProtocols('protocols'),
    spreadMs: 0,
  };
  const said: string[] = [];
  const messenger = {
    confidential({ person: to }, { message }) {
      if (to === vera && !reached) return Promise.reject(new SendFailure('blocked', 'Teams weigert het.'));
      return Promise.resolve(void said.push(`${to}: ${message.say}`));
    },
  } satisfies Partial<Messenger> as unknown as Messenger;
  const errors: unknown[] = [];
  const log = { warn: (f: object) => void errors.push(f), error: (f: object) => void errors.push(f) };
  const worker = (over = world) =>
    makeWorker(over, messenger, { pollMs: 3_600_000, leaseMs: 60_000, lanes: 8 }, log);
  const docent = { partition, person: persons.find((p) => p.id === person.docent)! };
  await sendConfidential(world, docent, { to: vera, letter }, { day: '2026-10-05', nonce: randomUUID() });
  const message = (await store.confidentialsOf(lane, vera))[0]!.id;
  const history = async () => (await store.confidential(lane, message))!.events.map((e) => e.type);
  const set = (next: string) => void (now = at(next));
  return { partition, lane, store, world, said, errors, worker, history, set };
}

/** The world of a worker that dies at the first commit like this one, before or after it lands. */
const dying = (world: World, when: 'before' | 'after', like: (commit: Commit) => boolean): World => {
  let dead = false;
  return {
    ...world,
    store: {
      ...world.store,
      async commit(partition, commit) {
        if (dead || !like(commit)) return world.store.commit(partition, commit);
        dead = true;
        if (when === 'after') await world.store.commit(partition, commit);
        throw new Error('ended');
      },
    },
  };
};
const asks = ({ confidential }: Commit) => confidential?.events[0]?.type === 'ChoiceAsked';
const delivers = ({ done }: Commit) => done?.work.kind === 'confidential';

describe('P3: a worker that ends on the way', () => {
  it.each(['before', 'after'] as const)(
    '%s the reporter is asked: asked once, and one wake',
    async (when) => {
      const all = await written();
      await all.worker().drained(all.lane);
      all.set('2026-10-06T09:01');
      await all.worker(dying(all.world, when, asks)).drained(all.lane);
      expect(all.errors).not.toStrictEqual([]);
      all.set('2026-10-06T09:11');
      await all.worker().drained(all.lane);
      expect(await all.history()).toStrictEqual(['Written', 'ChoiceAsked']);
      expect(all.said).toStrictEqual([`${vera}: task`, `${person.docent}: choose`]);
      const left = (await all.store.jobs(all.lane, FAR)).map(({ work }) => work);
      expect(left).toMatchObject([{ kind: 'confidential-wake', version: 2 }]);
    },
  );

  it.each(['before', 'after'] as const)(
    '%s a refused card is put away: the reporter is asked once',
    async (when) => {
      const all = await written(false);
      await all.worker(dying(all.world, when, asks)).drained(all.lane);
      all.set('2026-10-05T09:11');
      await all.worker().drained(all.lane);
      expect(await all.history()).toStrictEqual(['Written', 'ChoiceAsked']);
      expect(all.said).toStrictEqual([`${person.docent}: choose`]);
      expect(await all.store.deadJobs(all.lane)).toHaveLength(1);
    },
  );

  it('after a card was sent and before that is noted: it comes again, and nothing else does', async () => {
    const all = await written();
    await all.worker(dying(all.world, 'before', delivers)).drained(all.lane);
    all.set('2026-10-05T09:11');
    await all.worker().drained(all.lane);
    expect(all.said).toStrictEqual([`${vera}: task`, `${vera}: task`]);
    expect(await all.history()).toStrictEqual(['Written']);
  });
});

test('P3: the poll finds the confidential lane, and an empty one costs one query', async () => {
  const all = await written();
  const worker = all.worker();
  const schools = {
    ...all.world,
    store: { ...all.world.store, schools: () => Promise.resolve([all.partition]) },
  };
  const polls = all.worker(schools);
  polls.start();
  while (all.said.length === 0) await new Promise((again) => setTimeout(again, 20));
  await polls.stop();
  expect(all.said).toStrictEqual([`${vera}: task`]);
  await worker.drained(all.partition);
  reset();
  expect(await all.store.jobs(all.lane, all.world.clock.now())).toStrictEqual([]);
  expect(counts).toMatchObject({ requests: 1, queries: 1, rows: 0 });
});

test('P3: a message is kept in one transaction', async () => {
  const all = await written();
  const who = { partition: all.partition, person: school.persons[0]! };
  reset();
  await sendConfidential(all.world, who, { to: omar, letter }, { day: '2026-10-05', nonce: randomUUID() });
  expect(counts.transactions).toBe(1);
});
