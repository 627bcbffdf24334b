/** `mijn meldingen`: what became of the reports that I made (K1, P12). */
import { reportsOf } from '../../app/lookup.ts';
import { calendarOf } from '../../app/world.ts';
import { ownReportsCard } from '../../cards/tasks.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

export const ownReports: Command = {
  words: ['mijn meldingen', 'mijn melding'],
  says: 'Bekijk of jouw meldingen zijn opgepakt.',
  alone: true,
  async run({ world }, turn) {
    const reports = await reportsOf(world, turn.who);
    const school = await world.store.school(turn.who.partition);
    const card = ownReportsCard(reports, calendarOf(school, world.clock.now()));
    return replyOnlyTo(turn, card, 'mijn meldingen');
  },
};
