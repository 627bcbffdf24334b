/**
 * `dagopening`: the points to be alert to and the form for signals (K1, P20), for the kernteam of this channel, for the
 * own one, or for the one that is named after it.
 */
import { briefingOf } from '../../app/briefing.ts';
import { calendarOf } from '../../app/world.ts';
import type { World } from '../../app/world.ts';
import { ownTeams } from '../../cards/alerts.ts';
import { notice } from '../../cards/notice.ts';
import type { Card } from '../../cards/template.ts';
import { folded } from '../../domain/folded.ts';
import type { School } from '../../domain/school.ts';
import { teamsOf } from '../../domain/school.ts';
import { useOf } from '../../domain/settings.ts';
import { briefingMessage } from '../briefingMessages.ts';
import type { Turn } from '../turn.ts';
import type { Command } from './command.ts';

export const dagopening: Command = {
  words: ['dagopening'],
  says: 'de aandachtspunten van vandaag, en signalen noteren',
  async run({ world }, turn, rest) {
    const school = await world.store.school(turn.who.partition);
    if (turn.channel) {
      const { teams } = useOf(school.settings, turn.channel);
      const refusal = await refusalHere(turn, teams);
      if (refusal) return turn.reply(refusal);
      for (const team of teams) await turn.reply(await cardFor(world, turn, school, team));
      return;
    }
    const teams = teamsFor(turn, school, rest);
    const card = teams.length === 1 ? await cardFor(world, turn, school, teams[0]!) : whichTeam(teams);
    if (turn.place === 'personal') return turn.reply(card);
    const sent = await turn.replyPrivately(card);
    return turn.reply(
      sent
        ? 'Ik heb je de dagopening in je eigen chat met mij gestuurd.'
        : 'De dagopening staat in het kanaal van je kernteam, of in je eigen chat met mij: open de app Meldpunt en typ daar **dagopening**.',
    );
  },
};

/** Why nothing is shown in this channel (P16). */
async function refusalHere(turn: Turn, teams: readonly string[]): Promise<string | undefined> {
  if (teams.length === 0)
    return 'Dit is niet het kanaal van een kernteam. Typ **dagopening** in je eigen chat met mij. Een kanaal kiezen doet de coördinator, met **@Meldpunt instellen**.';
  if ((await turn.strangers()).length > 0)
    return 'In dit kanaal lezen mensen mee die niet bij de medewerkers staan. Daarom zet ik hier niets neer. Typ **dagopening** in je eigen chat met mij.';
  return undefined;
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
