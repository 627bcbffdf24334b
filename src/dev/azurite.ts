/**
 * Azure Tables for a newcomer and for tests: Azurite's table server in this process. It is no documented use of
 * Azurite, so everything that knows its inside stands in this file. Never loaded in production.
 */
import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { lockData } from './dataLock.ts';
// @ts-expect-error Azurite ships no types
import { EMULATOR_ACCOUNT_KEY_STR, EMULATOR_ACCOUNT_NAME } from 'azurite/dist/src/blob/utils/constants';
// @ts-expect-error Azurite ships no types
import TableConfiguration from 'azurite/dist/src/table/TableConfiguration';
// @ts-expect-error Azurite ships no types
import TableServer from 'azurite/dist/src/table/TableServer';

export interface EmbeddedTables {
  connectionString: string;
  /** Saves what was written and closes; safe to repeat. */
  stop(): Promise<void>;
}

interface Azurite {
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
  httpServer: Server;
  metadataStore: { db: { saveDatabase(done: (error?: Error) => void): void } };
}

/** Milliseconds after a write at which it is on disk. Azurite's own 5 seconds lose what a kill comes before. */
const FLUSH_AFTER = 150;

/**
 * Starts on a free port of the loopback address. Writes no logs and sends no telemetry.
 * @param options.dir where the data live on; without it they are gone when it stops
 * @throws DataInUse when another service works on the folder; Error when it can't be made or written
 */
export async function startAzurite({ dir }: { dir?: string } = {}): Promise<EmbeddedTables> {
  if (dir) await mkdir(dir, { recursive: true });
  const unlock = dir ? await lockData(dir) : undefined;
  const server = new TableServer(configuration(dir)) as Azurite;
  // restify gives every request of the process a method `query`. Azurite's express would take that for a query that was
  // parsed already, see no $filter, and answer with the whole table.
  server.httpServer.prependListener('request', (request: IncomingMessage & { query?: undefined }) => {
    request.query = undefined;
  });
  await server.start();

  const flush = () =>
    new Promise<void>((resolve, reject) =>
      server.metadataStore.db.saveDatabase((error) => (error ? reject(error) : resolve())),
    );
  let timer: NodeJS.Timeout | undefined;
  if (dir) {
    server.httpServer.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (request.method === 'GET') return;
      // Not put off by later writes: a busy minute is saved as it goes. A save that fails is tried after the next write and on stop.
      response.on('finish', () => {
        timer ??= setTimeout(() => {
          timer = undefined;
          flush().catch(() => undefined);
        }, FLUSH_AFTER);
      });
    });
  }

  let stopping: Promise<void> | undefined;
  async function stop() {
    clearTimeout(timer);
    if (dir) await flush();
    await server.close();
    await unlock?.();
  }
  const address = server.getHttpServerAddress();
  return {
    connectionString: [
      'DefaultEndpointsProtocol=http',
      `AccountName=${EMULATOR_ACCOUNT_NAME}`,
      `AccountKey=${EMULATOR_ACCOUNT_KEY_STR}`,
      `TableEndpoint=${address}/${EMULATOR_ACCOUNT_NAME};`,
    ].join(';'),
    stop: () => (stopping ??= stop()),
  };
}

/** The settings by place, as Azurite's constructor has them. */
function configuration(dir: string | undefined): unknown {
  const database = join(dir ?? '', 'tables.json');
  const [noDebugLog, noAccessLog, inMemory] = [false, false, dir === undefined];
  return new TableConfiguration(
    '127.0.0.1',
    0,
    5, // seconds an idle connection is kept
    database,
    noDebugLog,
    noAccessLog,
    undefined, // where the access log would go
    undefined, // where the debug log would go
    false, // not loose: what Azure refuses is refused
    false, // checks the API version
    '', // no certificate
    '', // nor its key
    '', // nor its password
    undefined, // no OAuth
    false, // product-style URLs
    inMemory,
  );
}
