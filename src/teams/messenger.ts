/** Sends what the system says by itself: to a person's chat, or to the coordinator's channel. */
import { TeamsInfo } from 'botbuilder';
import type { CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import type { Messenger } from '../app/ports.ts';
import { SendFailure } from '../app/ports.ts';
import { personOf } from '../domain/school.ts';
import type { Channel, School } from '../domain/school.ts';
import { referenceOf } from './conversations.ts';
import { failureOf } from './failures.ts';
import type { CaseLinks } from './links.ts';
import { channelCard } from './channelMessages.ts';
import { personalCard } from './messages.ts';
import { cardMessage } from './turn.ts';

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

    async toChannel(thread, delivery) {
      const channel = delivery.school.settings.coordinatorChannel;
      if (!channel)
        throw new SendFailure('channel-refused', 'Er is nog geen kanaal voor de coördinator ingesteld.');
      const { card, summary } = channelCard(delivery, links);
      const message = cardMessage(card, summary);
      return failureOf(async () => {
        await guard(channel, delivery.school);
        if (thread) {
          await inConversation(channel, thread, async (context) => {
            await context.sendActivity(message);
          });
          return { thread };
        }
        return { thread: await startThread(channel, message) };
      });
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
      let token: string | undefined;
      do {
        const page = await TeamsInfo.getPagedTeamMembers(context, channel.teamId, 100, token);
        const stranger = page.members.some(
          (m) => m.userRole === 'guest' || !m.aadObjectId || !personOf(school, m.aadObjectId),
        );
        if (stranger) {
          throw new SendFailure(
            'channel-refused',
            'In dit kanaal lezen mensen mee die niet bij de medewerkers staan, zoals gasten of leerlingen.',
          );
        }
        token = page.continuationToken;
      } while (token);
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
