/** Sends again what gave up: once, however often it is pressed. */
import { DomainError } from '../domain/errors.ts';
import type { Work } from '../domain/messages.ts';
import { wakes } from '../domain/watchdog.ts';
import { loadIfThere } from './load.ts';
import type { Nonce } from './commit.ts';
import { commitWithRetry } from './commit.ts';
import type { Partition } from './ports/rows.ts';
import { END } from './times.ts';
import { mustCoordinate } from './turnYear.ts';
import type { Who, World } from './world.ts';

/** @throws DomainError `forbidden` for all but the coordinator, `already-done` for what is not there any more */
export async function sendAgain(world: World, who: Who, id: string, form: Nonce): Promise<void> {
  await mustCoordinate(world, who);
  await commitWithRetry(world, who.partition, form, async () => {
    const dead = (await world.store.deadJobs(who.partition)).find((job) => job.id === id);
    if (!dead) throw new DomainError('already-done', 'Dit is al opnieuw verstuurd.');
    const now = world.clock.now();
    // The id stands on the card: should the first have arrived after all, both are the same form.
    const job = {
      id,
      lane: `again>${id}`,
      seq: '1',
      runAt: now,
      work: await workNow(world, who.partition, dead.work),
    };
    const log = {
      id: world.ids.next(),
      at: now,
      by: who.person.id,
      what: 'Een bericht is opnieuw verstuurd.',
    };
    return { commit: { revive: { dead, job }, log }, result: null };
  });
}

/**
 * A wake is for one version of its case, and that may have moved on: then the case is woken as it is now. One that has its
 * wake in the queue is looked at without another one.
 */
async function workNow(world: World, partition: Partition, work: Work): Promise<Work> {
  const loaded = work.kind === 'wake' ? await loadIfThere(world, partition, work.case) : undefined;
  if (!loaded) return work;
  const { id, version } = loaded.state;
  const woken = wakes(await world.store.jobs(partition, END), loaded.state);
  return woken ? { kind: 'review', case: id } : { kind: 'wake', case: id, version };
}
