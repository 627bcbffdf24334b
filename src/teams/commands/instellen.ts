/**
 * `instellen`: what is set and what is missing, in the own chat; in a channel, what that channel is for. With `tijd` or
 * `noodnummers` after it: the form for that.
 */
import { calendarOf, releasedFor } from '../../app/world.ts';
import type { World } from '../../app/world.ts';
import { briefingForm, channelForm, emergencyForm, settingsCard } from '../../cards/settings.ts';
import type { FormIds } from '../../cards/settings.ts';
import { can } from '../../domain/access.ts';
import type { School } from '../../domain/school.ts';
import type { Command } from './command.ts';

const NOT_YOU =
  'Instellen doet de coördinator of een beheerder. Typ **wie is wie** om te zien wie dat is bij jou op school.';

export const instellen: Command = {
  words: ['instellen', 'instellingen'],
  says: 'de kanalen, de dagopening en de noodnummers (voor de coördinator)',
  async run({ world }, turn, rest) {
    const school = await world.store.school(turn.who.partition);
    const { protocol } = releasedFor(world, school);
    if (!can(turn.who.person, 'configure', protocol, school)) return turn.reply(NOT_YOU);
    const ids = idsOf(world, school);
    if (turn.channel) return turn.reply(channelForm(school, turn.channel, ids));
    const card = cardFor(rest.toLocaleLowerCase('nl'), school, ids);
    if (turn.place === 'personal') return turn.reply(card);
    const sent = await turn.replyPrivately(card);
    return turn.reply(
      sent
        ? 'Ik heb je in je eigen chat met mij gestuurd wat er is ingesteld.'
        : 'Instellen doe je in je eigen chat met mij. Open de app Meldpunt en typ daar **instellen**.',
    );
  },
};

function cardFor(what: string, school: School, ids: FormIds) {
  if (what.startsWith('tijd')) return briefingForm(school, ids);
  if (what.startsWith('nood')) return emergencyForm(school, ids);
  return settingsCard(school);
}

function idsOf({ ids, clock }: World, school: School): FormIds {
  const now = clock.now();
  return { nonce: ids.next(), day: calendarOf(school, now).dateOf(now) };
}
