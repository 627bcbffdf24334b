/** Wires the parts to a running service; what differs between development and production comes in. */
import { randomUUID } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import restify from 'restify';
import type { Server } from 'restify';
import { addPages } from './api/pages.ts';
import { addApi } from './api/routes.ts';
import { addTabFiles } from './api/tabFiles.ts';
import type { TokenRules } from './api/token.ts';
import { keepReleased } from './app/release.ts';
import { openYear } from './app/year.ts';
import type { Clock } from './app/ports/clock.ts';
import type { Store } from './app/ports/store.ts';
import { makeWorker } from './app/worker.ts';
import type { World } from './app/world.ts';
import type { Log } from './log.ts';
import { onlyJson } from './onlyJson.ts';
import { addMessages, makeAdapter } from './teams/adapter.ts';
import type { BotAuth } from './teams/adapter.ts';
import { makeBot } from './teams/bot.ts';
import type { CaseLinks } from './teams/links.ts';
import { makeMessenger } from './teams/messenger.ts';

/** So that a school's people do not all get their card of the morning in one second; a newcomer need not wait for it. */
const SPREAD = 5 * 60_000;

export interface ServiceOptions {
  store: Store;
  clock: Clock;
  auth: BotAuth;
  /** The bot's id as channels know it. */
  botId: string;
  tokens: TokenRules;
  links: CaseLinks;
  host: string | undefined;
  port: number;
  pollMs: number;
  leaseMs: number;
  dev: boolean;
  /** The protocols of this deploy by id. */
  released: World['released'];
  /** Where the built tab is; absent in tests that need none. */
  tabDir?: string;
  log: Log;
  /** More routes, in development. */
  more?: (server: Server, world: World, nudge: (partition: string) => void) => void;
}
export interface Service {
  port: number;
  world: World;
  /** Looks at a school's queue now, and waits until nothing that is due can run any more. */
  drained(partition: string): Promise<void>;
  /** Takes no more requests, ends what is running, stops the worker. */
  stop(): Promise<void>;
}

/** @throws Error when the port is taken or a protocol in use was changed; nothing listens then */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { store, clock, auth, log, dev } = options;
  const world: World = {
    store,
    clock,
    ids: { next: randomUUID },
    released: options.released,
    spreadMs: dev ? 0 : SPREAD,
  };
  for (const school of await store.schools()) {
    await keepReleased(world, school);
    await openYear(world, school);
  }

  const adapter = makeAdapter(auth);
  const messenger = makeMessenger({ adapter, appId: auth.appId, botId: options.botId, links: options.links });
  const worker = makeWorker(
    world,
    messenger,
    { pollMs: options.pollMs, leaseMs: options.leaseMs, lanes: 8 },
    log,
  );
  const nudge = (partition: string) => worker.nudge(partition);
  const bot = makeBot({ world, adapter, appId: auth.appId, links: options.links, nudge, log });

  const server = restify.createServer({
    name: 'meldpunt',
    handleUncaughtExceptions: false,
    // Its own lines name addresses: faults only, into our log. Its types still name another logger than pino.
    log: log.child({}, { level: 'warn' }) as never,
  });
  server.use(onlyJson);
  server.get('/healthz', (_req, res, next) => {
    res.json(200, { ready: true });
    next();
  });
  addMessages(server, adapter, bot);
  addPages(server);
  addApi(server, { world, tokens: options.tokens, log, nudge });
  if (options.tabDir) addTabFiles(server, { dir: options.tabDir, dev });
  options.more?.(server, world, nudge);
  await listen(server, options.port, options.host);
  worker.start();

  return {
    port: server.address().port,
    world,
    drained: (partition) => worker.drained(partition),
    async stop() {
      // Browsers and Teams keep idle connections open; requests under way are let finish.
      const idle = setInterval(() => (server.server as HttpServer).closeIdleConnections(), 50);
      await new Promise<void>((done) => {
        server.close(done);
      });
      clearInterval(idle);
      await worker.stop();
    },
  };
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((ready, fail) => {
    // restify hands an error of its server on, and one that nobody hears ends the process.
    server.once('error', fail);
    server.listen(port, host, () => ready());
  });
}
