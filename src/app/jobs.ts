/** Runs one claimed job: a case's timer, or a message. Whatever it leads to is committed together with its completion. */
import { accessOf, can } from '../domain/access.ts';
import { SYSTEM } from '../domain/case.ts';
import { DomainError, unreachable } from '../domain/errors.ts';
import type { Message, Planned } from '../domain/messages.ts';
import { firstHolders, holdersOf, personOf } from '../domain/school.ts';
import type { Loaded } from './change.ts';
import { change, load } from './change.ts';
import { commitWithRetry, finish, withIds } from './commit.ts';
import type { Commit, Job, Messenger, Partition } from './ports.ts';
import { SendFailure } from './ports.ts';
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
    default:
      return unreachable(work);
  }
}

/** The time has come to look at a case. A wake of an older version is dropped; the current one always leaves a next one. */
async function tick(
  world: World,
  partition: Partition,
  job: Job,
  work: Exclude<Job['work'], { kind: 'message' }>,
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
      const holders = firstHolders(school, protocol, state.group);
      const decided = change({ type: work.kind, at: world.clock.now(), by: SYSTEM, holders }, loaded);
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

async function deliver(
  world: World,
  messenger: Messenger,
  partition: Partition,
  job: Job,
  message: Message,
  until: string,
): Promise<void> {
  const inTime = () => {
    if (world.clock.now() > until) throw new SendFailure('busy', 'took too long');
  };
  const loaded = await loadIfThere(world, partition, message.case);
  if (!loaded || !stillTrue(message, loaded)) {
    await finish(world, partition, job);
    return;
  }
  const { state, protocol, school } = loaded;
  const step = 'step' in message ? state.steps[message.step] : undefined;
  const delivery = { message, state, step, protocol, school, now: world.clock.now(), nonce: job.id };
  try {
    if ('channel' in message.to) {
      const thread = await world.store.thread(partition, state.id, message.to.channel);
      inTime();
      const sent = await messenger.toChannel(thread, delivery);
      await world.store.commit(partition, {
        done: job,
        thread: thread ? undefined : { case: state.id, channel: message.to.channel, thread: sent.thread },
      });
      return;
    }
    const conversation = await world.store.conversation(partition, message.to.person);
    if (!conversation) throw new SendFailure('no-chat', 'no chat yet');
    inTime();
    await messenger.toPerson(conversation, delivery);
    await finish(world, partition, job);
  } catch (error) {
    if (!(error instanceof SendFailure) || error.reason === 'busy') throw error;
    await world.store.commit(partition, withoutDelivery(world, job, message, error, loaded));
    if ('person' in message.to) await unparkIfOpen(world, partition, message.to.person);
  }
}

/** A chat that was opened while its message was being parked would else wait for a next opening that never comes. */
async function unparkIfOpen(world: World, partition: Partition, person: string): Promise<void> {
  if (await world.store.conversation(partition, person)) {
    await world.store.unpark(partition, person, world.clock.now());
  }
}

/** A message that can't be delivered as meant: it waits for a chat, or the coordinator hears of it. */
function withoutDelivery(
  world: World,
  job: Job,
  message: Message,
  failure: SendFailure,
  loaded: Loaded,
): Commit {
  const { school, protocol, state } = loaded;
  const now = world.clock.now();
  if ('person' in message.to && failure.reason === 'no-chat')
    return { park: { person: message.to.person, job } };
  const reason = failure.message;
  const refused = 'person' in message.to ? message.to.person : undefined;
  const tell = holdersOf(school, protocol.coordinator, state.group).filter((p) => p.id !== refused);
  const known = message.say === 'unreachable' || message.say === 'channel-refused';
  const jobs = known
    ? []
    : tell.map((p, i): Planned => ({
        lane: `${state.id}>${p.id}`,
        seq: `${job.seq}.${i}`,
        runAt: now,
        work: {
          kind: 'message',
          message: refused
            ? { to: { person: p.id }, case: state.id, say: 'unreachable', person: refused }
            : { to: { person: p.id }, case: state.id, say: 'channel-refused', because: reason },
        },
      }));
  // Kept as well: nobody may have been told, and an operator sees why.
  return { bury: { job, reason, at: now }, jobs: withIds(world, jobs) };
}

/** Recipients and rights are looked at again when a message is sent: people change functions, steps get done. */
function stillTrue(message: Message, { state, protocol, school }: Loaded): boolean {
  const asksAStep = message.say === 'step' || message.say === 'reminder' || message.say === 'escalation';
  if (asksAStep && state.steps[message.step]?.status !== 'open') return false;
  if (message.say === 'handover' && !state.handover) return false;
  if (message.say === 'register' && !stillToRegister(message, state)) return false;
  if (message.say === 'lead' && 'person' in message.to && message.to.person !== state.lead.person)
    return false;
  if ('channel' in message.to) return true;
  const person = personOf(school, message.to.person);
  if (!person) return false;
  // Whom the protocol informs hears what it tells them, not the case (A4).
  if (message.say === 'tell') return true;
  const action = message.say === 'taken-up' || message.say === 'report-closed' ? 'view-report' : 'view';
  return can(person, action, protocol, school, accessOf(state, protocol));
}

const stillToRegister = (
  message: Message & { say: 'register' },
  { registrations }: Loaded['state'],
): boolean =>
  registrations.some((r) => r.key === message.step && r.doer === message.function && r.at === undefined);

async function loadIfThere(world: World, partition: Partition, caseId: string): Promise<Loaded | undefined> {
  try {
    return await load(world, partition, caseId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return undefined;
    throw error;
  }
}
