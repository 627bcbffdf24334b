/** `taken`: what I must do, most urgent first, each with a button to do it. */
import { listConfidential } from '../../app/confidential.ts';
import { tasksOf } from '../../app/tasks.ts';
import { calendarOf, releasedFor } from '../../app/world.ts';
import { confidentialTask, tasksCard } from '../../cards/tasks.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

export const taken: Command = {
  words: ['taken', 'mijn taken', 'wat moet ik doen'],
  says: 'Bekijk wat jij nu moet doen.',
  alone: true,
  async run({ world, links }, turn) {
    const inCases = await tasksOf(world, turn.who);
    const school = await world.store.school(turn.who.partition);
    const messages = (await listConfidential(world, turn.who, school)) ?? [];
    const tasks = [...messages.flatMap(confidentialTask), ...inCases];
    const { protocol } = releasedFor(world, school);
    const calendar = calendarOf(school, world.clock.now());
    return replyOnlyTo(turn, tasksCard(tasks, { school, calendar, protocol, link: links() }), 'taken');
  },
};
