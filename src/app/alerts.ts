/** Points to be alert to (P20): shared with kernteams, shown at their dagopening, withdrawn or expired. */
import type { Alert } from '../domain/alerts.ts';
import { expiryOf, maySharePoints, mayWithdraw, pupilNamedIn } from '../domain/alerts.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import type { School } from '../domain/school.ts';
import { teamsOf } from '../domain/school.ts';
import type { Nonce } from './commit.ts';
import { commitWithRetry } from './commit.ts';
import type { Partition } from './ports/rows.ts';
import type { Who, World } from './world.ts';
import { calendarOf, releasedFor } from './world.ts';

/**
 * Shares a point with kernteams, once for each nonce.
 * @throws DomainError with a message for the one who shares it; nothing was written then
 */
export async function shareAlert(
  world: World,
  who: Who,
  { text, teams }: { text: string; teams: readonly string[] },
  form: Nonce,
): Promise<Alert[]> {
  const school = await sharingSchool(world, who);
  const wanted = teamsOf(school).filter((team) => teams.includes(team));
  checkText(text, school);
  if (wanted.length === 0 || wanted.length < new Set(teams).size)
    throw new DomainError('invalid', 'Kies voor welk kernteam het punt is.', 'teams');
  const calendar = calendarOf(school, world.clock.now());
  const from = calendar.dateOf(world.clock.now());
  const until = expiryOf(from, calendar);
  const alerts = wanted.map((team): Alert => {
    return { id: world.ids.next(), text: text.trim(), team, by: who.person.id, from, until };
  });
  const done = await commitWithRetry(world, who.partition, form, () =>
    Promise.resolve({ commit: { alerts }, result: alerts }),
  );
  if (done === 'stale') throw new Error('a point completes no job');
  return done.result;
}

/** @throws DomainError for somebody who may not share points (P20) */
export async function sharingSchool(world: World, who: Who): Promise<School> {
  const school = await world.store.school(who.partition);
  if (maySharePoints(who.person, releasedFor(world, school).protocol)) return school;
  throw new DomainError(
    'forbidden',
    'Een aandachtspunt delen doet de mentor of de coördinator. Vertel het aan een van hen, of typ **melding** als het om een leerling gaat.',
  );
}

function checkText(text: string, school: School): void {
  if (text.trim() === '') throw new DomainError('invalid', 'Schrijf waar we op moeten letten.', 'text');
  if (text.trim().length > limits.alert)
    throw new DomainError('invalid', `Dit is te lang: maximaal ${limits.alert} tekens.`, 'text');
  const named = pupilNamedIn(text, school.pupils);
  if (!named) return;
  const ordinary = named.surname ? ' Bedoel je geen naam? Schrijf het woord dan met een kleine letter.' : '';
  throw new DomainError(
    'invalid',
    `Er staat een naam in je tekst die ook een leerling heeft: ${named.name}. Het hele team leest dit, dus noem alleen de plek of het moment.${ordinary} Gaat het om een leerling? Typ melding.`,
    'text',
  );
}

/** The points that this person may withdraw, newest first. */
export async function ownAlerts(world: World, who: Who): Promise<Alert[]> {
  const school = await world.store.school(who.partition);
  const { protocol } = releasedFor(world, school);
  const now = world.clock.now();
  const alerts = await world.store.alerts(who.partition, calendarOf(school, now).dateOf(now));
  return newestFirst(alerts.filter((alert) => mayWithdraw(who.person, alert, protocol)));
}

/** @throws DomainError when the point is not there any more, or is somebody else's */
export async function withdrawAlert(world: World, who: Who, id: string, form: Nonce): Promise<Alert> {
  const done = await commitWithRetry(world, who.partition, form, async () => {
    const alert = (await ownAlerts(world, who)).find((own) => own.id === id);
    if (!alert) throw new DomainError('already-done', 'Dit punt is al ingetrokken of verlopen.');
    return { commit: { withdraw: alert }, result: alert };
  });
  if (done === 'stale') throw new Error('a point completes no job');
  return done.result;
}

/**
 * What a kernteam has to be alert to on a date, newest first. A point that names somebody who became a pupil since it
 * was shared is left out: it stands in a channel.
 */
export async function alertsOf(
  world: World,
  partition: Partition,
  school: School,
  team: string,
  date: string,
): Promise<Alert[]> {
  const alerts = await world.store.alerts(partition, date);
  return newestFirst(
    alerts.filter((alert) => alert.team === team && !pupilNamedIn(alert.text, school.pupils)),
  );
}

const newestFirst = (alerts: readonly Alert[]): Alert[] =>
  [...alerts].sort((a, b) => b.from.localeCompare(a.from));
