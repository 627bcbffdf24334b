/** `npm start`: everything a newcomer needs, with nothing to configure. Never loaded in production. */
import { join } from 'node:path';
import { confidentialPartition } from '../app/confidential.ts';
import { ConfigError, developmentConfig } from '../config.ts';
import type { DevelopmentConfig } from '../config.ts';
import { functionTitle } from '../domain/protocol.ts';
import { makeLog } from '../log.ts';
import { startService } from '../service.ts';
import { connect, StoreUnreachable } from '../storage/client.ts';
import { movableClock } from '../storage/clock.ts';
import { readProtocols } from '../storage/protocolFiles.ts';
import { tableStore } from '../storage/store.ts';
import { untilStopped } from '../stopping.ts';
import { developmentLinks } from '../teams/links.ts';
import { startAzurite } from './azurite.ts';
import { addClockRoute } from './clockRoute.ts';
import { protocolArgument, withProtocol } from './demoProtocol.ts';
import type { DemoSchool } from './demoSchool.ts';
import { loadDemoSchool } from './demoSchool.ts';
import { addHostRoutes } from './hostRoutes.ts';
import { developmentIdentity } from './identity.ts';
import { FIRST_PORT, startPlayground } from './playground.ts';

async function main(): Promise<void> {
  checkNode();
  const config = developmentConfig();
  const log = makeLog(config.LOG_LEVEL);
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (const stop of stops.reverse()) await stop();
  };
  try {
    await start(config, log, stops);
  } catch (error) {
    await stopAll();
    throw error;
  }
  untilStopped(stopAll);
}

async function start(
  config: DevelopmentConfig,
  log: ReturnType<typeof makeLog>,
  stops: (() => Promise<void>)[],
): Promise<void> {
  const protocols = readProtocols('protocols');
  const asked = protocolArgument(process.argv.slice(2), [...protocols.keys()]);
  const demo = demoSchool(protocols, asked);
  // Each protocol has a demo school of its own: running cases keep their people.
  if (asked) config.DATA_DIR = join(config.DATA_DIR, asked);
  const store = tableStore(await connect(await tablesOf(config, stops)));
  const schoolId = demo.school.settings.id;
  if (!(await store.schools()).includes(schoolId)) await store.saveSchool(demo.school);

  const clock = await movableClock(store);
  const identity = await developmentIdentity(demo.school.settings.tenantId);
  const origin = `http://127.0.0.1:${config.PORT}`;
  const service = await startService({
    store,
    released: protocols,
    clock,
    auth: { appId: '', options: {} },
    botId: 'meldpunt',
    tokens: identity.rules,
    links: developmentLinks(origin),
    host: '127.0.0.1',
    port: config.PORT,
    pollMs: config.REMINDER_POLL_SECONDS * 1000,
    leaseMs: config.JOB_LEASE_SECONDS * 1000,
    dev: true,
    tabDir: 'dist/tab',
    log,
    more(server, world, nudge) {
      const people = async () => {
        const { persons, settings } = await world.store.school(schoolId);
        const protocol = world.released.get(settings.protocol)!.protocol;
        return persons.map((p) => ({
          id: p.id,
          name: p.name,
          functions: p.posts.map((post) => functionTitle(protocol, post.function)),
        }));
      };
      addHostRoutes(server, { people, token: identity.token });
      addClockRoute(server, clock, () => {
        nudge(schoolId);
        nudge(confidentialPartition(schoolId));
      });
    },
  });
  stops.push(() => service.stop());
  // Another process on this store may move the clock.
  const refresh = setInterval(() => void clock.refresh().catch(() => undefined), 1000);
  stops.push(() => Promise.resolve(clearInterval(refresh)));

  const me = demo.school.persons.find((p) => p.id === demo.me)!;
  if (config.PLAYGROUND === '1') {
    const playground = await startPlayground({
      person: me,
      school: demo.school,
      port: FIRST_PORT,
      botUrl: `${origin}/api/messages`,
      dir: join(config.DATA_DIR, 'playground'),
      ownsChannels: true,
    });
    stops.push(() => playground.stop());
    say(`Chat als ${me.name}:        ${playground.url}`);
    say('Chat als iemand anders:    npm run playground -- --as NAAM');
  }
  const coordinator = demo.school.persons.find((p) =>
    p.posts.some(
      (post) => post.function === protocols.get(demo.school.settings.protocol)?.protocol.coordinator,
    ),
  );
  say(
    `Tabblad met de zaken:      ${origin}/dev${coordinator ? `?als=${encodeURIComponent(coordinator.name)}` : ''}`,
  );
  say('Kies daar bovenaan wie je bent.');
  say('Stoppen: Ctrl-C');
}

/** The demo school, with the protocol that was asked for. */
function demoSchool(protocols: ReturnType<typeof readProtocols>, asked: string | undefined): DemoSchool {
  const demo = loadDemoSchool();
  const own = protocols.get(demo.school.settings.protocol)?.protocol;
  const other = asked === undefined ? undefined : protocols.get(asked)?.protocol;
  return own && other ? { ...demo, school: withProtocol(demo.school, own, other) } : demo;
}

async function tablesOf(config: DevelopmentConfig, stops: (() => Promise<void>)[]): Promise<string> {
  const own = config.TABLES_CONNECTION_STRING ?? config.TABLES_URL;
  if (own) return own;
  const azurite = await startAzurite({ dir: join(config.DATA_DIR, 'tables') });
  stops.push(() => azurite.stop());
  return azurite.connectionString;
}

function checkNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new ConfigError(
    `Meldpunt heeft Node 20.19 of nieuwer nodig; dit is ${process.versions.node}. Haal een nieuwe versie van https://nodejs.org.`,
  );
}

const say = (line: string) => console.log(line);

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});

/** What went wrong at start, for a newcomer: one message with a way forward, no stack trace. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return 'Meldpunt kon niet starten.';
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `Poort ${port} is al in gebruik. Stop het andere programma, of kies een andere poort: PORT=4000 npm start`;
  if (error instanceof StoreUnreachable)
    return `De opslag is niet te bereiken. Klopt TABLES_CONNECTION_STRING of TABLES_URL?\n(${error.message})`;
  return error.message;
}
