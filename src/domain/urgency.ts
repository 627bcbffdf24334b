/** How urgent something is that was asked, so that lists begin with what can't wait. Pure. */
import type { Calendar, Due } from './calendar.ts';
import { isPast } from './reminders.ts';

/** From most to least urgent. `dated`: can be done now; `later`: its window is still to come, or it waits for another step. */
const ORDER = ['late', 'today', 'dated', 'undated', 'later'] as const;
export type Urgency = (typeof ORDER)[number];

/** Under what the tasks of a person stand, the same on the morning's card and in `taken`. */
export const headsOfTasks: readonly { title: string; late: boolean; urgencies: readonly Urgency[] }[] = [
  { title: 'Te laat. Lukt het?', late: true, urgencies: ['late'] },
  { title: 'Vandaag', late: false, urgencies: ['today'] },
  { title: 'Daarna', late: false, urgencies: ['dated', 'undated'] },
];

/** Whether it counts as a task: it can be done now, and is no note for the pupil tracking system. */
export const isTaskNow = ({ what, urgency }: { what: string; urgency: Urgency }): boolean =>
  what !== 'register' && urgency !== 'later';

/** A note for the pupil tracking system, among what somebody is asked. */
interface Note {
  what: 'register';
  in: { case: string; number: string };
  step: string;
}

/** What is to be entered in the pupil tracking system, case by case: after which steps, the first case on top. */
export function notesByCase<T extends { what: string }>(
  tasks: readonly T[],
): { in: Extract<T, Note>['in']; steps: string[] }[] {
  const cases = new Map<string, Extract<T, Note>[]>();
  for (const task of tasks) {
    if (!isNote(task)) continue;
    cases.set(task.in.case, [...(cases.get(task.in.case) ?? []), task]);
  }
  return [...cases.values()]
    .map((notes) => ({ in: notes[0]!.in, steps: [...new Set(notes.map(({ step }) => step))] }))
    .sort((a, b) => a.in.number.localeCompare(b.in.number));
}
const isNote = <T extends { what: string }>(task: T): task is Extract<T, Note> => task.what === 'register';

export function urgencyOf(due: Due | undefined, today: string, calendar: Calendar): Urgency {
  if (due === undefined) return 'undated';
  if (due.waits || (due.from !== undefined && due.from > today)) return 'later';
  if (isPast(due, today, calendar)) return 'late';
  return due.by <= today ? 'today' : 'dated';
}

interface Urgent {
  urgency: Urgency;
  due?: Due;
}

/** Most urgent first, and the nearest date among equals. */
export const byUrgency = (a: Urgent, b: Urgent): number =>
  ORDER.indexOf(a.urgency) - ORDER.indexOf(b.urgency) || asksOn(a).localeCompare(asksOn(b));

/** When something that can't be done yet begins, else by when it must be done; without a date after all dates. */
export const asksOn = ({ urgency, due }: Urgent): string =>
  (urgency === 'later' ? (due?.waits ? undefined : due?.from) : due?.by) ?? '9999';
