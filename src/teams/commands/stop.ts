/** `stop`, `terug`, `nee`: whoever types it wants to know that nothing happened. */
import { notice } from '../../cards/notice.ts';
import type { Card } from '../../cards/template.ts';
import type { Command } from './command.ts';

export const stop: Command = {
  words: ['stop', 'terug', 'annuleren', 'annuleer', 'nee', 'laat maar'],
  says: 'Laat een formulier liggen: er wordt niets verstuurd.',
  alone: true,
  run: (_deps, turn) => turn.reply(stoppedCard()),
};

export const stoppedCard = (): Card =>
  notice({
    lines: [
      'Er is niets verstuurd. Een formulier telt pas als je op de knop eronder drukt. Je kunt het gewoon laten staan.',
    ],
    subtle: [
      'Drukte je net wel op de knop van een melding, en klopt die niet? Typ **melding intrekken**.',
      'Typ **help** om te zien wat je kunt doen.',
    ],
  });
