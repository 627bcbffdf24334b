/** What is only for whoever asked: it goes to the own chat, wherever it was asked (A4). */
import type { Card } from '../../cards/template.ts';
import type { Turn } from '../turn.ts';

/** @param word the command, for who has no own chat yet */
export async function replyOnlyTo(turn: Turn, card: Card, word: string): Promise<void> {
  if (turn.place === 'personal') return turn.reply(card);
  const sent = await turn.replyPrivately(card);
  return turn.reply(
    sent
      ? 'Ik heb je het antwoord in je eigen chat met mij gestuurd. Zo leest niemand anders mee.'
      : `Dit laat ik alleen in je eigen chat met mij zien. Open de app Meldpunt en typ daar **${word}**.`,
  );
}
