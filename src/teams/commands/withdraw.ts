/** `melding intrekken`: the chat deletes nothing; it says whom to ask. */
import { releasedFor } from '../../app/world.ts';
import { commandButton } from '../../cards/knowledge.ts';
import { notice } from '../../cards/notice.ts';
import type { Card } from '../../cards/template.ts';
import { plainText } from '../../cards/template.ts';
import { limits } from '../../domain/limits.ts';
import type { Protocol } from '../../domain/protocol.ts';
import { functionTitle } from '../../domain/protocol.ts';
import type { School } from '../../domain/school.ts';
import { holds } from '../../domain/school.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

export const withdraw: Command = {
  words: [
    'melding intrekken',
    'mijn melding intrekken',
    'trek mijn melding in',
    'melding verwijderen',
    'mijn melding verwijderen',
    'verwijder mijn melding',
    'verwijder melding',
  ],
  says: 'Lees aan wie je het vraagt als een melding niet klopt.',
  alone: true,
  async run({ world }, turn) {
    const school = await world.store.school(turn.who.partition);
    const { protocol } = releasedFor(world, school);
    return replyOnlyTo(turn, withdrawCard(school, protocol), 'melding intrekken');
  },
};

/** Nothing is deleted; whom to ask, by name. */
export function withdrawCard(school: School, protocol: Protocol): Card {
  const title = functionTitle(protocol, protocol.coordinator);
  const holders = school.persons.filter((p) => holds(p, protocol.coordinator)).slice(0, limits.names);
  const names = holders.length > 0 ? ` (${holders.map((p) => p.name).join(', ')})` : '';
  return notice({
    title: 'Een melding intrekken',
    lines: [
      'In de chat verwijder ik niets: een melding blijft bewaard, ook als die niet klopt.',
      plainText(
        `Vraag het aan wie aan zet is, of aan de ${title}${names}. Wie aan zet is, staat in de bevestiging van je melding.`,
      ),
    ],
    buttons: [commandButton('Mijn meldingen', 'mijn meldingen')],
  });
}
