/** What stands on a person's card of the morning (P17): made when it is sent, from the cases as they are then. */
import { can } from '../domain/access.ts';
import type { StepState } from '../domain/case.ts';
import { openSteps } from '../domain/case.ts';
import { coverOf, doing, hearing } from '../domain/covering.ts';
import type { Message } from '../domain/messages.ts';
import { isHeldBack } from '../domain/react.ts';
import { isLate } from '../domain/reminders.ts';
import type { School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import type { Loaded } from './load.ts';
import { load } from './load.ts';
import type { Task } from './ports/messenger.ts';
import type { ListRow, Partition } from './ports/rows.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { World } from './world.ts';

/** Days, from today on, of which a digest tells what must be done by then. */
const AHEAD = 7;

/** What a person has to do, and what lies with others and was brought to them, what is due first on top. */
export async function morningTasks(
  world: World,
  partition: Partition,
  school: School,
  person: string,
): Promise<Task[]> {
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  const { protocol } = releasedFor(world, school);
  const reader = personOf(school, person);
  const last = calendar.addDays(today, AHEAD - 1);
  const rows = (await world.store.openList(partition)).filter(
    (row) => begins(row, last) && reader && can(reader, 'view', protocol, school, row.access, today),
  );
  const tasks: Task[] = [];
  for (const row of rows) tasks.push(...tasksIn(await load(world, partition, row.case), person, last, now));
  const due = ({ step }: Task) => step.due?.by ?? '';
  return tasks.sort((a, b) => due(a).localeCompare(due(b)));
}

/** Whether a step of a case begins by a date. */
const begins = ({ steps }: ListRow, by: string): boolean =>
  steps.some(({ due }) => due !== undefined && !due.waits && (due.from ?? due.by) <= by);

/** @param last the day up to which what must be done is told */
function tasksIn(loaded: Loaded, person: string, last: string, now: string): Task[] {
  const { state, protocol, school, calendar, today } = loaded;
  const to = { to: { person }, case: state.id };
  return openSteps(state).flatMap((step): Task[] => {
    const { due, nudgedAt, key } = step;
    const known = protocol.steps.some((s) => s.id === step.step);
    if (!known || !due || due.waits || (due.from !== undefined && due.from > today)) return [];
    const task = (message: Message): Task[] => [{ message, state, step, protocol, school, now }];
    const late = isLate(step, today, calendar);
    const asked = askedFor(step, person, loaded);
    if (asked) {
      const soon = due.by <= last && !isHeldBack(step, loaded);
      const instead = asked === person ? undefined : asked;
      return late || soon || nudgedAt !== undefined
        ? task({ ...to, say: 'reminder', step: key, late, instead })
        : [];
    }
    const heard = nudgedAt === undefined ? undefined : heardAs(step, person, loaded);
    return heard ? task({ ...to, say: 'escalation', step: key, ...heard }) : [];
  });
}

/** In whose name a step asks somebody on a date: their own, or that of a colleague for whom they stand in. */
function askedFor(step: StepState, person: string, loaded: Loaded): string | undefined {
  const circle = doing(step, loaded);
  const names = circle.persons.filter(
    (id) => coverOf(id, circle, step, loaded.today, loaded).asked?.id === person,
  );
  return names.includes(person) ? person : names[0];
}

/** Why a step that lies with others was brought to somebody: lateness escalated to them, or nobody covers for whom it asks. */
function heardAs(step: StepState, person: string, loaded: Loaded) {
  const { protocol, school } = loaded;
  const circle = doing(step, loaded);
  for (const id of circle.persons) {
    if (!coverOf(id, circle, step, loaded.today, loaded).coordinators.includes(person)) continue;
    const why = personOf(school, id) ? ('away' as const) : ('left' as const);
    return { function: protocol.coordinator, why };
  }
  for (const fn of step.escalatedTo) {
    const held = hearing(fn, loaded);
    const hears = held.persons.length > 0 ? held : hearing(protocol.coordinator, loaded);
    const covers = hears.persons.map((id) => coverOf(id, hears, step, loaded.today, loaded));
    if (covers.some((c) => c.asked?.id === person || c.coordinators.includes(person)))
      return { function: fn };
  }
  return undefined;
}
