/** That somebody saw the card of a morning, and that they acted on it (P17): in the log of the school, once a day each. */
import type { Who, World } from './world.ts';

const says = {
  'digest-seen': 'zag de kaart van de ochtend van',
  'digest-acted': 'begon vanaf de kaart van de ochtend aan een taak, van',
} as const;

/** @param date YYYY-MM-DD, of the card */
export async function noteDigest(
  { store, clock, ids }: World,
  { partition, person }: Who,
  date: string,
  acted: boolean,
): Promise<void> {
  const kinds = acted ? (['digest-seen', 'digest-acted'] as const) : (['digest-seen'] as const);
  for (const kind of kinds) {
    const log = { id: ids.next(), at: clock.now(), by: person.id, what: `${says[kind]} ${date}` };
    // Whoever finds the slot taken noted it before.
    await store.commit(partition, { slot: { date, kind, where: person.id }, log });
  }
}
