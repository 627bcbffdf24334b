/** All chat commands. */
import { aandachtspunt } from './alert.ts';
import { dagopening } from './briefing.ts';
import { zaak, zaken } from './cases.ts';
import { afwezig, weerAanwezig } from './away.ts';
import { bullied } from './bullied.ts';
import type { Command } from './command.ts';
import { everything, help } from './help.ts';
import { instellen } from './instellen.ts';
import { melding } from './melding.ts';
import { groepsindeling, nieuwSchooljaar } from './newYear.ts';
import { ownReports } from './ownReports.ts';
import { protocolCommand } from './protocol.ts';
import { steps } from './stappen.ts';
import { stop } from './stop.ts';
import { taken } from './tasks.ts';
import { lookUpCommand } from './topic.ts';
import { urgent } from './urgent.ts';
import { vertrouwelijk } from './vertrouwelijk.ts';
import { who } from './wie.ts';
import { wieIsWie } from './wieIsWie.ts';
import { withdraw } from './withdraw.ts';

export const commands: readonly Command[] = [
  melding,
  taken,
  ownReports,
  withdraw,
  zaken,
  zaak,
  urgent,
  bullied,
  vertrouwelijk,
  dagopening,
  aandachtspunt,
  afwezig,
  weerAanwezig,
  nieuwSchooljaar,
  groepsindeling,
  instellen,
  protocolCommand,
  steps,
  who,
  wieIsWie,
  lookUpCommand,
  stop,
  help,
  everything(() => commands),
];

/** The command that a text begins with, by its longest words, and what stands after them; whole words, in any case. */
export function findCommand(text: string): { command: Command; rest: string } | undefined {
  const typed = text.trim();
  const lower = typed.toLocaleLowerCase('nl');
  const [found] = commands
    .flatMap((command) => command.words.map((word) => ({ command, word, after: typed.slice(word.length) })))
    .filter(({ word, after }) => lower.startsWith(word) && /^($|[\s:,.!?-])/.test(after))
    .map(({ command, word, after }) => ({ command, word, rest: after.replace(/^[\s:,.!?-]+/, '') }))
    .filter(({ command, rest }) => !command.alone || rest === '')
    .sort((a, b) => b.word.length - a.word.length);
  return found;
}
