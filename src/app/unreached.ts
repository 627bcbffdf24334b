/** Who hears what a person could not be told: the duo or the substitute, then the coordinator (P15). */
import { holdersIn } from '../domain/barred.ts';
import { doing, standInOf } from '../domain/covering.ts';
import type { Message, Planned } from '../domain/messages.ts';
import type { Delivery, Task } from './ports/messenger.ts';
import type { Job, Partition } from './ports/rows.ts';
import { calendarOf } from './world.ts';
import type { World } from './world.ts';

/** Why a person was not told; absent: Teams refuses what is sent to them. */
export type Unreached = Extract<Message, { say: 'unreachable' }>['why'];
type About = Pick<Delivery, 'state' | 'protocol' | 'school'>;

/** School days that somebody without a chat has to open one, before others hear of their task. */
const PATIENCE = 2;

/**
 * What is said in the place of a message that a person did not get. What asks for a step goes to who stands in, once;
 * anything else, and what they do not get either, makes the coordinators hear that this person can't be reached.
 * @param failed the job whose message it was
 */
export function unreached(
  world: World,
  message: Message,
  about: About,
  person: string,
  failed: Job,
  why?: Unreached,
): Planned[] {
  const { state, protocol, school } = about;
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  // Their card is there as soon as they open a chat.
  const waits = why === 'no-chat';
  const runAt = waits ? calendar.morningOf(calendar.addSchoolDays(today, PATIENCE)) : now;
  // Not in the lanes of those who are told: what comes later must not wait for it.
  const lane = (to: string) => (waits ? `${state.id}>${failed.id}>${to}` : `${state.id}>${to}`);
  const plan = (said: Message & { to: { person: string } }, i: number): Planned => ({
    lane: lane(said.to.person),
    seq: `${failed.seq}.${i}`,
    runAt,
    work: { kind: 'message', message: said },
  });
  const asks = message.say === 'step' || message.say === 'reminder' ? message : undefined;
  const step = asks && state.steps[asks.step];
  if (asks && step && asks.instead === undefined) {
    const scene = { state, protocol, school, calendar };
    const second = standInOf(person, doing(step, scene).fn, today, scene);
    const own = { case: state.id, say: 'step' as const, step: step.key, instead: person };
    if (second) return [plan({ ...own, to: { person: second.id }, ...(waits && { why }) }, 0)];
  }
  return holdersIn(state, school, protocol.coordinator)
    .filter((p) => p.id !== person)
    .map(({ id }, i) => plan({ to: { person: id }, case: state.id, say: 'unreachable', person, why }, i));
}

/** The same of a whole card: one message to each coordinator who may know of one of its tasks, with how many those are. */
export function unreachedAll(
  world: World,
  tasks: readonly Task[],
  person: string,
  failed: Job,
  why?: Unreached,
): Planned[] {
  const told = new Map<string, Planned[]>();
  // A step that asks who stands in was looked at before: of these it is the coordinators who hear.
  const said = { say: 'waiting' as const, to: { person } };
  for (const task of tasks)
    for (const planned of unreached(world, { ...said, case: task.state.id }, task, person, failed, why)) {
      const { message } = planned.work as { message: Message & { to: { person: string } } };
      told.set(message.to.person, [...(told.get(message.to.person) ?? []), planned]);
    }
  return [...told.values()].map(([first, ...more]) => {
    const { message } = first!.work as { message: Extract<Message, { say: 'unreachable' }> };
    return { ...first!, work: { kind: 'message', message: { ...message, tasks: more.length + 1 } } };
  });
}

/** A chat that was opened while its message was being parked would else wait for a next opening that never comes. */
export async function unparkIfOpen(world: World, partition: Partition, person: string): Promise<void> {
  if (await world.store.conversation(partition, person))
    await world.store.unpark(partition, person, world.clock.now());
}

/** Whether a message was for the case that somebody still has no chat, and they have one now. */
export async function cameAfterAll(world: World, partition: Partition, message: Message): Promise<boolean> {
  if (message.say !== 'step' && message.say !== 'unreachable') return false;
  const of = message.say === 'step' ? message.instead : message.person;
  if (message.why !== 'no-chat' || of === undefined) return false;
  return (await world.store.conversation(partition, of)) !== undefined;
}
