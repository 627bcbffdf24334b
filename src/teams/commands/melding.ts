/** `melding`, with or without text after it: the three doors (P1), in the personal chat. */
import { doorsCard } from '../../cards/doors.ts';
import { limits } from '../../domain/limits.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

export const melding: Command = {
  words: ['melding', 'melden', 'nieuwe melding'],
  says: 'Maak je je zorgen over een leerling? Zet er meteen achter wat je zag, als je wilt.',
  async run(_deps, turn, rest) {
    const doors = doorsCard(rest ? { story: rest.slice(0, limits.story) } : {});
    return replyOnlyTo(turn, doors, 'melding', {
      sent: 'Ik heb je een kaart in je eigen chat met mij gestuurd. Zo ziet niemand anders wat je meldt.',
    });
  },
};
