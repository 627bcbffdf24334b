/** Sends what the system says by itself: to a person's chat, or to the coordinator's channel. */
import type { CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import type { Messenger } from '../app/ports/messenger.ts';
import { SendFailure } from '../app/ports/messenger.ts';
import { CHOOSE_CHANNEL } from '../cards/settings.ts';
import type { Channel, School } from '../domain/school.ts';
import { briefingMessage, briefingRefusedMessage } from './briefingMessages.ts';
import { confidentialMessage } from './confidentialMessages.ts';
import { referenceOf } from './conversations.ts';
import { digestMessage } from './digestMessage.ts';
import { failureOf } from './failures.ts';
import { strangersIn } from './guard.ts';
import type { CaseLinks } from './links.ts';
import { channelCard } from './channelMessages.ts';
import { personalCard } from './messages.ts';
import { cardMessage } from './turn.ts';
import { watchdogMessage } from './watchdogMessage.ts';

export interface MessengerDeps {
  adapter: CloudAdapter;
  appId: string;
  botId: string;
  links: CaseLinks;
}

export function makeMessenger({ adapter, appId, botId, links }: MessengerDeps): Messenger {
  return {
    async toPerson(conversation, delivery) {
      const { card, summary } = personalCard(delivery, links);
      await failureOf(() =>
        adapter.continueConversationAsync(appId, referenceOf(conversation), async (context) => {
          await context.sendActivity(cardMessage(card, summary));
        }),
      );
    },

    async digest(conversation, tasks, nonce, all) {
      const { card, summary } = digestMessage(tasks, nonce, all);
      await failureOf(() =>
        adapter.continueConversationAsync(appId, referenceOf(conversation), async (context) => {
          await context.sendActivity(cardMessage(card, summary));
        }),
      );
    },

    async confidential(conversation, delivery) {
      const { card, summary } = confidentialMessage(delivery);
      await failureOf(() =>
        adapter.continueConversationAsync(appId, referenceOf(conversation), async (context) => {
          await context.sendActivity(cardMessage(card, summary));
        }),
      );
    },

    async toChannel(thread, delivery) {
      const channel = delivery.school.settings.coordinatorChannel;
      if (!channel)
        throw new SendFailure(
          'channel-refused',
          `Er is nog geen kanaal voor de coördinator ingesteld. ${CHOOSE_CHANNEL}`,
        );
      const { card, summary } = channelCard(delivery, links);
      const message = cardMessage(card, summary);
      return failureOf(async () => {
        await guard(channel, delivery.school);
        // A thread of the channel that was used before is not guarded any more.
        if (thread?.split(';')[0] === channel.channelId) {
          await inConversation(channel, thread, async (context) => {
            await context.sendActivity(message);
          });
          return { thread };
        }
        return { thread: await startThread(channel, message) };
      });
    },

    async postBriefing(channel, briefing) {
      const { card, summary } = briefingMessage(briefing);
      return failureOf(async () => {
        await guard(channel, briefing.school);
        const conversation = await startThread(channel, cardMessage(card, summary));
        // A thread is called after the message that it began with.
        const activity = /;messageid=([^;]+)/.exec(conversation)?.[1] ?? conversation;
        return { channel, conversation, activity };
      });
    },

    async closeBriefing({ channel, conversation, activity }, briefing, signals) {
      const { card, summary } = briefingMessage(briefing, signals);
      await failureOf(() =>
        inConversation(channel, conversation, async (context) => {
          await context.updateActivity({ ...cardMessage(card, summary), id: activity });
        }),
      );
    },

    async briefingRefused(conversation, team, because) {
      const { card, summary } = briefingRefusedMessage(team, because);
      await failureOf(() =>
        adapter.continueConversationAsync(appId, referenceOf(conversation), async (context) => {
          await context.sendActivity(cardMessage(card, summary));
        }),
      );
    },

    async watchdog(conversation, found) {
      const { card, summary } = watchdogMessage(found);
      await failureOf(() =>
        adapter.continueConversationAsync(appId, referenceOf(conversation), async (context) => {
          await context.sendActivity(cardMessage(card, summary));
        }),
      );
    },
  };

  function inConversation(channel: Channel, id: string, run: (context: TurnContext) => Promise<void>) {
    const reference: Partial<ConversationReference> = {
      channelId: 'msteams',
      serviceUrl: channel.serviceUrl,
      bot: { id: botId, name: 'Meldpunt' },
      conversation: { id, tenantId: channel.tenantId, isGroup: true, conversationType: 'channel', name: '' },
    };
    return adapter.continueConversationAsync(appId, reference, run);
  }

  /** Nothing is posted where somebody reads along who is not on the staff (P16). */
  async function guard(channel: Channel, school: School): Promise<void> {
    await inConversation(channel, channel.channelId, async (context) => {
      if ((await strangersIn(context, channel.teamId, school)).length === 0) return;
      throw new SendFailure(
        'channel-refused',
        `In dit kanaal lezen mensen mee die niet bij de medewerkers staan, zoals gasten of leerlingen. Haal hen uit het team, of kies een ander kanaal. ${CHOOSE_CHANNEL}`,
      );
    });
  }

  /** A new thread. The conversation id that comes back is where later messages of the case go. */
  async function startThread(channel: Channel, activity: ReturnType<typeof cardMessage>): Promise<string> {
    let thread = '';
    const parameters = {
      isGroup: true,
      channelData: { channel: { id: channel.channelId } },
      activity,
      bot: { id: botId, name: 'Meldpunt' },
      tenantId: channel.tenantId,
    };
    await adapter.createConversationAsync(
      appId,
      'msteams',
      channel.serviceUrl,
      'https://api.botframework.com',
      parameters as never,
      (context) => {
        thread = context.activity.conversation.id;
        return Promise.resolve();
      },
    );
    return thread;
  }
}
