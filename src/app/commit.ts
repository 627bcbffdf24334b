/** Runs an attempt until its commit lands: reload, decide again, try again, with jitter between. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import type { Planned, Work } from '../domain/messages.ts';
import type { Commit, CommitResult } from './ports/commit.ts';
import type { Job, NewJob, Partition } from './ports/rows.ts';
import type { World } from './world.ts';

const TRIES = 12;
const DAY = 24 * 60 * 60_000;

/** The nonce of a form and the day it was made on, under which its result is kept. */
export interface Nonce {
  day: string;
  nonce: string;
}

/**
 * Tries a commit that was decided on what was read, again from the start whenever a guard no longer held.
 * The result of a form that was handled before is its first result; a job that somebody else took over gives `stale`.
 * @throws DomainError `conflict` when it keeps losing; `already-done` for a form that is too old to say whether it is
 */
export async function commitWithRetry<T>(
  world: World,
  partition: Partition,
  form: Nonce | undefined,
  attempt: () => Promise<{ commit: Commit; result: T }>,
): Promise<{ result: T; repeated: boolean } | 'stale'> {
  if (form && tooOld(form, world.clock.now()))
    throw new DomainError(
      'already-done',
      'Deze kaart is te oud en werkt niet meer. Typ **taken** of **help** voor een nieuwe.',
    );
  for (let i = 0; i < TRIES; i++) {
    const before = form && (await world.store.seen(partition, form.day, form.nonce));
    if (before) return { result: before.result as T, repeated: true };
    const { commit, result } = await attempt();
    const seen = form && { ...form, result };
    const outcome: CommitResult = await world.store.commit(partition, { ...commit, seen });
    if (outcome.ok) return { result, repeated: false };
    if (outcome.why === 'seen') return { result: outcome.result as T, repeated: true };
    if (outcome.why === 'stale-job') return 'stale';
    await sleep(Math.random() * 15 * 2 ** Math.min(i, 6));
  }
  throw new DomainError(
    'conflict',
    'Het is nu erg druk. Wat je invulde staat er nog: probeer het zo opnieuw.',
  );
}

/** Whether a form is older than its result would be kept: it might have been sent before. */
const tooOld = ({ day }: Nonce, now: string): boolean =>
  Date.parse(now) - Date.parse(day) > (limits.seenDays + 1) * DAY;

export const withIds = (world: World, planned: readonly Planned[]): NewJob[] =>
  spreadOut(
    world,
    planned.map((job) => ({ ...job, id: world.ids.next() })),
  );

/**
 * As many jobs as a transaction has room for; the others, messages all, wait in one job that plans them next. Timers stand
 * first: no case may be without its wake.
 */
function spreadOut(world: World, jobs: NewJob[]): NewJob[] {
  const most = limits.jobsInTransaction;
  if (jobs.length <= most) return jobs;
  const timers = jobs.filter((job) => job.work.kind !== 'message');
  const sorted = [...timers, ...jobs.filter((job) => job.work.kind === 'message')];
  const rest = sorted.slice(most);
  const id = world.ids.next();
  const spread: NewJob = {
    id,
    lane: `spread>${id}`,
    seq: '1',
    runAt: world.clock.now(),
    work: { kind: 'spread', jobs: rest },
  };
  return [...sorted.slice(0, most), spread];
}

/** Plans what had no room before, and what is left after that. */
export async function planRest(
  world: World,
  partition: Partition,
  job: Job,
  { jobs }: Extract<Work, { kind: 'spread' }>,
): Promise<void> {
  await world.store.commit(partition, { done: job, jobs: spreadOut(world, jobs) });
}

/** Completes a job without writing anything else. */
export const finish = (world: World, partition: Partition, job: Job): Promise<CommitResult> =>
  world.store.commit(partition, { done: job });
