/** Who is not there for some days, and who stands in (P15): one's own, or a colleague's by the coordinator. */
import type { Calendar } from '../domain/calendar.ts';
import { dayBefore, nextDay } from '../domain/dutchPeriod.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import { isAway, nextWorkday } from '../domain/presence.ts';
import type { Person, School } from '../domain/school.ts';
import { holds, personOf } from '../domain/school.ts';
import type { Nonce } from './commit.ts';
import { planDigest } from './digest.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { Who, World } from './world.ts';

export interface Absence {
  person: string;
  /** The first day on which they are not there, YYYY-MM-DD; one that passed counts as today. */
  from: string;
  /** The first day on which they are there again, YYYY-MM-DD. */
  back: string;
  substitute?: string;
}

/** Whether somebody may mark a colleague absent. */
export const mayMark = (world: World, { person }: Who, school: School): boolean =>
  holds(person, releasedFor(world, school).protocol.coordinator);

/**
 * Marks somebody absent, once for each form, and tells who stands in what there is to do, on the first morning that they
 * do. Nothing of a case changes: who is asked is looked at whenever something is sent, so no case has to be reviewed.
 * @throws DomainError `forbidden`, or `invalid` with the field that is wrong
 */
export async function markAway(world: World, who: Who, absence: Absence, form: Nonce): Promise<Person> {
  const school = await world.store.school(who.partition);
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  const { person, back, substitute } = absence;
  const marked = mustMark(world, who, person, school);
  if (back <= today || back > calendar.addDays(today, limits.awayDays))
    throw new DomainError('invalid', 'Kies een dag na vandaag, binnen een jaar.', 'back');
  const asked = absence.from > today ? absence.from : today;
  if (back <= asked)
    throw new DomainError('invalid', 'De dag dat je er weer bent, komt na de eerste dag.', 'back');
  const wanted = { from: asked, until: dayBefore(back) };
  const { from, until } = joined(marked, wanted, person === who.person.id, today, calendar);
  const second = substitute === undefined ? undefined : substituteOf(world, substitute, person, school, from);
  await save(
    world,
    who,
    person,
    { away: { from, until, substitute }, what: 'Een collega is afwezig gemeld.' },
    form,
  );
  const first = second && nextWorkday(second, from > today ? dayBefore(from) : today, calendar);
  if (first && first <= until) await planDigest(world, who.partition, second.id, first, school);
  return personNow(world, who, person);
}

interface Days {
  from: string;
  until: string;
}

/**
 * One absence is kept. Another one changes it, or makes it longer: where it follows at once, and where the one that
 * stands runs already, for nobody is back by saying that they will be away.
 * @throws DomainError where there are school days between them
 */
function joined(of: Person, wanted: Days, own: boolean, today: string, calendar: Calendar): Days {
  const { away } = of;
  if (!away || away.until < today) return wanted;
  const stands = { from: away.from ?? today, until: away.until };
  const [first, second] = stands.from <= wanted.from ? [stands, wanted] : [wanted, stands];
  if (second.from > calendar.addSchoolDays(first.until, 1))
    throw new DomainError(
      'invalid',
      `Er staat al een afwezigheid: ${calendar.say(stands.from)} tot en met ${calendar.say(stands.until)}. Ik onthoud er één. Kies een periode die daarop aansluit, of wis die eerst met ‘weer aanwezig${own ? '' : ` ${of.name}`}’.`,
      'from',
    );
  const follows = second.from > first.until;
  const runs = stands.from <= today && wanted.from > today;
  if (!follows && !runs) return wanted;
  return { from: first.from, until: first.until > second.until ? first.until : second.until };
}

/** Somebody is there again. @throws DomainError `forbidden` */
export async function markBack(world: World, who: Who, person: string, form: Nonce): Promise<Person> {
  const school = await world.store.school(who.partition);
  mustMark(world, who, person, school);
  await save(world, who, person, { what: 'Een collega is weer aanwezig gemeld.' }, form);
  return personNow(world, who, person);
}

function mustMark(world: World, who: Who, id: string, school: School): Person {
  const person = personOf(school, id);
  if (!person) throw new DomainError('invalid', 'Kies een collega uit de lijst.', 'who');
  if (id !== who.person.id && !mayMark(world, who, school))
    throw new DomainError(
      'forbidden',
      'Een collega afwezig melden doet de coördinator. Jezelf mag je altijd.',
    );
  return person;
}

/** @throws DomainError for a colleague who can't stand in */
function substituteOf(world: World, id: string, person: string, school: School, from: string): Person {
  const { protocol } = releasedFor(world, school);
  const substitute = personOf(school, id);
  if (!substitute || id === person || !substitute.posts.some((post) => protocol.functions[post.function]))
    throw new DomainError('invalid', 'Kies een collega uit de lijst die kan waarnemen.', 'substitute');
  if (isAway(substitute, from))
    throw new DomainError(
      'invalid',
      `${substitute.name} is dan zelf ook afwezig. Kies een ander.`,
      'substitute',
    );
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
