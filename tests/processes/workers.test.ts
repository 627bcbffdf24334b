/** Several service processes on one store: their workers share the queue. */
import { change } from '../../src/app/change.ts';
import type { NewJob } from '../../src/app/ports/rows.ts';
import type { Store } from '../../src/app/ports/store.ts';
import { calendarOf } from '../../src/app/world.ts';
import type { Message } from '../../src/domain/messages.ts';
import type { School } from '../../src/domain/school.ts';
import type { Connector } from '../support/connector.ts';
import { textIn } from '../support/connector.ts';
import { endAll, freePort, startBuilt, startTables } from '../support/processes.ts';
import type { RunningService, Tables } from '../support/processes.ts';
import { makeProxy } from '../support/proxy.ts';
import type { Call, Proxy } from '../support/proxy.ts';
import { until } from '../support/until.ts';
import { kiim, openCase, report } from '../support/world.ts';
import {
  chat,
  chatOf,
  caseOf,
  mentor,
  nonceOf,
  now,
  openSchool,
  partition,
  pupil,
  reporter,
  schoolConnector,
} from './school.ts';

interface Rig {
  tables: Tables;
  proxy: Proxy;
  connector: Connector;
  store: Store;
  school: School;
  serviceUrl: string;
}
const rigs: Rig[] = [];
afterEach(async () => {
  await endAll();
  for (const { proxy, connector } of rigs.splice(0)) {
    await proxy.stop();
    await connector.stop();
  }
});

async function startRig(pupils: number): Promise<Rig> {
  const [tables, connector] = await Promise.all([startTables(), schoolConnector()]);
  const proxy = makeProxy();
  const serviceUrl = await proxy.inFrontOf('teams', connector.url);
  const { store, school } = await openSchool(tables.connectionString(), serviceUrl, pupils);
  const rig: Rig = { tables, proxy, connector, store, school, serviceUrl };
  rigs.push(rig);
  return rig;
}

/** One more process on the rig's store; its calls have this name. */
async function start(rig: Rig, leaseSeconds: number, name = 'store'): Promise<RunningService> {
  const store = await rig.proxy.inFrontOf(name, rig.tables.url);
  return startBuilt(await freePort(), {
    TABLES_CONNECTION_STRING: rig.tables.connectionString(store),
    JOB_LEASE_SECONDS: String(leaseSeconds),
    LOG_LEVEL: 'warn',
  });
}
const hello = (service: RunningService, { serviceUrl }: Rig) =>
  chat(mentor, { url: service.url, serviceUrl }).say('hallo');

/** Opens a case without the messages that a report leads to: a test puts in its own. */
async function openQuietly({ store, school }: Rig, n: number): Promise<{ id: string; step: string }> {
  const id = `zaak-${n}`;
  const about = { pupil: pupil(n) };
  const command = openCase({
    at: now(),
    by: { person: reporter, function: 'docent' },
    case: id,
    number: `2026-${String(n).padStart(4, '0')}`,
    report: report({ about: [about] }),
    about,
    holders: { mentor },
    figure: `figure-${n}`,
  });
  const opened = change(command, { protocol: kiim.protocol, school, calendar: calendarOf(school, now()) });
  const wake = opened.jobs.find((job) => job.work.kind === 'wake')!;
  await store.commit(partition, { cases: [opened.change!], jobs: [{ ...wake, id: `wake-${n}` }] });
  return { id, step: Object.keys(opened.state.steps)[0]! };
}

/** The nth message of a case's lane. */
function job(id: string, n: number, message: Omit<Message, 'case'>, runAt = now()): NewJob {
  const seq = `0000000001.${String(n).padStart(3, '0')}`;
  const work = { kind: 'message' as const, message: { ...message, case: id } as Message };
  return { id: `${id}.${n}`, lane: `${id}>lane`, seq, runAt, work };
}
const toMentor = (step: string) => ({ to: { person: mentor }, say: 'step' as const, step });
const toChannel = { to: { channel: 'coordinator' as const }, say: 'opened' as const };
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

const messagesLeft = async ({ store }: Rig) =>
  (await store.jobs(partition, '9999-01-01T00:00:00.000Z')).filter((j) => j.work.kind === 'message');
const cardsIn = ({ connector }: Rig) => connector.to(chatOf(mentor)).filter((s) => nonceOf(s));
const idsOf = (rig: Rig, id: string) =>
  cardsIn(rig)
    .filter((s) => caseOf(s) === id)
    .map(nonceOf);

describe('three processes on one store', () => {
  it('deliver 150 messages once each, and each lane in its order', async () => {
    const [cases, each] = [15, 10];
    const rig = await startRig(cases);
    const opened: { id: string; step: string }[] = [];
    for (let n = 0; n < cases; n++) opened.push(await openQuietly(rig, n));
    const services = await Promise.all([1, 2, 3].map(() => start(rig, 20)));
    await hello(services[0]!, rig);

    // A part is due at once, the rest while they are at it: the right to drain goes from hand to hand.
    const soon = (n: number) => new Date(Date.parse(now()) + (n % 5) * 1_000).toISOString();
    for (const [n, { id, step }] of opened.entries()) {
      const jobs = upTo(each).map((i) => job(id, i, toMentor(step), soon(n)));
      await rig.store.commit(partition, { jobs });
    }
    await until('all is delivered', async () => (await messagesLeft(rig)).length === 0, {
      within: 60_000,
      every: 200,
    });
    expect(cardsIn(rig)).toHaveLength(cases * each);
    for (const { id } of opened) expect(idsOf(rig, id)).toStrictEqual(upTo(each).map((i) => `${id}.${i}`));
  }, 120_000);
});

describe('a process that stands still past its lease, and goes on when another has taken over', () => {
  const LEASE = 6;
  let rig: Rig;
  let still: RunningService;
  let first: { id: string; step: string };
  let second: { id: string; step: string };
  let goOn: () => void;

  beforeEach(async () => {
    rig = await startRig(3);
    first = await openQuietly(rig, 1);
    second = await openQuietly(rig, 2);
    still = await start(rig, LEASE, 'still');
    await hello(still, rig);
  }, 60_000);

  /** Puts these in the queue and stops the process as soon as the proxy sees a call, whose answer is held back. */
  async function standStillAt(at: (call: Call) => boolean, jobs: NewJob[]): Promise<void> {
    const answered = new Promise<void>((done) => (goOn = done));
    let stopped = false;
    rig.proxy.after = async (call) => {
      if (stopped || !at(call)) return true;
      stopped = true;
      still.signal('SIGSTOP');
      await answered;
      return true;
    };
    await rig.store.commit(partition, { jobs });
    await until('the process is in the middle of it', () => stopped);
  }
  /** Another takes over, beside which more is put in; then the first one goes on. */
  async function takeOver(more: NewJob[]): Promise<void> {
    await rig.store.commit(partition, { jobs: more });
    const other = await start(rig, LEASE);
    await until('the other has delivered all', async () => (await messagesLeft(rig)).length === 0);
    expect(other.out()).not.toContain('"level"');
  }
  async function wakeUp(): Promise<void> {
    const before = await rows();
    goOn();
    still.signal('SIGCONT');
    await until('it answers again', async () => (await fetch(`${still.url}/healthz`)).ok);
    // Some looks at the queue later, whatever it still had in hand has happened.
    let looks = 0;
    rig.proxy.before = ({ what }) => {
      if (what === 'still: GET drain') looks++;
      return true;
    };
    await until('it has looked at the queue', () => looks >= 4);
    expect(await rows()).toStrictEqual(before);
    expect(await messagesLeft(rig)).toStrictEqual([]);
    expect(await rig.store.deadJobs(partition)).toStrictEqual([]);
  }
  const rows = async () => ({
    cases: await Promise.all([first, second].map(({ id }) => rig.store.load(partition, id))),
    threads: await Promise.all(
      [first, second].map(({ id }) => rig.store.thread(partition, id, 'coordinator')),
    ),
  });
  const inOrder = (id: string, n: number) => upTo(n).map((i) => `${id}.${i}`);

  it('in a send: that one message may have come twice, no other, and its late completion changes nothing', async () => {
    const { id, step } = first;
    await standStillAt(
      ({ what, body }) => what.startsWith('teams: POST') && body.includes(`"${id}.3"`),
      upTo(6).map((n) => job(id, n, toMentor(step))),
    );
    await takeOver([
      ...[7, 8].map((n) => job(id, n, toMentor(step))),
      ...upTo(4).map((n) => job(second.id, n, toMentor(second.step))),
    ]);
    await wakeUp();
    const all = inOrder(id, 8);
    expect(idsOf(rig, id)).toStrictEqual([...all.slice(0, 3), ...all.slice(2)]);
    expect(idsOf(rig, second.id)).toStrictEqual(inOrder(second.id, 4));
  }, 90_000);

  it('in the send of a case’s first post: the thread of the one that took over stays', async () => {
    const { id } = first;
    await standStillAt(({ what }) => what === 'teams: POST /v3/conversations', [job(id, 1, toChannel)]);
    await takeOver([job(id, 2, { ...toChannel, say: 'report-linked' })]);
    await wakeUp();
    const posts = rig.connector.sent.filter((s) => s.conversation.startsWith('19:'));
    const [early, again, later] = posts;
    expect(posts).toHaveLength(3);
    for (const post of [early, again]) expect(textIn(post!.body)).toContain('Zaak 2026-0001 is geopend');
    expect(again!.conversation).not.toBe(early!.conversation);
    expect(later!.conversation).toBe(again!.conversation);
    expect(await rig.store.thread(partition, id, 'coordinator')).toBe(again!.conversation);
  }, 90_000);

  it('just before it sends one: it does not send any more what another has sent', async () => {
    const { id, step } = first;
    let calls = 0;
    await standStillAt(
      (call) => call.what === 'still: GET conversation' && ++calls === 3,
      upTo(6).map((n) => job(id, n, toMentor(step))),
    );
    await takeOver(upTo(4).map((n) => job(second.id, n, toMentor(second.step))));
    await wakeUp();
    expect(idsOf(rig, id)).toStrictEqual(inOrder(id, 6));
    expect(idsOf(rig, second.id)).toStrictEqual(inOrder(second.id, 4));
  }, 60_000);
});
