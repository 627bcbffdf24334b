/** The real service in this process: real SDK over HTTP, real table protocol, a fake connector and a clock that the test moves. */
import { randomUUID } from 'node:crypto';
import { FORM_HEADER } from '../../src/api/contract/common.ts';
import { addHostRoutes } from '../../src/dev/hostRoutes.ts';
import { builtTab } from './builtTab.ts';
import { makeLog } from '../../src/log.ts';
import { startService } from '../../src/service.ts';
import type { Service } from '../../src/service.ts';
import type { ListRow } from '../../src/app/ports/rows.ts';
import type { Store } from '../../src/app/ports/store.ts';
import type { Who } from '../../src/app/world.ts';
import { developmentIdentity } from '../../src/dev/identity.ts';
import { developmentLinks } from '../../src/teams/links.ts';
import type { BotAuth } from '../../src/teams/adapter.ts';
import { button, cardOf, startConnector } from './connector.ts';
import type { Card, Connector } from './connector.ts';
import { startAzurite } from '../../src/dev/azurite.ts';
import { connect } from '../../src/storage/client.ts';
import { tableStore } from '../../src/storage/store.ts';
import type { School } from '../../src/domain/school.ts';
import { protocolsIn } from './protocols.ts';
import { at, school as usualSchool } from './world.ts';

export interface Say {
  as: string;
  place?: 'personal' | 'channel' | 'groupChat';
  /** The id of the activity, for one that Teams delivers twice; else a fresh one. */
  activity?: string;
}
export interface Bot {
  /** Where the service listens. */
  url: string;
  service: Service;
  partition: string;
  store: Store;
  connector: Connector;
  /** Lines of the log, as they would be written. */
  log: string[];
  /** To a local time, or to an instant. */
  clock: { set(local: string): void };
  token: (person: string) => Promise<string>;
  get(path: string, person: string): Promise<{ status: number; body: unknown; headers: Headers }>;
  /** Sends a form of the tab; `key` is that of a form that comes again. */
  post(
    path: string,
    body: object,
    person: string,
    more?: { key?: string; etag?: string },
  ): Promise<{ status: number; body: unknown }>;
  say(text: string, from: Say, more?: object): Promise<Response>;
  /** Presses a button: Action.Execute. Answers the body of the invoke response. */
  press(
    data: Record<string, unknown>,
    from: Say,
  ): Promise<{ status: number; body: { type?: string; value?: unknown } }>;
  activity(activity: object, headers?: Record<string, string>): Promise<Response>;
  /** Somebody of the school, as who does something. */
  who(id: string): Promise<Who>;
  /** The open cases of pupils, without that of the school year. */
  cases(): Promise<ListRow[]>;
  /** Waits until nothing runs and nothing more can: what is left waits for its time. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** One tenant and one key for a test file: a key takes its time, and the school that was saved last has the tenant. */
const tenant = 'tenant';
let keys: ReturnType<typeof developmentIdentity> | undefined;

export const chatOf = (person: string) => `chat-${person}`;

interface BotOptions {
  auth?: BotAuth;
  leaseMs?: number;
  /** Another school than that of world.ts. */
  school?: School;
  /** The local time at which the service starts. */
  start?: string;
  /** Where its protocol files are. */
  protocols?: string;
  /** Serves the tab at /dev as well, in a host page that plays Teams. */
  tab?: boolean;
}

export async function startBot(options: BotOptions = {}): Promise<Bot> {
  const school = options.school ?? usualSchool;
  // Tables of its own: a worker polls every school of its store, also those of bots that stopped.
  const tables = await startAzurite();
  const store = tableStore(await connect(tables.connectionString));
  const partition = 'proef';
  const connector = await startConnector();
  connector.members = school.persons.map((p) => ({
    id: `29:${p.id}`,
    name: p.name,
    aadObjectId: p.id,
    userRole: 'user',
  }));
  const channel = { ...usualSchool.settings.coordinatorChannel!, serviceUrl: connector.url };
  await store.saveSchool({
    ...school,
    settings: { ...school.settings, id: partition, tenantId: tenant, coordinatorChannel: channel },
  });
  let now = Date.parse(at(options.start ?? '2026-10-05T08:20'));
  const identity = await (keys ??= developmentIdentity(tenant));
  /** Signed once for each person: that takes longer than what most requests do. */
  const tokens = new Map<string, Promise<string>>();
  const token = (person: string): Promise<string> => {
    const signed = tokens.get(person) ?? identity.token(person);
    tokens.set(person, signed);
    return signed;
  };
  const log: string[] = [];
  const service = await startService({
    store,
    clock: { now: () => new Date(now).toISOString() },
    auth: options.auth ?? { appId: '', options: {} },
    botId: 'bot',
    tokens: identity.rules,
    links: developmentLinks('http://127.0.0.1'),
    host: '127.0.0.1',
    port: 0,
    pollMs: 3_600_000,
    leaseMs: options.leaseMs ?? 60_000,
    dev: true,
    tabDir: options.tab ? builtTab() : undefined,
    more: options.tab
      ? (server) =>
          addHostRoutes(server, { people: () => Promise.resolve(peopleOf(school)), token: identity.token })
      : undefined,
    released: new Map(protocolsIn(options.protocols ?? 'protocols')),
    log: makeLog('debug', { write: (line) => void log.push(line) }),
  });
  const url = `http://127.0.0.1:${service.port}`;

  const bot: Bot = {
    url,
    service,
    partition,
    store,
    connector,
    log,
    clock: { set: (local) => void (now = Date.parse(local.endsWith('Z') ? local : at(local))) },
    token,
    async get(path, person) {
      const res = await fetch(url + path, {
        headers: { authorization: `Bearer ${await token(person)}` },
      });
      return { status: res.status, body: (await res.json()) as unknown, headers: res.headers };
    },
    async post(path, body, person, { key, etag } = {}) {
      const today = new Date(now).toISOString().slice(0, 10);
      const res = await fetch(url + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await token(person)}`,
          'content-type': 'application/json',
          [FORM_HEADER]: key ?? `${today}.${randomUUID()}`,
          ...(etag && { 'if-match': etag }),
        },
        body: JSON.stringify(body),
      });
      return { status: res.status, body: (await res.json()) as unknown };
    },
    activity: (activity, headers = {}) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(activity),
      }),
    say: (text, from, more = {}) => bot.activity({ ...incoming(from), type: 'message', text, ...more }),
    async press(data, from) {
      const res = await bot.activity({
        ...incoming(from),
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'card-1',
        value: { action: { type: 'Action.Execute', verb: data.verb, data }, trigger: 'manual' },
      });
      const text = await res.text();
      return {
        status: res.status,
        body: (text ? JSON.parse(text) : {}) as { type?: string; value?: unknown },
      };
    },
    async who(id) {
      const found = await store.findPerson(tenant, id);
      if (!found) throw new Error(`the school has no ${id}`);
      return found;
    },
    cases: async () => (await store.openList(partition)).filter((row) => row.schoolYear === undefined),
    settled: () => service.drained(partition),
    async stop() {
      await service.stop();
      await connector.stop();
      await tables.stop();
    },
  };

  function incoming({ as, place = 'personal', activity = randomUUID() }: Say) {
    const own = { id: chatOf(as), conversationType: 'personal', tenantId: tenant };
    const shared = {
      id: place === 'channel' ? '19:kern@thread;messageid=1' : '19:group',
      conversationType: place,
      isGroup: true,
      tenantId: tenant,
    };
    return {
      id: activity,
      timestamp: new Date(now).toISOString(),
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: `29:${as}`, name: as, aadObjectId: as },
      recipient: { id: 'bot', name: 'Meldpunt' },
      conversation: place === 'personal' ? own : shared,
      channelData: {
        tenant: { id: tenant },
        ...(place === 'channel' && { team: { id: 'kern-team' }, channel: { id: '19:kern@thread' } }),
      },
    };
  }
  return bot;
}

/** Who can be chosen at the top of the host page. */
const peopleOf = (school: School) =>
  school.persons.map(({ id, name, posts }) => ({ id, name, functions: posts.map((p) => p.function) }));

/** The card that an invoke was answered with. */
export const cardIn = (response: { body: { type?: string; value?: unknown } }): Card => {
  if (response.body.type !== 'application/vnd.microsoft.card.adaptive')
    throw new Error(`no card but ${JSON.stringify(response.body)}`);
  return response.body.value as Card;
};

/** What a client sends when a button is pressed: its data, with the values of the card's inputs. */
export const sentBy = (card: Card, title: string): Record<string, string> => ({
  ...valuesOn(card.body),
  ...button(card, title),
});
const valuesOn = (value: unknown): Record<string, string> => {
  if (Array.isArray(value)) return Object.assign({}, ...value.map(valuesOn)) as Record<string, string>;
  const { type, id, items, value: own } = (value ?? {}) as Record<string, unknown>;
  const input = typeof type === 'string' && type.startsWith('Input.');
  return input ? { [String(id)]: String(own) } : items ? valuesOn(items) : {};
};

/** Types `melding` and goes through the first door: the form that comes in its place. */
export async function openForm(bot: Bot, as: string, text = ''): Promise<Card> {
  await bot.say(`melding ${text}`, { as });
  const doors = cardOf(
    bot.connector
      .to(chatOf(as))
      .filter((sent) => sent.body.attachments)
      .at(-1),
  );
  return cardIn(await bot.press(sentBy(doors, 'Melding maken'), { as }));
}
