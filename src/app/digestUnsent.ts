/** A card of the morning that a person could not be given: it goes to who stands in, else the coordinators hear how much it was (P15). */
import { doing, standInOf } from '../domain/covering.ts';
import type { Planned } from '../domain/messages.ts';
import { withIds } from './commit.ts';
import type { Commit } from './ports/commit.ts';
import type { SendFailure, Task } from './ports/messenger.ts';
import type { Job, Partition } from './ports/rows.ts';
import { unparkIfOpen, unreached, unreachedAll } from './unreached.ts';
import { calendarOf } from './world.ts';
import type { World } from './world.ts';

/** Who stands in for somebody in a task that asks them to do something. */
function secondFor(person: string, { message, state, step, protocol, school }: Task, now: string) {
  if (message.say !== 'reminder' || message.instead !== undefined) return undefined;
  const calendar = calendarOf(school, now);
  const scene = { state, protocol, school, calendar };
  return standInOf(person, doing(step, scene).fn, calendar.dateOf(now), scene)?.id;
}

/** Of a colleague's tasks those in which somebody stands in for them, as they read on that card. */
export const inPlaceOf = (person: string, second: string, tasks: readonly Task[], world: World): Task[] =>
  tasks
    .filter((task) => secondFor(person, task, world.clock.now()) === second)
    .map(
      (task) => ({ ...task, message: { ...task.message, to: { person: second }, instead: person } }) as Task,
    );

/**
 * Who stands in gets the card instead; of what nobody stands in for each coordinator hears once how many tasks it is. For a
 * chat one card waits, however many mornings pass; others hear only of what had no card of its own before: a window that begins.
 */
export async function notSent(
  world: World,
  partition: Partition,
  job: Job,
  person: string,
  failure: SendFailure,
  tasks: readonly Task[],
): Promise<void> {
  const why = failure.reason === 'no-chat' ? ('no-chat' as const) : undefined;
  const now = world.clock.now();
  const untold = tasks.filter(({ step }) => !why || (step.due?.from !== undefined && step.rung === 1));
  const seconds = new Map(untold.map((task) => [task, secondFor(person, task, now)]));
  const covered = untold.filter((task) => seconds.get(task) !== undefined);
  const others = untold.filter((task) => seconds.get(task) === undefined);
  const jobs = withIds(world, [
    ...(why
      ? covered.flatMap((task) => unreached(world, task.message, task, person, job, why))
      : [...new Set(seconds.values())].flatMap((second) =>
          second ? insteadOf(person, second, job, now) : [],
        )),
    ...unreachedAll(world, others, person, job, why),
  ]);
  const rest: Commit = why
    ? { park: { person, job: { ...job, id: `digest-${person}` } }, jobs }
    : { bury: { job, reason: failure.message, at: now }, jobs };
  const kept = await world.store.commit(partition, rest);
  // One waits already.
  if (!kept.ok && kept.why === 'conflict') await world.store.commit(partition, { done: job, jobs });
  await unparkIfOpen(world, partition, person);
}

function insteadOf(person: string, second: string, failed: Job, now: string): Planned[] {
  const { work } = failed;
  if (work.kind !== 'digest') return [];
  const lane = `digest>${work.date}>${second}<${person}`;
  return [{ lane, seq: '1', runAt: now, work: { ...work, person: second, instead: person } }];
}
