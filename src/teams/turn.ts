/** One turn of a conversation, as the commands and card verbs see it. */
import { ActivityTypes, CardFactory, MessageFactory, TurnContext } from 'botbuilder';
import type { Activity } from 'botbuilder';
import type { Card } from '../cards/template.ts';
import type { Who } from '../app/world.ts';
import type { Channel } from '../domain/school.ts';

export type Place = 'personal' | 'group' | 'channel';

/** What was asked, by whom (a member of staff), and where. */
export interface Turn {
  who: Who;
  place: Place;
  /** Where it was asked, when that is a channel. */
  channel?: Channel;
  /** Who reads along there and is not on the staff (P16); nobody in the own chat. */
  strangers(): Promise<string[]>;
  /** What was typed, without the mention of the bot. */
  text: string;
  /** Where it was asked; in the own chat, saying why, where others than staff read along (P16). */
  reply(content: Card | string): Promise<void>;
  /** To the person's own chat; false when there is none yet. */
  replyPrivately(card: Card): Promise<boolean>;
}

export const placeOf = (activity: Partial<Activity>): Place => {
  const type = activity.conversation?.conversationType;
  return type === 'channel' ? 'channel' : type === 'groupChat' ? 'group' : 'personal';
};

/** What was typed, without mentions, in one line of plain text. */
export function textOf(activity: Activity): string {
  const text = TurnContext.removeRecipientMention(activity) ?? activity.text ?? '';
  return text
    .replace(/<at[^>]*>.*?<\/at>/gi, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** A message with one card. The summary is what previews and toasts show: never a name (P17). */
export function cardMessage(card: Card, summary: string): Partial<Activity> {
  return {
    ...MessageFactory.attachment(CardFactory.adaptiveCard(card)),
    summary,
    type: ActivityTypes.Message,
  };
}
