/** `niet wachten`: whom to call now (P2). The numbers are the school's and are said wherever they are asked. */
import { calendarOf } from '../../app/world.ts';
import { emergencyLines } from '../../cards/report.ts';
import { cantWaitCard } from '../../cards/urgent.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

export const urgent: Command = {
  words: ['niet wachten', 'kan niet wachten', 'het kan niet wachten', 'spoed', 'nood'],
  says: 'Zie wie je nu belt als het niet kan wachten.',
  async run({ world }, turn) {
    const school = await world.store.school(turn.who.partition);
    const now = world.clock.now();
    const card = cantWaitCard(school, calendarOf(school, now), now);
    const here = (more: string) =>
      ['Wacht niet op Teams. Bel nu:', ...emergencyLines(school), more].join('\n\n');
    return replyOnlyTo(turn, card, 'niet wachten', {
      sent: here('In je eigen chat met mij lees je meer.'),
      unsent: here('Wil je meer lezen? Open de app Meldpunt en typ daar **niet wachten**.'),
    });
  },
};
