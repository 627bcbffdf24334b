/** The turn of an activity: who asks, where, and the one place from which an answer is posted (P16). */
import type { TurnContext } from 'botbuilder';
import type { Who } from '../app/world.ts';
import { notice } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import { referenceOf } from './conversations.ts';
import type { BotDeps } from './deps.ts';
import { channelOf, NOT_HERE, strangersIn, WHY_HERE } from './guard.ts';
import type { Turn } from './turn.ts';
import { cardMessage, placeOf, textOf } from './turn.ts';

export function turnOf(
  { world, adapter, appId }: Pick<BotDeps, 'world' | 'adapter' | 'appId'>,
  context: TurnContext,
  who: Who,
): Turn {
  const { activity } = context;
  const place = placeOf(activity);
  const channel = channelOf(activity);
  let asked: Promise<string[]> | undefined;

  /** Asked of Teams once a turn, and only when something is to be posted. */
  const strangers = (): Promise<string[]> =>
    (asked ??= (async () => {
      if (place === 'personal') return [];
      return strangersIn(context, channel?.teamId, await world.store.school(who.partition));
    })());
  const post = async (content: Card | string) => {
    await context.sendActivity(typeof content === 'string' ? content : cardMessage(content, 'Meldpunt'));
  };
  async function replyPrivately(card: Card): Promise<boolean> {
    const conversation = await world.store.conversation(who.partition, who.person.id);
    if (!conversation) return false;
    await adapter.continueConversationAsync(appId, referenceOf(conversation), async (own) => {
      await own.sendActivity(cardMessage(card, 'Meldpunt'));
    });
    return true;
  }

  return {
    who,
    place,
    channel,
    strangers,
    text: textOf(activity),
    async reply(content) {
      if ((await strangers()).length === 0) return post(content);
      const isText = typeof content === 'string';
      const told = await replyPrivately(notice({ lines: isText ? [WHY_HERE, content] : [WHY_HERE] }));
      if (!told) return post(NOT_HERE);
      if (!isText) await replyPrivately(content);
    },
    replyPrivately,
  };
}
