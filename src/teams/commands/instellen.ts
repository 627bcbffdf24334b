/**
 * `instellen`: what is set and what is missing, in the own chat; in a channel, what that channel is for. With `tijd` or
 * `noodnummers` after it: the form for that.
 */
import { freshForm, releasedFor } from '../../app/world.ts';
import {
  briefingForm,
  channelForm,
  emergencyForm,
  settingsCard,
  strangersCard,
} from '../../cards/settings.ts';
import type { FormIds } from '../../cards/settings.ts';
import { can } from '../../domain/access.ts';
import type { Channel, School } from '../../domain/school.ts';
import { useOf } from '../../domain/settings.ts';
import type { Turn } from '../turn.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

const NOT_YOU =
  'Instellen doet de coördinator of een beheerder. Typ **wie is wie** om te zien wie dat is bij jou op school.';

export const instellen: Command = {
  words: ['instellen', 'instellingen'],
  says: 'Kies de kanalen, de tijd van de dagopening en de noodnummers. Dit doet de coördinator.',
  async run({ world }, turn, rest) {
    const school = await world.store.school(turn.who.partition);
    const { protocol } = releasedFor(world, school);
    if (!can(turn.who.person, 'configure', protocol, school)) return turn.reply(NOT_YOU);
    const ids = freshForm(world, school);
    if (turn.channel) return inChannel(turn, turn.channel, school, ids);
    const card = cardFor(rest.toLocaleLowerCase('nl'), school, ids);
    return replyOnlyTo(turn, card, 'instellen');
  },
};

/** The form; where others than staff read along, who they are, in the own chat (P16). */
async function inChannel(turn: Turn, channel: Channel, school: School, ids: FormIds): Promise<void> {
  const strangers = await turn.strangers();
  if (strangers.length === 0) return turn.reply(channelForm(school, channel, ids));
  const { coordinator, teams } = useOf(school.settings, channel);
  const used = coordinator || teams.length > 0 ? { channel, ...ids } : undefined;
  return replyOnlyTo(turn, strangersCard(strangers, used), 'instellen');
}

function cardFor(what: string, school: School, ids: FormIds) {
  if (what.startsWith('tijd')) return briefingForm(school, ids);
  if (what.startsWith('nood')) return emergencyForm(school, ids);
  return settingsCard(school);
}
