/** The key of a form that the tab sends: the day on which it was made and a uuid. */
import type { Nonce } from '../app/commit.ts';
import { calendarOf } from '../app/world.ts';
import type { Who, World } from '../app/world.ts';
import { isDate } from '../domain/calendar.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';

const KEY = /^(\d{4}-\d{2}-\d{2})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/**
 * Under which the result of a form is kept: of this person, so that nobody gets another's result.
 * @throws DomainError for a form without a key, or one so old that its first result may be gone
 */
export async function readForm(key: string | undefined, who: Who, world: World): Promise<Nonce> {
  const [, day, id] = KEY.exec(key ?? '') ?? [];
  if (!day || !isDate(day) || !id)
    throw new DomainError('invalid', 'Dit formulier klopt niet (meer). Laad het scherm opnieuw.');
  const now = world.clock.now();
  const calendar = calendarOf(await world.store.school(who.partition), now);
  const today = calendar.dateOf(now);
  if (day > today || day < calendar.addDays(today, -limits.formDays))
    throw new DomainError('invalid', 'Dit formulier is te oud. Laad het scherm opnieuw.');
  return { day, nonce: `${who.person.id}.${id}` };
}
