/**
 * Who takes pupils out of the list: the coordinator. A pupil in an open case stays in it, so whoever else could try would learn
 * which pupils are in one (A4).
 */
import { DomainError } from '../../domain/errors.ts';
import { functionTitle } from '../../domain/protocol.ts';
import { holds } from '../../domain/school.ts';
import type { School } from '../../domain/school.ts';
import { releasedFor } from '../world.ts';
import type { Who, World } from '../world.ts';

export const removesPupils = (world: World, { person }: Who, school: School): boolean =>
  holds(person, releasedFor(world, school).protocol.coordinator);

/** @throws DomainError `forbidden` */
export function mustRemovePupils(world: World, who: Who, school: School): void {
  if (removesPupils(world, who, school)) return;
  const { protocol } = releasedFor(world, school);
  const coordinator = functionTitle(protocol, protocol.coordinator);
  throw new DomainError('forbidden', `Leerlingen uit de lijst halen doet de ${coordinator}.`);
}
