/**
 * The daily look at what must hold of every open case: it has a next date or waits on purpose, its next moment is planned, and
 * somebody in charge can be reached. Pure.
 */
import type { CaseState } from './case.ts';
import { standInOf } from './covering.ts';
import type { Scene } from './covering.ts';
import type { Work } from './messages.ts';
import { isAway } from './presence.ts';
import { hasNextDate } from './reminders.ts';
import { personOf } from './school.ts';

/**
 * `no-wake`: nothing in the queue would look at it again, until the look planned it; `left`: is no longer on the staff; `away`:
 * marked absent, and nobody stands in; `unreadable`: its history can't be read.
 */
export type Problem = 'no-date' | 'no-wake' | 'nobody' | 'left' | 'no-chat' | 'away' | 'unreadable';

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

/** A job that is this long past its time, in milliseconds, is no longer one that is about to run. */
const LONG = 60 * 60_000;

/** The jobs whose time is long past. */
export const overdue = <J extends { since: string }>(jobs: readonly J[], now: string): J[] =>
  jobs.filter(({ since }) => Date.parse(now) - Date.parse(since) > LONG);

/** Whether the queue holds the wake of this version of a case, or of one that came after it was read. */
export const wakes = (
  queue: readonly { work: Work }[],
  { id, version }: Pick<CaseState, 'id' | 'version'>,
): boolean => queue.some(({ work }) => work.kind === 'wake' && work.case === id && work.version >= version);

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
