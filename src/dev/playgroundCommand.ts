/** `npm run playground -- --as NAAM [--port N]`: the chat as somebody else of the demo school, beside `npm start`. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { developmentConfig } from '../config.ts';
import { folded } from '../domain/folded.ts';
import type { Person, School } from '../domain/school.ts';
import { untilStopped } from '../stopping.ts';
import { loadDemoSchool } from './demoSchool.ts';
import { FIRST_PORT, startPlayground } from './playground.ts';

/** Wrong usage: the message is all that the person who typed it needs. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const config = developmentConfig();
  const { school, me } = loadDemoSchool();
  const { as, port } = args(school);
  const person = choose(school, as);
  await checkService(config.PORT);
  const playground = await startPlayground({
    person,
    school,
    port: port ?? portOf(school, me, person),
    botUrl: `http://127.0.0.1:${config.PORT}/api/messages`,
    dir: join(config.DATA_DIR, 'playground'),
    ownsChannels: person.id === me,
  });
  console.log(`Chat als ${person.name}: ${playground.url}`);
  console.log('Stoppen: Ctrl-C');
  untilStopped(() => playground.stop());
}

function args(school: School): { as: string; port: number | undefined } {
  let values: { as?: string; port?: string };
  try {
    ({ values } = parseArgs({ options: { as: { type: 'string' }, port: { type: 'string' } } }));
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${usage(school.persons)}`);
  }
  if (!values.as?.trim()) throw new UsageError(usage(school.persons));
  if (values.port === undefined) return { as: values.as, port: undefined };
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UsageError(`"${values.port}" is geen poortnummer.`);
  return { as: values.as, port };
}

/** The one whose name contains this, in any case and without regard for accents; a whole name always wins. */
export function choose(school: School, wanted: string): Person {
  const found = school.persons.filter((p) => folded(p.name).includes(folded(wanted)));
  const exact = found.filter((p) => folded(p.name) === folded(wanted));
  const [person, ...more] = exact.length === 1 ? exact : found;
  if (!person) throw new UsageError(`Er is niemand met "${wanted}" in de naam.\n${usage(school.persons)}`);
  if (more.length > 0) throw new UsageError(`Er zijn er meer met "${wanted}" in de naam.\n${usage(found)}`);
  return person;
}

const usage = (persons: Person[]): string =>
  ['Gebruik: npm run playground -- --as NAAM', 'Kies uit:', ...persons.map((p) => `  ${p.name}`)].join('\n');

/** The same port for the same person each time; the demo teacher has the one that `npm start` gives. */
const portOf = (school: School, me: string, person: Person): number =>
  person.id === me ? FIRST_PORT : FIRST_PORT + 1 + school.persons.findIndex((p) => p.id === person.id);

async function checkService(port: number): Promise<void> {
  const url = `http://127.0.0.1:${port}/healthz`;
  const ready = await fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.ok,
    () => false,
  );
  if (!ready)
    throw new Error(
      `Meldpunt draait niet op poort ${port}. Start het eerst in een ander venster: npm start. Draait het op een andere poort? PORT=4000 npm run playground -- --as NAAM`,
    );
}

if (require.main === module)
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(error instanceof UsageError ? 2 : 1);
  });
