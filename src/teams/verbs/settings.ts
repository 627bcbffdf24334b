/** The buttons by which the coordinator or an administrator sets up the school. */
import { z } from 'zod/v4';
import { changeSettings, mustConfigure } from '../../app/settings.ts';
import type { FormIds } from '../../cards/settings.ts';
import {
  briefingForm,
  channelSetCard,
  emergencyForm,
  settingsCard,
  strangersCard,
} from '../../cards/settings.ts';
import { submitted } from '../../cards/submitted.ts';
import type { Card } from '../../cards/template.ts';
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import type { Channel, School } from '../../domain/school.ts';
import type { SettingsChange } from '../../domain/settings.ts';
import { readEmergency, readTime } from '../../domain/settings.ts';
import type { Here, Verb } from './verb.ts';
import { Said, formOf } from './verb.ts';

const Filled = z.object({ ...submitted, typed: z.string().max(limits.text).default('') });
const Choice = z.object({ ...submitted, use: z.string().max(200), channel: z.string().max(200).optional() });

/** A form with one field: what was typed is kept, or comes back with what to mend. */
const oneField =
  (
    read: (typed: string) => SettingsChange,
    form: (school: School, ids: FormIds, typed: string, error: string) => Card,
  ): Verb =>
  async (press) => {
    const { world, who, data } = press;
    await mustConfigure(world, who);
    const { typed, nonce, day } = Filled.parse(data);
    try {
      await changeSettings(world, who, read(typed), formOf(press));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
      return form(await world.store.school(who.partition), { nonce, day }, typed, error.message);
    }
    // What is set now: a form that came again changed nothing.
    return settingsCard(await world.store.school(who.partition), '✓ Bewaard. Zo staat het nu:');
  };

export const setBriefing = oneField((typed) => ({ kind: 'briefing-at', at: readTime(typed) }), briefingForm);
export const setEmergency = oneField(
  (typed) => ({ kind: 'emergency', numbers: readEmergency(typed) }),
  emergencyForm,
);

/** A press in the channel itself: it is used from now on, unless somebody reads along who may not (P16). Giving up can be done elsewhere. */
export const chooseChannel: Verb = async (press) => {
  const { world, who, data, here } = press;
  await mustConfigure(world, who);
  const chosen = Choice.parse(data);
  const used = here ? undefined : usedChannel(await world.store.school(who.partition), chosen);
  if (used) {
    await changeSettings(world, who, { kind: 'no-channel', channel: used }, formOf(press));
    return settingsCard(await world.store.school(who.partition), '✓ Dit kanaal gebruik ik niet meer.');
  }
  if (!here)
    throw new DomainError(
      'invalid',
      'Een kanaal kies je in het kanaal zelf: typ daar ‘@Meldpunt instellen’.',
    );
  const change = choiceOf(chosen.use, here.channel);
  const strangers = change.kind === 'no-channel' ? [] : await here.strangers();
  if (strangers.length > 0) return new Said(await refuse(strangers, here));
  await changeSettings(world, who, change, formOf(press));
  return channelSetCard(await world.store.school(who.partition), here.channel);
};

/** What is given up from the own chat: a channel that is in use, where others than staff read along by now. */
const usedChannel = ({ settings }: School, { use, channel }: z.infer<typeof Choice>): Channel | undefined =>
  use === 'none'
    ? [settings.coordinatorChannel, ...Object.values(settings.teamChannels)].find(
        (used) => used?.channelId === channel,
      )
    : undefined;

function choiceOf(use: string, channel: Channel): SettingsChange {
  if (use === 'coordinator') return { kind: 'coordinator-channel', channel };
  if (use === 'none') return { kind: 'no-channel', channel };
  return { kind: 'team-channel', team: use.replace(/^team:/, ''), channel };
}

/** Who they are is for whoever sets up, in the own chat: never in the channel. */
async function refuse(strangers: string[], here: Here): Promise<string> {
  const why = 'Dit kanaal kan ik niet gebruiken: hier lezen mensen mee die niet bij de medewerkers staan.';
  return (await here.tell(strangersCard(strangers)))
    ? `${why} In je eigen chat met mij lees je wie.`
    : `${why} Open de app Meldpunt, typ daar ‘hallo’ en kies hier opnieuw: dan vertel ik je daar wie.`;
}
