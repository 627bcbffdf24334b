/** Sends one message: to whom it is for as things stand now, or to who hears it in their place. */
import { accessOf, can } from '../domain/access.ts';
import { isBarred, pupilsIn } from '../domain/barred.ts';
import type { Message, Planned } from '../domain/messages.ts';
import { holdersOf, personOf } from '../domain/school.ts';
import type { Loaded } from './change.ts';
import { loadIfThere } from './change.ts';
import { finish, withIds } from './commit.ts';
import { isNudge, planNudge } from './digest.ts';
import type { Commit, Job, Messenger, Partition } from './ports.ts';
import { SendFailure } from './ports.ts';
import { cameAfterAll, unparkIfOpen, unreached } from './unreached.ts';
import type { World } from './world.ts';

/** What asks a person for a step or tells of its lateness becomes a card of the morning (P17); all else is sent at once. */
export async function deliver(
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
  if (loaded && isNudge(message) && asksOpenStep(message, loaded))
    return planNudge(world, partition, job, message, loaded);
  if (!loaded || !stillTrue(message, loaded) || (await cameAfterAll(world, partition, message))) {
    const jobs = loaded ? withIds(world, aboutWhoLeft(world, message, loaded, job)) : [];
    await world.store.commit(partition, { done: job, jobs });
    return;
  }
  const { state, protocol, school } = loaded;
  const step = 'step' in message ? state.steps[message.step] : undefined;
  const delivery = { message, state, step, protocol, school, now: world.clock.now(), nonce: job.id };
  try {
    if ('channel' in message.to) {
      const { channel } = message.to;
      const thread = await world.store.thread(partition, state.id, channel);
      inTime();
      const sent = await messenger.toChannel(thread, delivery);
      await world.store.commit(partition, {
        done: job,
        thread: thread === sent.thread ? undefined : { case: state.id, channel, thread: sent.thread },
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

/** A message that can't be delivered as meant: it waits for a chat, or others hear of it. */
function withoutDelivery(
  world: World,
  job: Job,
  message: Message,
  failure: SendFailure,
  loaded: Loaded,
): Commit {
  // Kept as well: nobody may have been told, and an operator sees why.
  const bury = { job, reason: failure.message, at: world.clock.now() };
  if ('channel' in message.to) return { bury, jobs: withIds(world, channelRefused(bury, loaded)) };
  const { person } = message.to;
  if (failure.reason === 'no-chat') {
    const jobs = message.say === 'step' ? unreached(world, message, loaded, person, job, 'no-chat') : [];
    return { park: { person, job }, jobs: withIds(world, jobs) };
  }
  const said = message.say === 'unreachable' || message.say === 'channel-refused';
  return { bury, jobs: said ? [] : withIds(world, unreached(world, message, loaded, person, job)) };
}

/** The coordinators hear why nothing was posted. */
const channelRefused = (
  { job, reason, at }: NonNullable<Commit['bury']>,
  { state, school, protocol }: Loaded,
): Planned[] =>
  holdersOf(school, protocol.coordinator, state.group).map(({ id }, i) => ({
    lane: `${state.id}>${id}`,
    seq: `${job.seq}.${i}`,
    runAt: at,
    work: {
      kind: 'message',
      message: { to: { person: id }, case: state.id, say: 'channel-refused', because: reason },
    },
  }));

/** The card of an open step for somebody who left the staff: nobody is in charge, which the coordinators hear. */
function aboutWhoLeft(world: World, message: Message, loaded: Loaded, job: Job): Planned[] {
  if (message.say !== 'step' || !('person' in message.to) || !asksOpenStep(message, loaded)) return [];
  const { person } = message.to;
  return personOf(loaded.school, person) ? [] : unreached(world, message, loaded, person, job, 'left');
}

const asksOpenStep = (message: Message, { state }: Loaded): boolean =>
  (message.say === 'step' || message.say === 'reminder' || message.say === 'escalation') &&
  state.steps[message.step]?.status === 'open';

/** Recipients and rights are looked at again when a message is sent: people change functions, steps get done. */
function stillTrue(message: Message, loaded: Loaded): boolean {
  const { state, protocol, school, today } = loaded;
  const asks = message.say === 'step' || message.say === 'reminder' || message.say === 'escalation';
  if (asks && !asksOpenStep(message, loaded)) return false;
  if (
    message.say === 'handover' &&
    (!('person' in message.to) || message.to.person !== state.handover?.person)
  )
    return false;
  if (message.say === 'relieved' && 'person' in message.to && message.to.person === state.lead.person)
    return false;
  if (message.say === 'register' && !stillToRegister(message, state)) return false;
  if (message.say === 'lead' && 'person' in message.to && message.to.person !== state.lead.person)
    return false;
  if ('channel' in message.to) return true;
  const person = personOf(school, message.to.person);
  if (!person) return false;
  // Whom the protocol informs hears what it tells them, not the case (A4).
  if (message.say === 'relieved') return true;
  if (message.say === 'tell') return !isBarred(person, state.barred, pupilsIn(state));
  const action = message.say === 'taken-up' || message.say === 'report-closed' ? 'view-report' : 'view';
  return can(person, action, protocol, school, accessOf(state, protocol), today);
}

const stillToRegister = (
  message: Message & { say: 'register' },
  { registrations }: Loaded['state'],
): boolean =>
  registrations.some((r) => r.key === message.step && r.doer === message.function && r.at === undefined);
