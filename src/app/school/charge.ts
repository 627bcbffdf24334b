/** What somebody is in charge of: told before they leave the school, so that it can be handed over first. */
import { DomainError } from '../../domain/errors.ts';
import { holds, personOf } from '../../domain/school.ts';
import { listCases } from '../reads.ts';
import { mustConfigure } from '../settings.ts';
import { releasedFor } from '../world.ts';
import type { Who, World } from '../world.ts';

/**
 * The open cases that this reader may see, by number. `others`: whether there are more; a coordinator, who misses only cases that
 * are closed to them, is not told (P13).
 */
export interface Charge {
  cases: { id: string; number: string }[];
  others: boolean;
}

/** @throws DomainError `forbidden`, or `not-found` for whoever is not on the staff */
export async function chargeOf(world: World, who: Who, person: string): Promise<Charge> {
  await mustConfigure(world, who);
  const school = await world.store.school(who.partition);
  if (!personOf(school, person))
    throw new DomainError('not-found', 'Deze collega staat niet (meer) bij de medewerkers.');
  const leads = (await world.store.openList(who.partition)).filter(
    (row) => row.schoolYear === undefined && row.lead.person === person,
  );
  const mine = new Set((await listCases(world, who)).map((row) => row.case));
  const seen = leads.filter((row) => mine.has(row.case));
  return {
    cases: seen.map((row) => ({ id: row.case, number: row.number })),
    others: seen.length < leads.length && !holds(who.person, releasedFor(world, school).protocol.coordinator),
  };
}
