/** Sends one message: to whom it is for as things stand now, or to who hears it in their place. */
import { accessOf, can } from '../domain/access.ts';
import { holdersIn, isBarred, pupilsIn } from '../domain/barred.ts';
import type { Message, Planned, Say } from '../domain/messages.ts';
import type { Person } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import type { Loaded } from './load.ts';
import { loadIfThere } from './load.ts';
import { finish, withIds } from './commit.ts';
import { isNudge, planNudge, UNHEARD } from './digest.ts';
import type { Commit } from './ports/commit.ts';
import type { Messenger } from './ports/messenger.ts';
import type { Job, Partition } from './ports/rows.ts';
import { SendFailure } from './ports/messenger.ts';
import { inTime } from './times.ts';
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
  const loaded = await loadIfThere(world, partition, message.case);
  if (loaded && isNudge(message) && asksOpenStep(message, loaded))
    return planNudge(world, partition, job, message, loaded);
  if (!loaded || !stillTrue(message, loaded) || (await cameAfterAll(world, partition, message))) {
    await world.store.commit(partition, loaded ? inTheirPlace(world, message, loaded, job) : { done: job });
    return;
  }
  const { state, protocol, school } = loaded;
  const step = 'step' in message ? state.steps[message.step] : undefined;
  const delivery = { message, state, step, protocol, school, now: world.clock.now(), nonce: job.id };
  try {
    if ('channel' in message.to) {
      const { channel } = message.to;
      const thread = await world.store.thread(partition, state.id, channel);
      inTime(world, until);
      const sent = await messenger.toChannel(thread, delivery);
      await world.store.commit(partition, {
        done: job,
        thread: thread === sent.thread ? undefined : { case: state.id, channel, thread: sent.thread },
      });
      return;
    }
    const conversation = await world.store.conversation(partition, message.to.person);
    if (!conversation) throw new SendFailure('no-chat', 'no chat yet');
    inTime(world, until);
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
  if ('channel' in message.to) {
    const refused = {
      to: message.to,
      case: message.case,
      say: 'channel-refused',
      because: bury.reason,
    } as const;
    return { bury, jobs: withIds(world, toEach(coordinatorsIn(loaded), refused, job, bury.at)) };
  }
  const { person } = message.to;
  if (failure.reason === 'no-chat') {
    const jobs = message.say === 'step' ? unreached(world, message, loaded, person, job, 'no-chat') : [];
    return { park: { person, job }, jobs: withIds(world, jobs) };
  }
  const said = message.say === 'unreachable' || message.say === 'channel-refused';
  return { bury, jobs: said ? [] : withIds(world, unreached(world, message, loaded, person, job)) };
}

/** What people act on themselves, so that it may not end with who left the staff. */
const TO_ACT_ON: readonly Say[] = ['lead', 'waiting', 'suggestion', 'register'];

/** What was for somebody who left the staff is for the coordinators (P15). Where nobody is left to hear it, it is kept. */
function inTheirPlace(world: World, message: Message, loaded: Loaded, job: Job): Commit {
  const left =
    'person' in message.to && !personOf(loaded.school, message.to.person) ? message.to.person : undefined;
  const acts = TO_ACT_ON.includes(message.say);
  if (!left || !stillMeant(message, loaded) || !(message.say === 'step' || acts)) return { done: job };
  const now = world.clock.now();
  const jobs = acts
    ? toEach(coordinatorsIn(loaded), { ...message, instead: left } as Message, job, now)
    : unreached(world, message, loaded, left, job, 'left');
  if (jobs.length > 0) return { done: job, jobs: withIds(world, jobs) };
  return { bury: { job, reason: UNHEARD, at: now } };
}

const coordinatorsIn = ({ state, school, protocol }: Loaded): Person[] =>
  holdersIn(state, school, protocol.coordinator);

/** A message for each of these people, in the place of that of a job. */
const toEach = (persons: readonly Person[], message: Message, job: Job, runAt: string): Planned[] =>
  persons.map(({ id }, i) => ({
    lane: `${message.case}>${id}`,
    seq: `${job.seq}.${i}`,
    runAt,
    work: { kind: 'message', message: { ...message, to: { person: id } } },
  }));

const asksOpenStep = (message: Message, { state }: Loaded): boolean =>
  (message.say === 'step' || message.say === 'reminder' || message.say === 'escalation') &&
  state.steps[message.step]?.status === 'open';

/** Whether what a message says is still so, and still about whom it was meant for. */
function stillMeant(message: Message, loaded: Loaded): boolean {
  const { lead, handover, registrations } = loaded.state;
  const reader = 'person' in message.to ? message.to.person : undefined;
  switch (message.say) {
    case 'step':
    case 'reminder':
    case 'escalation':
      return asksOpenStep(message, loaded);
    case 'handover':
      return reader !== undefined && reader === handover?.person;
    case 'relieved':
      return reader !== lead.person;
    case 'lead':
      return lead.person === (message.instead ?? (lead.person && reader));
    case 'register': {
      const whose = message.instead ?? reader;
      const asked = registrations.filter((r) => r.key === message.step && r.doer === message.function);
      return asked.some((r) => r.at === undefined && (r.person === undefined || r.person === whose));
    }
    default:
      return true;
  }
}

/** Recipients and rights are looked at again when a message is sent: people change functions, steps get done. */
function stillTrue(message: Message, loaded: Loaded): boolean {
  const { state, protocol, school, today } = loaded;
  if (!stillMeant(message, loaded)) return false;
  if ('channel' in message.to) return true;
  const person = personOf(school, message.to.person);
  if (!person) return false;
  // Whom the protocol informs hears what it tells them, not the case (A4).
  if (message.say === 'relieved') return true;
  if (message.say === 'tell') return !isBarred(person, state.barred, pupilsIn(state));
  const action = message.say === 'taken-up' || message.say === 'report-closed' ? 'view-report' : 'view';
  return can(person, action, protocol, school, accessOf(state, protocol), today);
}
