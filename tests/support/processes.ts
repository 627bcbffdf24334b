/** Real processes: the built service as an operator runs it, and a table server of its own. None outlives its test file. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { until } from './until.ts';

const SERVICE = 'dist/server/dev/start.js';
const AZURITE = 'node_modules/azurite/dist/src/table/main.js';
/** Azurite's well-known development account. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export interface Running {
  pid: number;
  /** All that it wrote so far. */
  out(): string;
  err(): string;
  signal(signal: NodeJS.Signals): void;
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

const running = new Set<Running>();
const killAll = () => running.forEach((child) => child.signal('SIGKILL'));
process.once('exit', killAll);
afterAll(endAll);

/** Ends all that was started here, also what stands still. It happens after the last test of a file in any case. */
export async function endAll(): Promise<void> {
  killAll();
  await Promise.all([...running].map((child) => child.exited));
}

/** Runs Node with nothing of this process's environment but what is given. */
export function run(args: string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH, ...env } });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on('data', (text: Buffer) => void out.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => void err.push(text.toString()));
  const started: Running = {
    pid: child.pid!,
    out: () => out.join(''),
    err: () => err.join(''),
    signal: (signal) => void child.kill(signal),
    exited: new Promise((done) => {
      child.once('close', (code, signal) => {
        running.delete(started);
        done({ code, signal });
      });
    }),
  };
  running.add(started);
  return started;
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

export interface Tables {
  /** Where it listens. */
  url: string;
  /** For a client that reaches it by another address, such as a proxy's; by its own when left out. */
  connectionString(url?: string): string;
}

/** A table server that survives whatever happens to the service. Its data are gone with it. */
export async function startTables(): Promise<Tables> {
  const port = await freePort();
  const options = ['--inMemoryPersistence', '--silent', '--disableTelemetry', '--tableHost', '127.0.0.1'];
  const child = run([AZURITE, ...options, '--tablePort', String(port)]);
  const url = `http://127.0.0.1:${port}`;
  await until(`Azurite listens\n${child.err()}`, () => answers(url));
  return {
    url,
    connectionString: (at = url) =>
      `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};TableEndpoint=${at}/${ACCOUNT};`,
  };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return true;
    },
    () => false,
  );

export interface RunningService extends Running {
  url: string;
}

/**
 * The built service without the Playground, once it says that it is ready.
 * @throws Error with what it wrote when it ends before that, or when it was not built
 */
export async function startBuilt(port: number, env: Record<string, string>): Promise<RunningService> {
  needBuild();
  const child = run([SERVICE], { PLAYGROUND: '0', REMINDER_POLL_SECONDS: '1', PORT: String(port), ...env });
  let ended: unknown;
  void child.exited.then((how) => (ended = how));
  await until('the service is ready', () => ended || child.out().includes('Stoppen: Ctrl-C'), { every: 10 });
  if (ended)
    throw new Error(`the service did not start: ${JSON.stringify(ended)}\n${child.out()}${child.err()}`);
  return Object.assign(child, { url: `http://127.0.0.1:${port}` });
}

/** @throws Error that says how to mend it */
export function needBuild(): void {
  const missing = [SERVICE, 'dist/tab/index.html'].find((file) => !existsSync(file));
  if (missing) throw new Error(`${missing} is not there: these tests run what was built. Run: npm run build`);
}
