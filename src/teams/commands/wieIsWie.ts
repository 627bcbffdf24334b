/** `wie is wie`: who holds which function, and where nobody does. For all staff, in the own chat. */
import { releasedFor } from '../../app/world.ts';
import { whoIsWhoCard } from '../../cards/whoIsWho.ts';
import { can } from '../../domain/access.ts';
import type { Command } from './command.ts';

export const wieIsWie: Command = {
  words: ['wie is wie'],
  says: 'wie welke functie heeft, en waar nog niemand is',
  async run({ world }, turn) {
    const school = await world.store.school(turn.who.partition);
    const { protocol } = releasedFor(world, school);
    const card = whoIsWhoCard(school, protocol, can(turn.who.person, 'configure', protocol, school));
    if (turn.place === 'personal') return turn.reply(card);
    const sent = await turn.replyPrivately(card);
    return turn.reply(
      sent
        ? 'Ik heb je in je eigen chat met mij gestuurd wie wie is.'
        : 'Open de app Meldpunt en typ daar **wie is wie**.',
    );
  },
};
