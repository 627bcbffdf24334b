/** Who is not there for some days, and who stands in (P15): one's own, or a colleague's by the coordinator. */
import { dayBefore, nextDay } from '../domain/away.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import { nextWorkday, worksOn } from '../domain/presence.ts';
import type { Person, School } from '../domain/school.ts';
import { holds, personOf } from '../domain/school.ts';
import type { Nonce } from './commit.ts';
import { planDigest } from './digest.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { Who, World } from './world.ts';

export interface Absence {
  person: string;
  /** The first day on which they are there again, YYYY-MM-DD. */
  back: string;
  substitute?: string;
}

/** Whether somebody may mark a colleague absent. */
export const mayMark = (world: World, { person }: Who, school: School): boolean =>
  holds(person, releasedFor(world, school).protocol.coordinator);

/**
 * Marks somebody absent, once for each form, and tells who stands in on their next morning what there is to do. Nothing
 * of a case changes: who is asked is looked at whenever something is sent, so no case has to be reviewed.
 * @throws DomainError `forbidden`, or `invalid` with the field that is wrong
 */
export async function markAway(world: World, who: Who, absence: Absence, form: Nonce): Promise<Person> {
  const school = await world.store.school(who.partition);
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  const { person, back, substitute } = absence;
  mustMark(world, who, person, school);
  if (back <= today || back > calendar.addDays(today, limits.awayDays))
    throw new DomainError('invalid', 'Kies een dag na vandaag, binnen een jaar.', 'back');
  const second =
    substitute === undefined ? undefined : substituteOf(world, substitute, person, school, today);
  const away = { until: dayBefore(back), substitute };
  await save(world, who, person, { away, what: 'Een collega is afwezig gemeld.' }, form);
  const first = second && nextWorkday(second, today, calendar);
  if (first) await planDigest(world, who.partition, second.id, first, school);
  return personNow(world, who, person);
}

/** Somebody is there again. @throws DomainError `forbidden` */
export async function markBack(world: World, who: Who, person: string, form: Nonce): Promise<Person> {
  const school = await world.store.school(who.partition);
  mustMark(world, who, person, school);
  await save(world, who, person, { what: 'Een collega is weer aanwezig gemeld.' }, form);
  return personNow(world, who, person);
}

function mustMark(world: World, who: Who, person: string, school: School): void {
  if (!personOf(school, person)) throw new DomainError('invalid', 'Kies een collega uit de lijst.', 'who');
  if (person !== who.person.id && !mayMark(world, who, school))
    throw new DomainError(
      'forbidden',
      'Een collega afwezig melden doet de coördinator. Jezelf mag je altijd.',
    );
}

/** @throws DomainError for a colleague who can't stand in */
function substituteOf(world: World, id: string, person: string, school: School, today: string): Person {
  const { protocol } = releasedFor(world, school);
  const substitute = personOf(school, id);
  if (!substitute || id === person || !substitute.posts.some((post) => protocol.functions[post.function]))
    throw new DomainError('invalid', 'Kies een collega uit de lijst die kan waarnemen.', 'substitute');
  if (substitute.away && !worksOn({ ...substitute, days: undefined }, today))
    throw new DomainError('invalid', `${substitute.name} is zelf ook afwezig. Kies een ander.`, 'substitute');
  return substitute;
}

async function save(
  world: World,
  who: Who,
  person: string,
  { away, what }: { away?: Person['away']; what: string },
  form: Nonce,
): Promise<void> {
  const entry = { id: world.ids.next(), at: world.clock.now(), by: who.person.id, what };
  await world.store.savePerson(who.partition, person, (before) => ({ ...before, away }), entry, form);
}

/** As it stands now: a form that came again changed nothing. */
const personNow = async (world: World, who: Who, person: string): Promise<Person> =>
  personOf(await world.store.school(who.partition), person)!;

/** The first day on which somebody who is away is there again. */
export const backOn = ({ away }: Person): string | undefined => away && nextDay(away.until);
