/** What is no command (K22): the nearest topics and commands, or the offer to make a report of it. A guess is never acted on. */
import { commandButton, storyCard, suggestionsCard } from '../../cards/knowledge.ts';
import type { Button } from '../../cards/template.ts';
import { folded } from '../../domain/folded.ts';
import { limits } from '../../domain/limits.ts';
import type { BotDeps } from '../deps.ts';
import type { Turn } from '../turn.ts';
import { bullied } from './bullied.ts';
import { notUnderstood } from './help.ts';
import { holdersCard } from './holders.ts';
import { replyOnlyTo } from './privately.ts';
import { commands } from './registry.ts';
import { steps } from './stappen.ts';
import { stop } from './stop.ts';
import { lookUp, ownProtocol, tellsStory } from './topic.ts';
import { vertrouwelijk } from './vertrouwelijk.ts';
import { who } from './wie.ts';

/** Answers a text that no command begins. */
export async function answerFreeText(deps: BotDeps, turn: Turn): Promise<void> {
  const story = tellsStory(turn.text);
  const own = await ownProtocol(deps, turn);
  const holders = holdersCard(turn.text, own.school, own.protocol);
  if (holders) return turn.reply(holders);
  const { card, near } = lookUp(turn.text, own, story ? [] : choices());
  if (card) return turn.reply(card);
  if (story) return offerReport(turn, byColleague(turn.text) ? [COLLEAGUE, ...near] : near);
  return turn.reply(near.length > 0 ? suggestionsCard(near) : notUnderstood());
}

/** A colleague who bullies is no case of a pupil (P2): the page on it stands beside the offer of a report. */
const COLLEAGUE = commandButton('Een collega pest', 'een collega pest');
const byColleague = (text: string): boolean =>
  /\bik word (\w+ )*gepest\b|\bcollega\b.*\b(ge)?pest|\bpest.*\bcollega\b/.test(folded(text));

/** The commands; those that show a topic stand among the topics already, and two are no answer to a guess. */
const choices = () =>
  commands
    .filter((command) => ![steps, who, vertrouwelijk, stop, bullied].includes(command))
    .map(({ words: [word = '', ...others] }) => ({
      names: [word, ...others],
      text: '',
      button: commandButton(word.charAt(0).toUpperCase() + word.slice(1), word),
    }));

/** The text goes along in the button, so the card is for the one who typed it only. */
async function offerReport(turn: Turn, near: readonly Button[]): Promise<void> {
  const story = turn.text.slice(0, limits.story);
  const card = storyCard(commandButton('Ja, melding maken', `melding ${story}`), near.slice(0, 2));
  return replyOnlyTo(turn, card, 'melding', {
    sent: 'Ik heb je in je eigen chat met mij geantwoord. Zet hier liever niets over leerlingen.',
    unsent:
      'Wil je iets melden? Open de app Meldpunt en typ daar **melding**. Zet hier liever niets over leerlingen.',
  });
}
