/** Start-up: the texts of released protocols are kept, and never change (A6). */
import { DomainError } from '../domain/errors.ts';
import type { Partition } from './ports/rows.ts';
import { releasedFor } from './world.ts';
import type { World } from './world.ts';

/** A released version whose file was changed: running cases would not be what people agreed on. */
export class ChangedProtocolError extends Error {
  constructor(id: string, version: number) {
    super(
      `protocols/${id}.yaml was changed, but version ${version} is in use already. Give it version ${version + 1}.`,
    );
  }
}

/**
 * Keeps the text of a school's protocol, so that its cases run on it whatever becomes of the file.
 * @throws ChangedProtocolError when this version was kept before with another text
 */
export async function keepReleased(world: World, partition: Partition): Promise<void> {
  const { ref } = releasedFor(world, await world.store.school(partition));
  await keepProtocol(world, partition, ref.id);
}

/**
 * The same for a protocol that a school chooses.
 * @throws DomainError for one that this deploy lacks; ChangedProtocolError
 */
export async function keepProtocol(world: World, partition: Partition, id: string): Promise<void> {
  const released = world.released.get(id);
  if (!released) throw new DomainError('invalid', 'Kies een protocol uit de lijst.', 'protocol');
  const { ref, protocol } = released;
  const kept = await world.store.protocolHashes(partition, ref.id, ref.version);
  if (kept.some((hash) => hash !== ref.hash)) throw new ChangedProtocolError(ref.id, ref.version);
  await world.store.keepProtocol(partition, ref, protocol);
}
