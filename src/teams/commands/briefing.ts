/**
 * `dagopening`: the points to be alert to and the form for signals (K1, P20), for the kernteam of this channel, for the
 * own one, or for the one that is named after it.
 */
import { askBriefing, briefingOf } from '../../app/briefing.ts';
import { calendarOf } from '../../app/world.ts';
import type { World } from '../../app/world.ts';
import { notice } from '../../cards/notice.ts';
import type { Card } from '../../cards/template.ts';
import { folded } from '../../domain/folded.ts';
import type { School } from '../../domain/school.ts';
import { ownTeams, teamsOf } from '../../domain/school.ts';
import { useOf } from '../../domain/settings.ts';
import { briefingMessage } from '../briefingMessages.ts';
import type { BotDeps } from '../deps.ts';
import type { Turn } from '../turn.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

export const dagopening: Command = {
  words: ['dagopening'],
  says: 'Bekijk de aandachtspunten van vandaag en noteer een signaal.',
  async run(deps, turn, rest) {
    const { world } = deps;
    const school = await world.store.school(turn.who.partition);
    if (turn.channel) return inChannel(deps, turn, school, useOf(school.settings, turn.channel).teams);
    const teams = teamsFor(turn, school, rest);
    const card = teams.length === 1 ? await cardFor(world, turn, school, teams[0]!) : whichTeam(teams);
    return replyOnlyTo(turn, card, 'dagopening');
  },
};

/** One open card a day for each kernteam of the channel; in the own chat where others than staff read along (P16). */
async function inChannel(
  { world, nudge }: BotDeps,
  turn: Turn,
  school: School,
  teams: readonly string[],
): Promise<void> {
  if (teams.length === 0)
    return turn.reply(
      'Dit is niet het kanaal van een kernteam. Typ **dagopening** in je eigen chat met mij. Een kanaal kiezen doet de coördinator, met **@Meldpunt instellen**.',
    );
  if ((await turn.strangers()).length > 0) {
    for (const team of teams) await turn.reply(await cardFor(world, turn, school, team));
    return;
  }
  let posts = false;
  for (const team of teams) posts = (await askBriefing(world, turn.who.partition, school, team)) || posts;
  nudge(turn.who.partition);
  await turn.reply(
    posts
      ? 'Ik zet de dagopening als nieuw bericht in dit kanaal.'
      : 'De dagopening van vandaag staat al in dit kanaal. Noteer je signaal op die kaart, of typ **dagopening** in je eigen chat met mij.',
  );
}

/** The kernteam that was named, else the own ones, else all. */
function teamsFor({ who }: Turn, school: School, rest: string): string[] {
  const named = teamsOf(school).filter((team) => folded(team) === folded(rest));
  if (named.length > 0) return named;
  const own = ownTeams(who.person, school);
  return own.length > 0 ? own : teamsOf(school);
}

const whichTeam = (teams: readonly string[]): Card =>
  notice({
    title: 'Dagopening',
    lines: ['Van welk kernteam?'],
    buttons: teams.map((team) => ({ title: team, data: { verb: 'command', text: `dagopening ${team}` } })),
  });

async function cardFor(world: World, { who }: Turn, school: School, team: string): Promise<Card> {
  const now = world.clock.now();
  const date = calendarOf(school, now).dateOf(now);
  return briefingMessage(await briefingOf(world, who.partition, school, team, date)).card;
}
