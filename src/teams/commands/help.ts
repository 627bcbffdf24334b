/** `help`, a greeting, and whatever nobody understood: what can be done here, and the way on. */
import { notice } from '../../cards/notice.ts';
import type { Command } from './command.ts';

const START = {
  title: 'Melding maken',
  style: 'positive' as const,
  data: { verb: 'command', text: 'melding' },
};

export const helpCard = (title: string) =>
  notice({
    title,
    lines: [
      'Typ **melding** als je je zorgen maakt over een leerling. Je mag er meteen achter zetten wat je zag.',
    ],
    subtle: [
      'Je melding komt bij de collega die aan zet is. Je hoort wie dat is en wat er gebeurt.',
      'Stappen die jij moet doen, krijg je hier in deze chat.',
      'Is er nu gevaar? Bel 112 en wacht niet op Teams.',
    ],
    buttons: [START],
  });

export const help: Command = {
  words: ['help', 'hulp', 'info', '?', 'hallo', 'hoi', 'hey', 'hi', 'goedemorgen', 'goedemiddag', 'dag'],
  run: (_deps, turn) => turn.reply(helpCard('Hallo, ik ben Meldpunt')),
};

export const notUnderstood = () => helpCard('Dat begrijp ik niet');
