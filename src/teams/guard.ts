/** The guard of a channel or group chat (P16): who reads along that is not on the staff, and where a channel is. */
import { TeamsInfo } from 'botbuilder';
import type { Activity, TeamsChannelData, TurnContext } from 'botbuilder';
import { personOf } from '../domain/school.ts';
import type { Channel, School } from '../domain/school.ts';

const PAGE = 100;

/** Above an answer that was asked for where others read along. */
export const WHY_HERE =
  'Waar je dit vroeg, lezen mensen mee die niet bij de medewerkers van school staan. Daarom antwoord ik je hier.';
/** Read there, by everybody, for who has no chat with the bot yet: it tells nothing of the school. */
export const NOT_HERE =
  'Hier lezen mensen mee die niet bij de medewerkers van school staan. Daarom antwoord ik hier niet. Open de app Meldpunt en typ het daar. Is er nu gevaar? Bel 112.';

/**
 * The names of those in a team or group chat who are not on the staff: guests, pupils, others.
 * @param context of a turn there, or one made for it
 * @param teamId absent for a group chat
 */
export async function strangersIn(
  context: TurnContext,
  teamId: string | undefined,
  school: School,
): Promise<string[]> {
  const strangers: string[] = [];
  let token: string | undefined;
  do {
    const page = await (teamId === undefined
      ? TeamsInfo.getPagedMembers(context, PAGE, token)
      : TeamsInfo.getPagedTeamMembers(context, teamId, PAGE, token));
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
