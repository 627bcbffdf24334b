/** Whom a step reaches on a date, for one of those it asks: who works, who stands in, who hears that nobody does (P15). */
import { accessOf, can } from './access.ts';
import type { Calendar } from './calendar.ts';
import type { CaseState, StepState } from './case.ts';
import { isAway, nextWorkday, standIns, worksOn } from './presence.ts';
import type { Protocol } from './protocol.ts';
import { stepOf } from './protocol.ts';
import { isLate } from './reminders.ts';
import type { Person, School } from './school.ts';
import { personOf } from './school.ts';
import { holding } from './tells.ts';

/** A case with all that is needed to say whom it reaches. */
export interface Scene {
  state: CaseState;
  protocol: Protocol;
  school: School;
  calendar: Calendar;
}

export interface Cover {
  /** Who is asked on that date. */
  asked?: Person;
  /** When the person hears of it, who does not work on that date. */
  waits?: string;
  /** The coordinators hear of it: it can't wait and nobody stands in, or the person left the staff. */
  coordinators: string[];
}

/** Who has to do with a step: those it asks, in one function; or those in a function that lateness escalated to. */
export interface Circle {
  fn: string;
  persons: string[];
}

/** Who is asked to do a step: the lead, or the holders of its function. */
export function doersOf(step: StepState, scene: Omit<Scene, 'calendar'>): string[] {
  const { state, protocol } = scene;
  const { by } = stepOf(protocol, step.step);
  const holders = by === 'lead' ? [] : holding(by, scene);
  if (holders.length) return holders;
  return state.lead.person ? [state.lead.person] : holding(protocol.coordinator, scene);
}

/** Those whom a step asks. */
export function doing(step: StepState, scene: Scene): Circle {
  const { by } = stepOf(scene.protocol, step.step);
  return { fn: by === 'lead' ? scene.state.lead.function : by, persons: doersOf(step, scene) };
}

/** Those who hear of a step's lateness in a function. */
export const hearing = (fn: string, scene: Scene): Circle => ({ fn, persons: holding(fn, scene) });

/** Whether somebody may see a case on a date. */
const sees = (person: Person, date: string, { state, protocol, school }: Scene): boolean =>
  can(person, 'view', protocol, school, accessOf(state, protocol), date);

/** The nearest duo or substitute who may see the case. */
export function standInOf(personId: string, fn: string, date: string, scene: Scene): Person | undefined {
  const person = personOf(scene.school, personId);
  return (
    person &&
    standIns(person, date, fn, scene.state.group, scene.school).find((other) => sees(other, date, scene))
  );
}

/** Somebody who is told something, of their own or in the place of a colleague who is not there. */
export interface Told {
  person: string;
  instead?: string;
}

/**
 * Whom something that asks for no step reaches on a date: the person, and where they do not work their duo or substitute.
 * The coordinators hear it where nobody stands in for who is marked absent, or in the place of who left the staff.
 */
export function toldOf(personId: string, fn: string, date: string, scene: Scene): Told[] {
  const person = personOf(scene.school, personId);
  const coordinators = holding(scene.protocol.coordinator, scene).filter((id) => id !== personId);
  const forThem = (ids: string[]) => ids.map((id) => ({ person: id, instead: personId }));
  if (!person) return forThem(coordinators);
  if (worksOn(person, date)) return [{ person: personId }];
  const second = standInOf(personId, fn, date, scene);
  const others = second ? [second.id] : isAway(person, date) ? coordinators : [];
  return [{ person: personId }, ...forThem(others)];
}

/**
 * Who covers for one of these on a date. Somebody who works is asked. Else the duo or the substitute is, and the person on
 * their next working day. Where there is neither, it waits for that day, unless a colleague of the same circle works,
 * or it is late by then: the coordinators hear of that.
 */
export function coverOf(
  personId: string,
  { fn, persons }: Circle,
  step: StepState,
  date: string,
  scene: Scene,
): Cover {
  const { protocol, school, calendar } = scene;
  const person = personOf(school, personId);
  const coordinators = holding(protocol.coordinator, scene).filter((id) => id !== personId);
  if (!person) return { coordinators };
  if (!sees(person, date, scene)) return { coordinators: [] };
  if (worksOn(person, date)) return { asked: person, coordinators: [] };
  const waits = nextWorkday(person, date, calendar);
  const asked = standInOf(personId, fn, date, scene);
  const fellow = persons.some((id) => {
    const other = personOf(school, id);
    return other !== undefined && worksOn(other, date);
  });
  if (asked || fellow) return { asked, waits, coordinators: [] };
  const tooLate = waits === undefined || isLate(step, waits, calendar);
  return { waits, coordinators: tooLate ? coordinators : [] };
}
