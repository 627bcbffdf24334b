/** What is only for whoever asked: it goes to the own chat, wherever it was asked (A4). */
import type { Card } from '../../cards/template.ts';
import type { Turn } from '../turn.ts';

/**
 * @param word the command, for who has no own chat yet
 * @param says what is said where it was asked; nothing is said there where others than staff read along (P16)
 */
export async function replyOnlyTo(
  turn: Turn,
  cards: Card | readonly Card[],
  word: string,
  says: { sent?: string; unsent?: string } = {},
): Promise<void> {
  let sent = true;
  for (const card of [cards].flat()) {
    if (turn.place === 'personal') await turn.reply(card);
    else sent = sent && (await turn.replyPrivately(card));
  }
  if (turn.place === 'personal' || (sent && (await turn.strangers()).length > 0)) return;
  await turn.reply(
    sent
      ? (says.sent ??
          'Ik heb je het antwoord in je eigen chat met mij gestuurd. Zo leest niemand anders mee.')
      : (says.unsent ??
          `Dit laat ik alleen in je eigen chat met mij zien. Open de app Meldpunt en typ daar **${word}**.`),
  );
}
