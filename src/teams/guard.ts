/** The guard of a channel (P16): who reads along that is not on the staff, and where a channel is. */
import { TeamsInfo } from 'botbuilder';
import type { Activity, TeamsChannelData, TurnContext } from 'botbuilder';
import { personOf } from '../domain/school.ts';
import type { Channel, School } from '../domain/school.ts';

const PAGE = 100;

/**
 * The names of those in the team who are not on the staff: guests, pupils, others.
 * @param context of a turn in that team, or one made for it
 */
export async function strangersIn(context: TurnContext, teamId: string, school: School): Promise<string[]> {
  const strangers: string[] = [];
  let token: string | undefined;
  do {
    const page = await TeamsInfo.getPagedTeamMembers(context, teamId, PAGE, token);
    const others = page.members.filter(
      (m) => m.userRole === 'guest' || !m.aadObjectId || !personOf(school, m.aadObjectId),
    );
    strangers.push(...others.map((m) => (m.userRole === 'guest' ? `${m.name} (gast)` : m.name)));
    token = page.continuationToken;
  } while (token);
  return strangers;
}

/** The channel that an activity comes from; undefined for what comes from a chat. */
export function channelOf(activity: Activity): Channel | undefined {
  const { team, channel, tenant } = (activity.channelData ?? {}) as Partial<TeamsChannelData>;
  const tenantId = activity.conversation.tenantId ?? tenant?.id;
  if (activity.conversation.conversationType !== 'channel' || !team?.id || !tenantId) return undefined;
  // The first channel of a team has the id of the team.
  return {
    teamId: team.id,
    channelId: channel?.id ?? team.id,
    tenantId,
    serviceUrl: activity.serviceUrl,
  };
}
