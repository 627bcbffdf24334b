/**
 * kill -9 before the first and after each network call that changes something, on the way from a submitted report to
 * delivered messages. A kill anywhere between two changes leaves the same behind as one right after the first.
 */
import type { Store } from '../../src/app/ports/store.ts';
import { fold } from '../../src/domain/evolve.ts';
import type { Connector } from '../support/connector.ts';
import { textIn } from '../support/connector.ts';
import { freePort, startBuilt, startTables } from '../support/processes.ts';
import type { RunningService } from '../support/processes.ts';
import { makeProxy } from '../support/proxy.ts';
import type { Call, Proxy } from '../support/proxy.ts';
import { until } from '../support/until.ts';
import {
  caseOf,
  chat,
  chatOf,
  filledForm,
  mentor,
  nonceOf,
  numberIn,
  openSchool,
  partition,
  pupil,
  reporter,
  schoolConnector,
} from './school.ts';

/** Stores side by side, each with a service of its own: while one waits for a dead worker's lease, another goes on. */
const RIGS = 3;
const PUPILS = 400;
/** What one report leads to: a card for the mentor and a post in the channel. */
const MESSAGES = 2;

interface Rig {
  proxy: Proxy;
  connector: Connector;
  store: Store;
  /** Where the service finds the connector: at the proxy. */
  serviceUrl: string;
  service: RunningService;
  restart(): Promise<void>;
  /** Each round is about a pupil of its own. */
  pupils: number;
}
interface Moment {
  call: number;
  when: 'before' | 'after';
}

const rigs: Rig[] = [];
afterAll(() => Promise.all(rigs.flatMap((rig) => [rig.proxy.stop(), rig.connector.stop()])));

async function startRig(): Promise<Rig> {
  const [tables, connector, port] = await Promise.all([startTables(), schoolConnector(), freePort()]);
  const proxy = makeProxy();
  const serviceUrl = await proxy.inFrontOf('teams', connector.url);
  const { store } = await openSchool(tables.connectionString(), serviceUrl, PUPILS);
  const env = {
    TABLES_CONNECTION_STRING: tables.connectionString(await proxy.inFrontOf('store', tables.url)),
    JOB_LEASE_SECONDS: '3',
    LOG_LEVEL: 'error',
  };
  const start = () => startBuilt(port, env);
  const rig: Rig = {
    proxy,
    connector,
    store,
    serviceUrl,
    service: await start(),
    restart: async () => void (rig.service = await start()),
    pupils: 0,
  };
  // The mentor's chat is known from here on.
  await chat(mentor, { url: rig.service.url, serviceUrl }).say('hallo');
  rigs.push(rig);
  return rig;
}

/** What the service does by itself every second: to read the clock and the list of schools. Nobody submitted anything then. */
const ofThePoll = ({ what }: Call) => /store: GET (clock|school)$/.test(what);
const endOfDrain = ({ what }: Call) => what === 'store: DELETE drain';

/** Waits until the service has just looked at its queue: for most of a second it does nothing by itself. */
async function quiet({ proxy }: Rig): Promise<void> {
  let ended = false;
  proxy.after = (call) => {
    ended ||= endOfDrain(call);
    return true;
  };
  await until('the service looks at its queue', () => ended, { every: 2 });
  proxy.after = undefined;
}

/** Submits a report about a new pupil, lets `happen` follow the calls, and tells what should hold afterwards but doesn't. */
async function round(rig: Rig, happen: (submit: Promise<unknown>) => Promise<void>): Promise<string[]> {
  const about = pupil(rig.pupils++);
  const own = () => chat(reporter, { url: rig.service.url, serviceUrl: rig.serviceUrl });
  const form = await filledForm(own(), rig.connector, about);
  const from = rig.connector.sent.length;
  await quiet(rig);
  await happen(
    own()
      .press(form)
      .catch(() => undefined),
  );

  const again = numberIn(await own().press(form));
  const [id, ...more] = await rig.store.openCasesOf(partition, about);
  const state = id && fold((await rig.store.load(partition, id))!.events);
  if (!state) return ['there is no open case'];
  const sent = () => rig.connector.sent.slice(from);
  const steps = () => sent().filter((s) => s.conversation === chatOf(mentor) && caseOf(s) === id);
  const posts = () =>
    sent().filter(
      (s) => s.conversation.startsWith('19:') && textIn(s.body).includes(`Zaak ${state.number} is`),
    );
  const jobs = () => rig.store.jobs(partition, '9999-01-01T00:00:00.000Z');
  await until('no message is left', async () => !(await jobs()).some((job) => job.work.kind === 'message'), {
    every: 100,
  }).catch(() => undefined);

  const left = await jobs();
  const wakes = left.filter(
    ({ work }) => work.kind === 'wake' && work.case === id && work.version === state.version,
  );
  const holds: [boolean, string][] = [
    [more.length === 0, `${more.length + 1} open cases`],
    [state.reports.length === 1, `${state.reports.length} reports in the case`],
    [again === state.number, `the second press answered ${again}, the case is ${state.number}`],
    [numberIn(await own().press(form)) === again, 'the third press answered something else'],
    [steps().length >= 1, 'the mentor got no card'],
    [new Set(steps().map(nonceOf)).size <= 1, 'copies of the mentor’s card with several ids'],
    [posts().length >= 1, 'the channel got no post'],
    // Both may be on their way at the kill; what comes again after it comes once.
    [Math.max(steps().length, posts().length) <= 2, `${steps().length} cards, ${posts().length} posts`],
    [left.every((job) => job.work.kind === 'wake'), 'jobs are left besides wakes'],
    [wakes.length === 1, `${wakes.length} wakes of the current version`],
    [(await rig.store.deadJobs(partition)).length === 0, 'a job was buried'],
  ];
  return holds.flatMap(([so, otherwise]) => (so ? [] : [otherwise]));
}

/** An undisturbed round; answers its calls. */
async function undisturbed(rig: Rig): Promise<{ calls: string[]; wrong: string[] }> {
  const calls: string[] = [];
  const wrong = await round(rig, async (submit) => {
    let delivered = false;
    rig.proxy.before = (call) => {
      if (!ofThePoll(call) && !delivered) calls.push(call.what);
      return true;
    };
    rig.proxy.after = (call) => {
      // On a busy machine a look at the empty queue may end just after the submit: that one delivered nothing.
      const sends = calls.filter((what) => what.startsWith('teams: POST')).length;
      delivered ||= endOfDrain(call) && sends >= MESSAGES;
      return true;
    };
    await submit;
    await until('the messages are delivered', () => delivered);
    rig.proxy.before = rig.proxy.after = undefined;
  });
  return { calls, wrong };
}

/** A round in which the service is killed at one moment and started again. */
async function killed(rig: Rig, moment: Moment): Promise<{ what: string | undefined; wrong: string[] }> {
  let what: string | undefined;
  const wrong = await round(rig, async () => {
    let count = 0;
    let victim: Call | undefined;
    const kill = () => {
      what = victim?.what;
      rig.service.signal('SIGKILL');
      return false;
    };
    rig.proxy.before = (call) => {
      if (what) return false;
      if (ofThePoll(call) || ++count !== moment.call) return true;
      victim = call;
      return moment.when === 'before' ? kill() : true;
    };
    rig.proxy.after = (call) => (what ? false : moment.when === 'after' && call === victim ? kill() : true);
    let ended = false;
    void rig.service.exited.then(() => (ended = true));
    await until('the moment comes', () => ended, { within: 30_000, every: 5 });
    rig.proxy.before = rig.proxy.after = undefined;
    await rig.restart();
  });
  return { what, wrong };
}

describe('kill -9 of the service, and a new start', () => {
  let calls: string[] = [];

  beforeAll(async () => {
    await Promise.all(Array.from({ length: RIGS }, startRig));
  }, 90_000);

  it('an undisturbed report is a case with its messages, in a known number of calls', async () => {
    const rounds = await Promise.all(rigs.map(undisturbed));
    expect(rounds.flatMap((r) => r.wrong)).toStrictEqual([]);
    calls = rounds.map((r) => r.calls).sort((a, b) => a.length - b.length)[0]!;
    for (const part of ['POST event', 'POST job', 'teams: POST', 'DELETE job'])
      expect(calls.join('\n')).toContain(part);
  }, 90_000);

  it('before the first and after each call that changes something: one case, each message at least once, and the second press gets the first result', async () => {
    expect(calls).not.toStrictEqual([]);
    const changes = calls.flatMap((what, i) => (what.includes(': GET ') ? [] : [i + 1]));
    const moments: Moment[] = [
      { call: changes[0]!, when: 'before' },
      ...changes.map((call) => ({ call, when: 'after' as const })),
    ];
    const faults: string[] = [];
    await Promise.all(
      rigs.map(async (rig) => {
        for (let moment = moments.shift(); moment; moment = moments.shift()) {
          const { call, when } = moment;
          const { what, wrong } = await killed(rig, moment);
          faults.push(...wrong.map((w) => `${when} call ${call} (${what}): ${w}`));
        }
      }),
    );
    expect(faults).toStrictEqual([]);
  }, 300_000);
});
