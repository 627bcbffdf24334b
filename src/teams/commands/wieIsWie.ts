/** `wie is wie`: who holds which function, and where nobody does. For all staff, in the own chat. */
import { releasedFor } from '../../app/world.ts';
import { whoIsWhoCard } from '../../cards/whoIsWho.ts';
import { can } from '../../domain/access.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

export const wieIsWie: Command = {
  words: ['wie is wie'],
  says: 'Bekijk wie welke functie heeft, en welke functie nog open is.',
  async run({ world }, turn) {
    const school = await world.store.school(turn.who.partition);
    const { protocol } = releasedFor(world, school);
    const card = whoIsWhoCard(school, protocol, can(turn.who.person, 'configure', protocol, school));
    return replyOnlyTo(turn, card, 'wie is wie');
  },
};
