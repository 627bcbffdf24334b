/** `ik word gepest`: a member of staff is bullied, which is no case of a pupil (P2). The page on it, in the own chat. */
import { pageCard } from '../../cards/urgent.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

export const bullied: Command = {
  words: [
    'ik word gepest',
    'ik word zelf gepest',
    'ik word gepest door een collega',
    'een collega pest',
    'een collega pest mij',
    'een collega pest me',
    'collega pest',
  ],
  says: 'Lees wat je doet als een collega jou of een leerling pest.',
  alone: true,
  async run({ world }, turn) {
    const school = await world.store.school(turn.who.partition);
    return replyOnlyTo(turn, pageCard('collega', school, {}), 'ik word gepest');
  },
};
