/** The daily look at what must hold of every open case: it has a next date or waits on purpose, and somebody in charge can be reached. Pure. */
import { standInOf } from './covering.ts';
import type { Scene } from './covering.ts';
import { isAway } from './presence.ts';
import { hasNextDate } from './reminders.ts';
import { personOf } from './school.ts';

/** `left`: is no longer on the staff; `away`: marked absent, and nobody stands in. */
export type Problem = 'no-date' | 'nobody' | 'left' | 'no-chat' | 'away';

/** What one look found. */
export interface Watch {
  /** YYYY-MM-DD */
  date: string;
  /** ISO instant. */
  at: string;
  /** How many open cases were looked at. */
  cases: number;
  wrong: { case: string; number: string; problems: Problem[] }[];
}

/** @param reached who has a chat with us */
export function problemsOf(scene: Scene, now: string, reached: (person: string) => boolean): Problem[] {
  const { state, protocol } = scene;
  const waits = state.waitsUntil !== undefined && state.waitsUntil > now;
  const charge = inCharge(scene, scene.calendar.dateOf(now), reached);
  return [...(waits || hasNextDate(state, protocol) ? [] : (['no-date'] as const)), ...charge];
}

/** What is wrong with who is in charge: one thing, the first to mend. */
function inCharge(scene: Scene, today: string, reached: (person: string) => boolean): Problem[] {
  const { lead } = scene.state;
  if (lead.person === undefined) return ['nobody'];
  const person = personOf(scene.school, lead.person);
  if (!person) return ['left'];
  if (isAway(person, today)) return standInOf(person.id, lead.function, today, scene) ? [] : ['away'];
  return reached(person.id) ? [] : ['no-chat'];
}
