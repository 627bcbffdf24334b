/** Reminders and lateness reach a person as one card in the morning (P17): planned at the first of them, made when it is sent. */
import { coverOf, doing, hearing } from '../domain/covering.ts';
import type { Message, Work } from '../domain/messages.ts';
import { nextWorkday, worksOn } from '../domain/presence.ts';
import type { Person, School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import { isTaskNow } from '../domain/urgency.ts';
import type { Loaded } from './load.ts';
import { finish, withIds } from './commit.ts';
import { morningTasks } from './digestTasks.ts';
import type { Messenger, Task } from './ports/messenger.ts';
import type { Job, Partition } from './ports/rows.ts';
import { SendFailure } from './ports/messenger.ts';
import { inPlaceOf, notSent } from './digestUnsent.ts';
import { tasksOf } from './tasks.ts';
import { inTime } from './times.ts';
import { calendarOf } from './world.ts';
import type { Who, World } from './world.ts';

/** What is said in a digest only, to a person. */
export type Nudge = Extract<Message, { say: 'reminder' | 'escalation' }> & { to: { person: string } };
export const isNudge = (message: Message): message is Nudge =>
  (message.say === 'reminder' || message.say === 'escalation') && 'person' in message.to;

/** How many milliseconds a person's card comes later than the morning, so that a school does not get them all at once. */
function spreadOf(person: string, spreadMs: number): number {
  let hash = 0;
  for (const char of person) hash = (hash * 31 + char.codePointAt(0)!) >>> 0;
  return Math.floor((hash / 2 ** 32) * spreadMs);
}

/**
 * Plans the cards that a reminder or escalation comes on: of the person, of who stands in, or of the coordinators (P15).
 * One for each person and day: whoever comes second finds the slot taken.
 */
export async function planNudge(
  world: World,
  partition: Partition,
  job: Job,
  message: Nudge,
  loaded: Loaded,
): Promise<void> {
  const { state, school, calendar } = loaded;
  const today = calendar.dateOf(world.clock.now());
  const step = state.steps[message.step]!;
  const circle = message.say === 'reminder' ? doing(step, loaded) : hearing(message.function, loaded);
  const cardsFor = (id: string) => {
    const { asked, waits, coordinators } = coverOf(id, circle, step, today, loaded);
    const own = [
      { person: asked?.id, date: today },
      { person: id, date: waits },
      ...coordinators.map((coordinator) => {
        const person = personOf(school, coordinator)!;
        const date = worksOn(person, today) ? today : nextWorkday(person, today, calendar);
        return { person: coordinator, date };
      }),
    ];
    return own.flatMap(({ person, date }) => (person && date ? { person, date } : []));
  };
  const own = cardsFor(message.to.person);
  // Who may not hear it any more makes room for those who may now (P13).
  const instead = circle.persons.length > 0 ? circle : hearing(loaded.protocol.coordinator, loaded);
  const cards = own.length > 0 ? own : instead.persons.flatMap(cardsFor);
  for (const { person, date } of cards) await planDigest(world, partition, person, date, school);
  if (cards.length > 0) await finish(world, partition, job);
  else await world.store.commit(partition, { bury: { job, reason: UNHEARD, at: world.clock.now() } });
}

/** Why a message is kept that was for nobody. */
export const UNHEARD = 'Niemand mag of kan dit horen.';

/** Plans a person's card for a date, unless it was planned before. */
export async function planDigest(
  world: World,
  partition: Partition,
  person: string,
  date: string,
  school: School,
): Promise<void> {
  const now = world.clock.now();
  const morning = calendarOf(school, now).morningOf(date);
  const begin = Date.parse(morning > now ? morning : now);
  const runAt = new Date(begin + spreadOf(person, world.spreadMs)).toISOString();
  const work: Work = { kind: 'digest', person, date };
  await world.store.commit(partition, {
    slot: { date, kind: 'digest', where: person },
    jobs: withIds(world, [{ lane: `digest>${date}>${person}`, seq: '1', runAt, work }]),
  });
}

/** Sends a person's card; nothing where there is nothing left to say. */
export async function runDigest(
  world: World,
  messenger: Messenger,
  partition: Partition,
  job: Job,
  { person: id, instead }: Extract<Work, { kind: 'digest' }>,
  until: string,
): Promise<void> {
  const school = await world.store.school(partition);
  const person = personOf(school, id);
  const later = person && laterThan(person, school, world.clock.now());
  if (later?.again) {
    await world.store.commit(partition, { again: { job, runAt: later.again } });
    return;
  }
  if (later?.date && !instead) await planDigest(world, partition, id, later.date, school);
  const all = person && !later ? await morningTasks(world, partition, school, instead ?? id) : [];
  const tasks = instead === undefined ? all : inPlaceOf(instead, id, all, world);
  try {
    if (person && tasks.length > 0) await send(world, messenger, { partition, person }, tasks, job, until);
    await finish(world, partition, job);
  } catch (error) {
    if (!(error instanceof SendFailure) || error.reason === 'busy') throw error;
    await notSent(world, partition, job, id, error, tasks);
  }
}

/** When a card that comes outside school hours, or to somebody who does not work, is for: later today, or another date. */
function laterThan(
  person: Person,
  school: School,
  now: string,
): { again?: string; date?: string } | undefined {
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  const works = worksOn(person, today);
  if (works && calendar.mayRemindAt(now)) return undefined;
  const morning = calendar.morningOf(today);
  return works && calendar.isSchoolDay(today) && now < morning
    ? { again: morning }
    : { date: nextWorkday(person, today, calendar) };
}

async function send(
  world: World,
  messenger: Messenger,
  who: Who,
  tasks: readonly Task[],
  job: Job,
  until: string,
): Promise<void> {
  const conversation = await world.store.conversation(who.partition, who.person.id);
  if (!conversation) throw new SendFailure('no-chat', 'no chat yet');
  const all = (await tasksOf(world, who)).filter(isTaskNow).length;
  inTime(world, until);
  const [only] = tasks;
  // One thing is its own card: no tap more than needed.
  if (tasks.length === 1) await messenger.toPerson(conversation, { ...only!, nonce: job.id });
  else await messenger.digest(conversation, tasks, job.id, all);
}
