/** `help`, a greeting, and whatever nobody understood: what can be done here, and the way on. */
import { commandButton } from '../../cards/knowledge.ts';
import { notice } from '../../cards/notice.ts';
import { zaken } from './cases.ts';
import type { Command } from './command.ts';
import { melding } from './melding.ts';
import { taken } from './tasks.ts';
import { lookUpCommand } from './topic.ts';

/** What most people come for, in the order in which they need it. */
const MAIN: readonly { title: string; command: Command }[] = [
  { title: 'Melding maken', command: melding },
  { title: 'Mijn taken', command: taken },
  { title: 'Zaken', command: zaken },
  { title: 'Opzoeken', command: lookUpCommand },
];
const EVERYTHING = 'alles';

const line = ({ words, says }: Command) => `**${words[0]}**: ${says}`;

export const helpCard = (title: string) =>
  notice({
    title,
    lines: MAIN.map(({ command }) => line(command)),
    subtle: [
      'Typ een woord, of druk op een knop. Meer vind je met **alles**, zoals **afwezig** en **instellen**.',
      'Is er nu gevaar? Bel 112 en wacht niet op Teams.',
    ],
    buttons: [
      ...MAIN.map(({ title: on, command }) => commandButton(on, command.words[0]!)),
      commandButton('Alles wat ik kan', EVERYTHING),
    ],
  });

export const help: Command = {
  words: [
    ...['help', 'hulp', 'info', '?', 'hallo', 'hoi', 'hey', 'hi', 'goedemorgen', 'goedemiddag', 'dag'],
    ...[
      'wat kan je',
      'wat kun je',
      'wat kan je doen',
      'wat kun je doen',
      'wat kan ik hier',
      'wat kan ik doen',
    ],
  ],
  says: 'Lees wat je hier kunt doen.',
  alone: true,
  run: (_deps, turn) => turn.reply(helpCard('Hallo, ik ben Meldpunt')),
};

export const notUnderstood = () => helpCard('Dat begrijp ik niet');

/** `alles`: every command with what it does. @param commands asked for late: the registry names this command as well */
export const everything = (commands: () => readonly Command[]): Command => ({
  words: [EVERYTHING, 'commando’s', "commando's"],
  says: 'Lees alles wat je kunt typen.',
  alone: true,
  run: (_deps, turn) => turn.reply(everythingCard(commands())),
});

const everythingCard = (commands: readonly Command[]) =>
  notice({
    title: 'Dit kun je typen',
    lines: [commands.map((c) => `- ${line(c)}`).join('\n')],
  });
