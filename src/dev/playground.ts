/**
 * Microsoft's Agents Playground, a chat in the browser that looks like Teams, for one person. A development tool:
 * never loaded in production.
 *
 * What its schema allows (version 0.2.28 of the package, 0.1.1 of the file), beyond what its manual says:
 * - exactly five `users`, without `currentUser`; every user has all seven fields, and `userPrincipleName` is spelled so;
 * - one team whose first channel is always "General" and has the team's id; at most one channel besides;
 * - no key for the type, role or members of a chat: all six are in the group chat and the team, with role "user".
 * `tenantId` comes back in every activity. A taken port makes it choose another one in silence, so that is checked here.
 *
 * What it does: every load of its page, and every chat or channel that is opened in it, sends the bot an
 * installationUpdate (add) and a conversationUpdate. It keeps no messages: what is sent while the page is closed gets
 * 201 and is never shown, and a reload empties every chat and channel.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stringify } from 'yaml';
import type { Person, School } from '../domain/school.ts';

/** Where the demo teacher's window listens: the coordinator's channel of the demo school is there. */
export const FIRST_PORT = 56_150;

export interface PlaygroundOptions {
  person: Person;
  school: School;
  port: number;
  /** Where the bot takes activities. */
  botUrl: string;
  /** Each person's window gets a folder of its own in here. */
  dir: string;
  /** One window has the school's team and channel; a channel can be in one place only. */
  ownsChannels: boolean;
}
export interface Playground {
  url: string;
  /** Ends it; safe to repeat. */
  stop(): Promise<void>;
}

const START_MS = 30_000;

/** @throws Error, in Dutch, when the port is taken, the package isn't there or it doesn't start */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { person, port, botUrl } = options;
  await checkFree(port);
  const dir = join(options.dir, slugOf(person.name));
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, '.m365agentsplayground.yml'), stringify(configOf(options)));

  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [
      ...['-r', resolve('src/dev/loopback.cjs'), cli(), 'start'],
      ...['-e', botUrl, '-c', 'msteams', '-p', String(port)],
      // Its default is "localhost", which is ::1 first on many machines, and it listens on 127.0.0.1 only.
      ...['--service-url', `${url}/_connector`, '--disable-telemetry'],
    ],
    {
      cwd: dir,
      env: { ...process.env, BROWSER: 'none', TEAMSAPPTESTER_BROWSER: 'none' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const said = tailOf(child);
  const stop = () => end(child);
  try {
    await answering(url, child);
  } catch {
    await stop();
    throw new Error(`Het chatvenster van ${person.name} is niet gestart.\n${said()}`.trim());
  }
  return { url, stop };
}

function cli(): string {
  try {
    return join(dirname(require.resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js');
  } catch {
    throw new Error('Het chatvenster is niet geïnstalleerd. Draai eerst: npm ci');
  }
}

function checkFree(port: number): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      taken(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Poort ${port} is al in gebruik, misschien door een ander chatvenster. Stop dat eerst, of kies een andere poort.`,
            )
          : error,
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => free()));
  });
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + START_MS;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('ended');
    const ok = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    if (Date.now() > until) throw new Error('no answer');
    await wait(100);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(force);
}

/** The last of what it prints: shown when it doesn't start, and read so that its pipes never fill up. */
function tailOf(child: ChildProcess): () => string {
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (tail = (tail + chunk.toString('utf8')).slice(-2_000)));
  }
  return () => tail.trim();
}

/** "Anne-Sophie van Dummy" → "anne-sophie-van-dummy". */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The contents of `.m365agentsplayground.yml`. */
export function configOf({
  person,
  school,
  ownsChannels,
}: Pick<PlaygroundOptions, 'person' | 'school' | 'ownsChannels'>) {
  const { settings } = school;
  const others = school.persons.filter((p) => p.id !== person.id).slice(0, 5);
  if (others.length < 5)
    throw new Error('Voor een chatvenster zijn zes medewerkers nodig: jij en vijf anderen.');
  const channel = settings.coordinatorChannel;
  const owns = ownsChannels && channel !== undefined;
  return {
    version: '0.1.1',
    tenantId: settings.tenantId,
    bot: { id: 'meldpunt', name: 'Meldpunt' },
    currentUser: userOf(person),
    users: others.map(userOf),
    // By default these ids are the same for everybody, or new with every start: the bot then loses track of the chat.
    personalChat: { id: `a:chat-${person.id}` },
    groupChat: { id: `19:groep-${person.id}@unq.gbl.spaces`, name: 'Groepschat' },
    team: owns
      ? {
          id: channel.teamId,
          name: settings.name,
          aadGroupId: '5c001000-0000-4000-8000-00000000bbbb',
          channels: [{ id: channel.channelId, name: 'Zorgcoördinatie' }],
        }
      : {
          id: `19:team-${person.id}@thread.tacv2`,
          name: 'De kanalen staan in het eerste venster',
          aadGroupId: '5c001000-0000-4000-8000-00000000cccc',
          channels: [],
        },
  };
}

function userOf(person: Person) {
  const [givenName = person.name, ...rest] = person.name.split(' ');
  const mail = `${slugOf(person.name)}@voorbeeldschool.example`;
  return {
    // Its people picker sends this id, where Teams sends the object id.
    id: person.id,
    name: person.name,
    userPrincipleName: mail,
    aadObjectId: person.id,
    givenName,
    surname: rest.join(' '),
    email: mail,
  };
}
