/** Where a person's own chat is, as our own rows keep it and as the SDK wants it. */
import type { Activity } from 'botbuilder';
import type { Conversation } from '../app/ports/rows.ts';

export function conversationOf(person: string, activity: Activity): Conversation {
  return {
    person,
    conversationId: activity.conversation.id,
    serviceUrl: activity.serviceUrl,
    tenantId: activity.conversation.tenantId ?? '',
    botId: activity.recipient.id,
  };
}

export const referenceOf = (conversation: Conversation) => ({
  channelId: 'msteams',
  serviceUrl: conversation.serviceUrl,
  bot: { id: conversation.botId, name: 'Meldpunt' },
  conversation: {
    id: conversation.conversationId,
    tenantId: conversation.tenantId,
    isGroup: false,
    conversationType: 'personal',
    name: '',
  },
});
