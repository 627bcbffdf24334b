/** `taken`: what I must do, most urgent first, each with a button to do it. */
import { tasksOf } from '../../app/tasks.ts';
import { calendarOf, releasedFor } from '../../app/world.ts';
import { tasksCard } from '../../cards/tasks.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

export const taken: Command = {
  words: ['taken', 'mijn taken', 'wat moet ik doen'],
  says: 'Bekijk wat jij nu moet doen.',
  alone: true,
  async run({ world, links }, turn) {
    const tasks = await tasksOf(world, turn.who);
    const school = await world.store.school(turn.who.partition);
    const { lvs } = releasedFor(world, school).protocol;
    const calendar = calendarOf(school, world.clock.now());
    return replyOnlyTo(turn, tasksCard(tasks, { school, calendar, lvs, link: links() }), 'taken');
  },
};
