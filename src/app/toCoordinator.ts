/** Tells a coordinator something about the app itself, in their own chat. */
import { finish } from './commit.ts';
import type { Conversation, Job, Partition } from './ports/rows.ts';
import { SendFailure } from './ports/messenger.ts';
import { inTime } from './times.ts';
import { unparkIfOpen } from './unreached.ts';
import type { World } from './world.ts';

/**
 * Tells it, or keeps it until they have a chat. What Teams refuses is kept as undelivered, and not tried for a day: the
 * other coordinators are told by jobs of their own.
 */
export async function toCoordinator(
  world: World,
  partition: Partition,
  job: Job,
  to: string,
  until: string,
  tell: (conversation: Conversation) => Promise<void>,
): Promise<void> {
  const conversation = await world.store.conversation(partition, to);
  if (!conversation) {
    await world.store.commit(partition, { park: { person: to, job } });
    return unparkIfOpen(world, partition, to);
  }
  inTime(world, until);
  try {
    await tell(conversation);
    await finish(world, partition, job);
  } catch (error) {
    if (!(error instanceof SendFailure) || error.reason === 'busy') throw error;
    await world.store.commit(partition, { bury: { job, reason: error.message, at: world.clock.now() } });
  }
}
