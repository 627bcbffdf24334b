/** What waits for whoever asks, over all cases. */
import { listConfidential } from '../../app/confidential.ts';
import type { ListRow } from '../../app/ports/rows.ts';
import { readingOf } from '../../app/reads.ts';
import type { Reading, Task } from '../../app/tasks.ts';
import { tasksOf } from '../../app/tasks.ts';
import { headsOfTasks, isTaskNow, notesByCase } from '../../domain/urgency.ts';
import { paths } from '../contract/paths.ts';
import type { TaskLine, TaskList } from '../contract/tasks.ts';
import type { Api, Ask } from '../http.ts';
import { initialsOf } from '../views.ts';

export function addTasks(api: Api): void {
  api.get(paths.tasks, tasks);
}

async function tasks({ world, who }: Ask): Promise<TaskList> {
  const [found, reading] = await Promise.all([tasksOf(world, who), readingOf(world, who)]);
  const messages = (await listConfidential(world, who, reading.school)) ?? [];
  const open = messages.filter(({ closedAt }) => closedAt === undefined);
  const unread = open.filter(({ readAt }) => readAt === undefined).length;
  const now = found.filter(isTaskNow);
  const lines = (some: readonly Task[]) => some.flatMap((task) => lineOf(task, reading));
  return {
    count: now.length + open.length,
    now: headsOfTasks
      .map(({ title, late, urgencies }) => ({
        title,
        late,
        tasks: lines(now.filter(({ urgency }) => urgencies.includes(urgency))),
      }))
      .filter((head) => head.tasks.length > 0),
    later: lines(found.filter(({ urgency }) => urgency === 'later')),
    notes: notesByCase(found).map((notes) => ({ ...whereOf(notes.in, reading), steps: notes.steps.length })),
    lvs: reading.protocol.lvs,
    confidential: open.length > 0 ? { unread, open: open.length } : undefined,
  };
}

/** A line of what can be done; none of a note, which stands with the others of its case. */
function lineOf(task: Task, reading: Reading): TaskLine[] {
  const where = whereOf(task.in, reading);
  switch (task.what) {
    case 'register':
      return [];
    case 'handover':
      return [
        { ...where, what: 'handover', title: 'Wil je deze zaak overnemen?', apart: false, waits: false },
      ];
    case 'step': {
      const { key, title, for: apart } = task.step;
      const { due } = task;
      const more = { title, step: key, apart: apart !== undefined, due, waits: due?.waits ?? false };
      return [{ ...where, what: 'step', ...more }];
    }
  }
}

const whereOf = (row: ListRow, { school }: Reading) => ({
  case: row.case,
  number: row.number,
  initials: initialsOf(row, school),
  group: row.group,
  ofYear: row.schoolYear !== undefined,
});
