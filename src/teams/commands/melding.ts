/** `melding`, with or without text after it: the form, in the personal chat. */
import { releasedFor, calendarOf } from '../../app/world.ts';
import type { World } from '../../app/world.ts';
import { reportForm } from '../../cards/report.ts';
import { limits } from '../../domain/limits.ts';
import type { Turn } from '../turn.ts';
import type { Command } from './command.ts';

export const melding: Command = {
  words: ['melding', 'melden', 'nieuwe melding'],
  async run({ world }, turn, rest) {
    const form = await newForm(world, turn, rest);
    if (turn.place === 'personal') return turn.reply(form);
    const sent = await turn.replyPrivately(form);
    return turn.reply(
      sent
        ? 'Ik heb je het formulier in je eigen chat met mij gestuurd. Zo ziet niemand anders wat je meldt.'
        : 'Een melding doe je in je eigen chat met mij, zodat niemand anders meeleest. Open de app Meldpunt en typ daar **melding**.',
    );
  },
};

async function newForm(world: World, turn: Turn, rest: string) {
  const school = await world.store.school(turn.who.partition);
  const now = world.clock.now();
  return reportForm({
    school,
    protocol: releasedFor(world, school).protocol,
    person: turn.who.person,
    today: calendarOf(school, now).dateOf(now),
    nonce: world.ids.next(),
    fields: rest ? { story: rest.slice(0, limits.story) } : {},
  });
}
