/** The one way in for who changes the school: may they, is it still as they saw it, save it with its line in the log and what follows. */
import { DomainError } from '../../domain/errors.ts';
import type { Planned } from '../../domain/messages.ts';
import type { School } from '../../domain/school.ts';
import { SchoolChange, asksReview, partOf, partsOf, withParts } from '../../domain/schoolChange.ts';
import type { SchoolScene } from '../../domain/schoolChange.ts';
import { changeWords } from '../../domain/schoolChangeWords.ts';
import type { Nonce } from '../commit.ts';
import { withIds } from '../commit.ts';
import type { ListRow } from '../ports/rows.ts';
import { keepProtocol } from '../release.ts';
import { mustConfigure } from '../settings.ts';
import { calendarOf, releasedFor } from '../world.ts';
import type { Who, World } from '../world.ts';
import type { Moves } from './moves.ts';
import { movesOf, seenIn } from './moves.ts';
import { mustRemovePupils } from './removal.ts';

/** What a change led to. */
export interface Changed {
  /** How many open cases are reckoned again, of those that this person may see. */
  reviewed: number;
  /** Dates that move, of the cases that this person may see; for a change of the calendar or the norms. */
  moves?: Moves;
}

export const STALE =
  'Iemand anders heeft dit intussen veranderd. Wat je invulde staat er nog. Laad opnieuw om te zien hoe het nu is.';

/**
 * Changes one part of the school, once for each form.
 * @param same whether a part is still what the form was made from
 * @throws DomainError `forbidden`; `conflict` for a part that changed meanwhile; `invalid` with the field that is wrong
 */
export async function changeSchool(
  world: World,
  who: Who,
  asked: SchoolChange,
  form: Nonce,
  same: (part: unknown) => boolean,
): Promise<Changed> {
  await mustConfigure(world, who);
  const change = SchoolChange.parse(asked);
  if (change.kind === 'protocol') await keepProtocol(world, who.partition, change.id);
  const entry = { id: world.ids.next(), at: world.clock.now(), by: who.person.id };
  return world.store.changeSchool(
    who.partition,
    async (school) => {
      const { protocol } = releasedFor(world, school);
      if (!('isNew' in change && change.isNew) && !same(partOf(school, change, protocol)))
        throw new DomainError('conflict', STALE);
      if (change.kind === 'pupil-gone') mustRemovePupils(world, who, school);
      const open = await world.store.openList(who.partition);
      const parts = partsOf(change, sceneOf(world, who, school, change, open));
      const next = withParts(school, parts);
      const review = asksReview(change);
      return {
        parts,
        what: changeWords(change, school),
        jobs: withIds(world, review ? reviewsOf(open, entry.id, entry.at) : []),
        result: {
          reviewed: review
            ? seenIn(next, world, who, open).filter((row) => row.schoolYear === undefined).length
            : 0,
          moves:
            change.kind === 'calendar' || change.kind === 'norms'
              ? await movesOf(world, who, open, next)
              : undefined,
        },
      };
    },
    entry,
    form,
  );
}

/** One review for each open case, as who is in charge or a date may follow from the change; the lane is its own, so that no older job holds it up. */
const reviewsOf = (open: readonly ListRow[], id: string, runAt: string): Planned[] =>
  open.map((row) => ({
    lane: `${row.case}>review.${id}`,
    seq: '1',
    runAt,
    work: { kind: 'review', case: row.case },
  }));

function sceneOf(
  world: World,
  who: Who,
  school: School,
  change: SchoolChange,
  open: readonly ListRow[],
): SchoolScene {
  const now = world.clock.now();
  const { protocol } =
    change.kind === 'protocol' ? world.released.get(change.id)! : releasedFor(world, school);
  const inCases = new Set(open.flatMap((row) => row.access.pupils));
  return { school, protocol, today: calendarOf(school, now).dateOf(now), by: who.person.id, inCases };
}
