/** Runs one claimed job: a case's timer, or a message. Whatever it leads to is committed together with its completion. */
import { firstHoldersIn } from '../domain/barred.ts';
import { SYSTEM } from '../domain/case.ts';
import { unreachable } from '../domain/errors.ts';
import { personOf } from '../domain/school.ts';
import { runBriefing } from './briefing.ts';
import { change } from './change.ts';
import { loadIfThere } from './load.ts';
import type { Loaded } from './load.ts';
import { commitWithRetry, planRest, withIds } from './commit.ts';
import { deliverConfidential, wakeConfidential } from './confidentialJobs.ts';
import { deliver } from './deliver.ts';
import { runDigest } from './digest.ts';
import type { Commit } from './ports/commit.ts';
import type { Messenger } from './ports/messenger.ts';
import type { Job, Partition } from './ports/rows.ts';
import { isNewYear, turnOf } from './turnYear.ts';
import { toCoordinator } from './toCoordinator.ts';
import { runWatchdog } from './watchdog.ts';
import type { World } from './world.ts';
import { openYear } from './year.ts';

/**
 * Runs a job that this worker holds. Comes back when it is completed, parked, or overtaken by another holder.
 * @param until no send begins after this instant: another holder may have sent it, and what comes after it, by then
 * @throws whatever went wrong; the worker backs off and tries again
 */
export async function runJob(
  world: World,
  messenger: Messenger,
  partition: Partition,
  job: Job,
  until: string,
): Promise<void> {
  const { work } = job;
  switch (work.kind) {
    case 'wake':
    case 'review':
      return tick(world, partition, job, work);
    case 'message':
      return deliver(world, messenger, partition, job, work.message, until);
    case 'spread':
      return planRest(world, partition, job, work);
    case 'digest':
      return runDigest(world, messenger, partition, job, work, until);
    case 'briefing':
      return runBriefing(world, messenger, partition, job, work, until);
    case 'briefing-refused':
      return toCoordinator(world, partition, job, work.to, until, (conversation) =>
        messenger.briefingRefused(conversation, work.team, work.because),
      );
    case 'watchdog':
      return runWatchdog(world, partition, job, work);
    case 'watchdog-found':
      return toCoordinator(world, partition, job, work.to, until, (conversation) =>
        messenger.watchdog(conversation, { cases: work.cases, stuck: work.stuck }),
      );
    case 'confidential-wake':
      return wakeConfidential(world, partition, job, work);
    case 'confidential':
      return deliverConfidential(world, messenger, partition, job, work.message, until);
    default:
      return unreachable(work);
  }
}

/** A wake in a new school year brings what that changes; a review, that who was in charge left the staff. */
const commandFor = (type: 'wake' | 'review', loaded: Loaded) =>
  type === 'wake'
    ? { type, turn: isNewYear(loaded) ? turnOf(loaded) : undefined }
    : { type, left: leadWhoLeft(loaded) };

const leadWhoLeft = ({ state: { lead }, school }: Loaded): string | undefined =>
  lead.person !== undefined && !personOf(school, lead.person) ? lead.person : undefined;

/** The time has come to look at a case. A wake of an older version is dropped; the current one always leaves a next one. */
async function tick(
  world: World,
  partition: Partition,
  job: Job,
  work: Extract<Job['work'], { kind: 'wake' | 'review' }>,
): Promise<void> {
  let yearEnded = false;
  await commitWithRetry(
    world,
    partition,
    undefined,
    async (): Promise<{ commit: Commit; result: undefined }> => {
      const loaded = await loadIfThere(world, partition, work.case);
      const overtaken = work.kind === 'wake' && loaded?.state.version !== work.version;
      if (!loaded || overtaken) return { commit: { done: job }, result: undefined };
      const { state, protocol, school } = loaded;
      const holders = firstHoldersIn(state, school, protocol);
      const decided = change(
        { ...commandFor(work.kind, loaded), at: world.clock.now(), by: SYSTEM, holders },
        loaded,
      );
      yearEnded = state.schoolYear !== undefined && decided.state.status === 'closed';
      // A review that moved nothing leaves the wake that stands; a second one of the same version would be one too many.
      const jobs = work.kind === 'review' && !decided.change ? [] : decided.jobs;
      return {
        commit: { cases: decided.change ? [decided.change] : [], jobs: withIds(world, jobs), done: job },
        result: undefined,
      };
    },
  );
  if (yearEnded) await openYear(world, partition);
}
