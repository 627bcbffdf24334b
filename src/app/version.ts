/** Moving a case to a newer version of its protocol (A6): by the coordinator, who first sees what it brings. */
import { mayIssue } from '../domain/access.ts';
import { firstHoldersIn } from '../domain/barred.ts';
import type { Command, Event } from '../domain/case.ts';
import { decide } from '../domain/decide/decide.ts';
import { DomainError } from '../domain/errors.ts';
import type { Protocol } from '../domain/protocol.ts';
import { rulesOf } from './load.ts';
import type { Loaded } from './load.ts';
import type { Nonce } from './commit.ts';
import { issue } from './issue.ts';
import { keepProtocol } from './release.ts';
import type { Scene } from './wouldBe.ts';
import type { Released, Who, World } from './world.ts';

/** The newer version that this person can move the case to; undefined where there is none, or it is not theirs to do. */
export function versionFor(world: World, scene: Scene): Released | undefined {
  const { state, person } = scene;
  const newest = world.released.get(state.protocol.id);
  if (!newest || state.status === 'closed' || newest.ref.version <= state.protocol.version) return undefined;
  return mayIssue(person, commandTo(newest, scene, scene), scene) ? newest : undefined;
}

const commandTo = (
  { ref }: Released,
  { state, protocol, school }: Pick<Loaded, 'state' | 'protocol' | 'school'>,
  { person, now }: Pick<Scene, 'person' | 'now'>,
): Command => ({
  type: 'moveVersion',
  protocol: ref,
  at: now,
  by: { person: person.id, function: protocol.coordinator },
  holders: firstHoldersIn(state, school, protocol),
});

export interface Preview extends Omit<Scene, 'events'> {
  to: Released;
  /** What happened in the case so far. */
  past: Event[];
  /** The rules by which the case would run. */
  next: Protocol;
  /** What would happen in the case. */
  events: Event[];
}

/** @throws DomainError where there is nothing newer, or it is not this person's to do */
export function previewVersion(world: World, scene: Scene): Preview {
  const to = versionFor(world, scene);
  if (!to) throw new DomainError('not-found', 'Deze zaak kan niet naar een nieuwere versie.');
  const { state, school, calendar } = scene;
  const next = rulesOf(to.protocol, school, state);
  return {
    ...scene,
    past: scene.events,
    to,
    next,
    events: decide(commandTo(to, scene, scene), state, next, calendar),
  };
}

/** @param hash of the version that was previewed @throws DomainError when there is another one by now */
export async function moveVersion(
  world: World,
  who: Who,
  caseId: string,
  hash: string,
  form: Nonce,
): Promise<void> {
  await issue(world, who, caseId, form, async (loaded) => {
    const now = world.clock.now();
    const newest = world.released.get(loaded.state.protocol.id);
    if (newest?.ref.hash !== hash)
      throw new DomainError('conflict', 'Er is intussen weer een andere versie. Bekijk die eerst.');
    await keepProtocol(world, who.partition, newest.ref.id);
    const command = commandTo(newest, loaded, { person: who.person, now });
    return { command, result: () => null, rules: rulesOf(newest.protocol, loaded.school, loaded.state) };
  });
}
