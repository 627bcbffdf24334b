/** The mark of the morning on a card's buttons (P17): a press on one shows that the card was seen. */
import type { Card } from '../cards/template.ts';

/** What a button of the card of a morning carries. @param date YYYY-MM-DD, of that morning */
export const ofMorning = (date: string) => ({ digest: date });

/** A step's own card that came as the card of a morning. */
export const asMorning = (card: Card, date: string): Card =>
  JSON.parse(JSON.stringify(card), (key, value: unknown) =>
    key === 'data' && isPress(value) ? { ...value, ...ofMorning(date) } : value,
  ) as Card;

const isPress = (value: unknown): value is { verb: string } =>
  typeof value === 'object' && value !== null && 'verb' in value;

/** The buttons by which somebody begins with a task of that card, or does it. */
export const BEGINS: readonly string[] = ['step.open', 'step.submit'];
