/** `niet wachten`: whom to call now (P2). The numbers are the school's and are said wherever they are asked. */
import { calendarOf } from '../../app/world.ts';
import { emergencyLines } from '../../cards/report.ts';
import { cantWaitCard } from '../../cards/urgent.ts';
import type { Command } from './command.ts';

export const urgent: Command = {
  words: ['niet wachten', 'kan niet wachten', 'het kan niet wachten', 'spoed', 'nood'],
  says: 'Zie wie je nu belt als het niet kan wachten.',
  async run({ world }, turn) {
    const school = await world.store.school(turn.who.partition);
    const now = world.clock.now();
    const card = cantWaitCard(school, calendarOf(school, now), now);
    if (turn.place === 'personal') return turn.reply(card);
    const sent = await turn.replyPrivately(card);
    const more = sent
      ? 'In je eigen chat met mij lees je meer.'
      : 'Wil je meer lezen? Open de app Meldpunt en typ daar **niet wachten**.';
    return turn.reply(['Wacht niet op Teams. Bel nu:', ...emergencyLines(school), more].join('\n\n'));
  },
};
