/** The versions of its protocol that a school has had, and what two of them differ in (A6, Z11). */
import { DomainError } from '../domain/errors.ts';
import type { ProtocolRef } from '../domain/protocol.ts';
import { differences } from '../domain/protocolText/diff/protocol.ts';
import { releasedFor } from './world.ts';
import type { Who, World } from './world.ts';

/** Newest first; the first is the one on which new cases open. */
export async function versionsOf(world: World, { partition }: Who): Promise<ProtocolRef[]> {
  const { ref } = releasedFor(world, await world.store.school(partition));
  const kept = await world.store.protocolVersions(partition, ref.id);
  return kept.filter((one) => one.version <= ref.version).sort((a, b) => b.version - a.version);
}

/** @throws DomainError `not-found` for a version that the school never had */
export async function versionDifference(
  world: World,
  who: Who,
  from: number,
  to: number,
): Promise<ReturnType<typeof differences>> {
  const versions = await versionsOf(world, who);
  const textOf = (version: number) => {
    const ref = versions.find((one) => one.version === version);
    if (!ref) throw new DomainError('not-found', 'Deze versie van het protocol is er niet.');
    return world.store.protocol(who.partition, ref);
  };
  const [old, next] = await Promise.all([textOf(from), textOf(to)]);
  return differences({ old, next });
}
