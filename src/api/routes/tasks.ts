/** What waits for whoever asks, over all cases. */
import { readingOf } from '../../app/reads.ts';
import { tasksOf } from '../../app/tasks.ts';
import { paths } from '../contract/paths.ts';
import type { TaskList } from '../contract/tasks.ts';
import type { Api, Ask } from '../http.ts';
import { taskLineOf } from '../views.ts';

export function addTasks(api: Api): void {
  api.get(paths.tasks, tasks);
}

async function tasks({ world, who }: Ask): Promise<TaskList> {
  const [found, reading] = await Promise.all([tasksOf(world, who), readingOf(world, who)]);
  return { tasks: found.map((task) => taskLineOf(task, reading)) };
}
