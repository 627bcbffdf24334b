/** What a vertrouwenspersoon does with a confidential message (P3): read, note, ask, make a report of it, close. */
import { z } from 'zod/v4';
import { actOnConfidential, readConfidential, viewConfidential } from '../../app/confidential.ts';
import { confidentialCard, confidentialClosedCard } from '../../cards/confidentialReader.ts';
import type { Card } from '../../cards/template.ts';
import type { Confidential } from '../../domain/confidential.ts';
import { ENDINGS, mayForward } from '../../domain/confidential.ts';
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import { personOf } from '../../domain/school.ts';
import { messageOf, onceFor, settingFor } from './confidential.ts';
import { formFor } from './report.ts';
import type { Press, Verb } from './verb.ts';
import { Below } from './verb.ts';

/** The message with buttons of its own. */
async function shown({ world, who }: Press, state: Confidential): Promise<Card> {
  const { school, calendar, today } = await settingFor(world, who);
  return confidentialCard(state, school, calendar, { nonce: world.ids.next(), day: today });
}

/** Marks it as read; whoever it is not for is refused. */
export const openConfidential: Verb = async (press) =>
  new Below(await shown(press, await readConfidential(press.world, press.who, messageOf(press.data))));

const Note = z.object({ text: z.string().max(limits.text).default('') });
export const noteConfidential: Verb = async (press) => {
  const { text } = Note.parse(press.data);
  return acting(press, text, { type: 'note', text });
};

export const askConsent: Verb = (press) => acting(press, '', { type: 'askConsent' });

type Wanted = Parameters<typeof actOnConfidential>[3];

/** Does it and shows the message as it is then; with what was typed and what to mend where it is refused. */
async function acting(press: Press, note: string, wanted: Wanted): Promise<Card> {
  const { world, who, data } = press;
  const id = messageOf(data);
  try {
    return await shown(press, await actOnConfidential(world, who, id, wanted, onceFor(press)));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
    const { school, calendar, today } = await settingFor(world, who);
    const state = await viewConfidential(world, who, id);
    const ids = { nonce: world.ids.next(), day: today };
    return confidentialCard(state, school, calendar, ids, { error: error.message, note });
  }
}

const Close = z.object({ as: z.enum(ENDINGS).optional().catch(undefined), text: z.string().optional() });

export const closeConfidential: Verb = async (press) => {
  const { world, who, data } = press;
  const id = messageOf(data);
  const { as, text } = Close.parse(data);
  if (as === undefined || text?.trim()) {
    const state = await viewConfidential(world, who, id);
    if (state.closed) return confidentialClosedCard(state);
    const { school, calendar, today } = await settingFor(world, who);
    const error =
      as === undefined ? 'Kies hoe het is afgerond.' : 'Bewaar eerst je notitie, of maak haar leeg.';
    const ids = { nonce: world.ids.next(), day: today };
    return confidentialCard(state, school, calendar, ids, {
      error,
      note: text?.slice(0, limits.confidentialNote),
    });
  }
  return confidentialClosedCard(
    await actOnConfidential(world, who, id, { type: 'close', as }, onceFor(press)),
  );
};

/**
 * The form of a normal report, filled in, once who wrote the message agreed: the vertrouwenspersoon reports it, and
 * names the writer only where they may. Nothing of it points back to the message.
 */
export const forwardConfidential: Verb = async ({ world, who, data }) => {
  const state = await viewConfidential(world, who, messageOf(data));
  if (!mayForward(state) || state.closed)
    throw new DomainError('forbidden', 'Wie dit schreef, heeft daar nog geen ja op gezegd. Vraag het eerst.');
  const { school } = await settingFor(world, who);
  const { letter, consent, reporter } = state;
  const toldBy = consent?.answer === 'met-naam' ? (personOf(school, reporter)?.name ?? '') : '';
  const fields = { story: letter.story, aboutName: letter.about ?? '', source: 'collega', toldBy };
  const intro = toldBy
    ? 'Jij bent de melder. Kijk na wat er staat: de mentor leest dit.'
    : 'Jij bent de melder. Haal weg waaraan iemand de schrijver herkent: de mentor leest dit.';
  return new Below(await formFor(world, who, { fields, intro }));
};
