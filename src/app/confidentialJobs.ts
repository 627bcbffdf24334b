/** The jobs of confidential messages (P3): their timers, and what one person hears. Nobody else ever hears of a failure. */
import { decideBySystem, mayRead } from '../domain/confidentialDecide.ts';
import type { BySystem } from '../domain/confidentialDecide.ts';
import type { ConfidentialMessage } from '../domain/confidentialReact.ts';
import { wakeOfConfidential } from '../domain/confidentialReact.ts';
import type { Work } from '../domain/messages.ts';
import { personOf } from '../domain/school.ts';
import { commitWithRetry, finish, withIds } from './commit.ts';
import type { LoadedConfidential } from './confidential.ts';
import { changeOf, loadConfidential, schoolPartition } from './confidential.ts';
import type { Commit } from './ports/commit.ts';
import type { Messenger } from './ports/messenger.ts';
import type { Job, Partition } from './ports/rows.ts';
import { SendFailure } from './ports/messenger.ts';
import { inTime } from './times.ts';
import type { World } from './world.ts';

/** A wake of an older version is dropped; the current one always leaves a next one. */
export async function wakeConfidential(
  world: World,
  partition: Partition,
  job: Job,
  { id, version }: Extract<Work, { kind: 'confidential-wake' }>,
): Promise<void> {
  await completing(world, partition, id, { done: job }, (loaded) =>
    loaded.state.version === version ? { type: 'wake', at: world.clock.now() } : undefined,
  );
}

/** Completes a job together with what nobody's command led to, decided again when somebody was in between. */
async function completing(
  world: World,
  partition: Partition,
  id: string,
  completed: Commit,
  make: (loaded: LoadedConfidential) => BySystem | undefined,
): Promise<void> {
  await commitWithRetry(world, partition, undefined, async () => {
    const loaded = await loadConfidential(world, partition, id);
    const command = loaded && make(loaded);
    if (!command) return { commit: completed, result: undefined };
    const { commit, state } = changeOf(world, decideBySystem(command, loaded.state, loaded), loaded, loaded);
    const again =
      commit.jobs ??
      (command.type === 'wake' ? withIds(world, wakeOfConfidential(state, loaded.calendar, command.at)) : []);
    return { commit: { ...completed, ...commit, jobs: again }, result: undefined };
  });
}

/** Sends one message to whom it is for as things stand now; a vertrouwenspersoon who can't get it makes the reporter choose. */
export async function deliverConfidential(
  world: World,
  messenger: Messenger,
  partition: Partition,
  job: Job,
  message: ConfidentialMessage,
  until: string,
): Promise<void> {
  const { id, to, say } = message;
  const loaded = await loadConfidential(world, partition, id);
  const forReader = say === 'task' || say === 'reminder';
  if (!loaded || !stillTrue(message, loaded)) {
    // Who left the staff, or is no vertrouwenspersoon any more: known before anything is sent.
    return completing(world, partition, id, { done: job }, ({ state }) =>
      forReader && state.to === to
        ? { type: 'unreachable', at: world.clock.now(), to, why: 'left' }
        : undefined,
    );
  }
  const { state, protocol, school } = loaded;
  const now = world.clock.now();
  try {
    const conversation = await world.store.conversation(schoolPartition(partition), to);
    if (!conversation) throw new SendFailure('no-chat', 'no chat yet');
    inTime(world, until);
    await messenger.confidential(conversation, { message, state, protocol, school, now, nonce: job.id });
    await finish(world, partition, job);
  } catch (error) {
    if (!(error instanceof SendFailure) || error.reason === 'busy') throw error;
    const bury = { job, reason: error.message, at: now };
    await completing(world, partition, id, { bury }, () =>
      forReader ? { type: 'unreachable', at: now, to, why: 'unreachable' } : undefined,
    );
  }
}

/** What was done meanwhile is not asked any more, and nobody hears what is not for them now. */
function stillTrue({ to, say }: ConfidentialMessage, loaded: LoadedConfidential): boolean {
  const { state, school } = loaded;
  switch (say) {
    case 'task':
    case 'reminder':
      return !state.closed && state.readAt === undefined && mayRead(state, to, loaded);
    case 'answered':
      return !state.closed && mayRead(state, to, loaded);
    default:
      break;
  }
  if (!personOf(school, to)) return false;
  switch (say) {
    case 'read':
      return state.readAt !== undefined;
    case 'choose':
      return state.asked !== undefined && !state.closed;
    case 'passed':
      return !state.closed;
    case 'consent':
      return !state.closed && state.consent !== undefined && state.consent.answer === undefined;
    case 'closed':
      return state.closed !== undefined;
  }
}
