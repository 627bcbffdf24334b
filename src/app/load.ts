/** A case as it is read: its history folded, with the rules it runs by. */
import { accessOf, can } from '../domain/access.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { CaseState, Event } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { fold } from '../domain/evolve.ts';
import { withNorms } from '../domain/norms.ts';
import type { Protocol } from '../domain/protocol.ts';
import { yearProtocol } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import type { Partition } from './ports/rows.ts';
import { calendarOf } from './world.ts';
import type { Who, World } from './world.ts';

/** A case as it stands, with all that is needed to decide on it. */
export interface Loaded {
  state: CaseState;
  /** The whole history; it is what state was folded from. */
  events: Event[];
  guard: string;
  protocol: Protocol;
  school: School;
  calendar: Calendar;
  /** YYYY-MM-DD: the day on which it was loaded; who is away counts as of then. */
  today: string;
}

/** @throws DomainError `not-found` when there is no such case */
export async function load(world: World, partition: Partition, caseId: string): Promise<Loaded> {
  const [stored, school] = await Promise.all([
    world.store.load(partition, caseId),
    world.store.school(partition),
  ]);
  const state = stored && fold(stored.events);
  if (!stored || !state) throw new DomainError('not-found', 'Deze zaak is er niet, of je mag hem niet zien.');
  const protocol = rulesOf(await world.store.protocol(partition, state.protocol), school, state);
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  return {
    state,
    events: stored.events,
    guard: stored.guard,
    protocol,
    school,
    calendar,
    today: calendar.dateOf(now),
  };
}

/** A case for somebody who may see it. @throws DomainError `not-found` when it is not there or not for this person */
export async function loadFor(world: World, who: Who, caseId: string): Promise<Loaded> {
  const loaded = await load(world, who.partition, caseId);
  const { state, protocol, school, today } = loaded;
  if (!can(who.person, 'view', protocol, school, accessOf(state, protocol), today)) {
    throw new DomainError('not-found', 'Deze zaak is er niet, of je mag hem niet zien.');
  }
  return loaded;
}

/** As load, undefined when there is no such case. */
export async function loadIfThere(
  world: World,
  partition: Partition,
  caseId: string,
): Promise<Loaded | undefined> {
  try {
    return await load(world, partition, caseId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** The rules a case runs by: its version of the protocol with the school's own norms; for a school year, the year's steps. */
export function rulesOf(protocol: Protocol, school: School, state?: CaseState): Protocol {
  const rules = withNorms(protocol, school.settings.norms);
  return state?.schoolYear === undefined ? rules : yearProtocol(rules);
}
