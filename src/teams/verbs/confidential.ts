/** The third door (P3): the form of a message to one vertrouwenspersoon, and what its writer chooses later. */
import { z } from 'zod/v4';
import { actOnConfidential, sendConfidential } from '../../app/confidential.ts';
import type { Nonce } from '../../app/commit.ts';
import { calendarOf, releasedFor } from '../../app/world.ts';
import type { Who, World } from '../../app/world.ts';
import { confidentialDangerCard, confidentialForm, confidentialSentCard } from '../../cards/confidential.ts';
import type { Setting } from '../../cards/confidants.ts';
import { confidentialFields, readLetter } from '../../cards/confidentialFields.ts';
import {
  confidentialKeptCard,
  confidentialPassedCard,
  consentedCard,
} from '../../cards/confidentialWriter.ts';
import { CONSENTS } from '../../domain/confidential.ts';
import { pointsToDanger } from '../../domain/danger.ts';
import { DomainError } from '../../domain/errors.ts';
import { personOf } from '../../domain/school.ts';
import type { Press, Verb } from './verb.ts';
import { formOf, nonceOf } from './verb.ts';

export async function settingFor(world: World, { partition, person }: Who): Promise<Setting> {
  const school = await world.store.school(partition);
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const { protocol } = releasedFor(world, school);
  return { school, protocol, calendar, person, today: calendar.dateOf(now) };
}

const Message = z.object({ verb: z.string(), message: z.string().min(1).max(100) });
export const messageOf = (data: Record<string, unknown>): string => Message.parse(data).message;

/** Each button of a card counts once, and for one message: a changed id never finds the result of another. */
export function onceFor(press: Press): Nonce {
  const { verb, message } = Message.parse(press.data);
  const { day, nonce } = formOf(press);
  return { day, nonce: `${nonce}.${verb}.${message}` };
}

/** The form, in the place of the door or of the warning; what was typed goes along. */
export const openConfidentialForm: Verb = async ({ world, who, data }) => {
  const setting = await settingFor(world, who);
  const ids = { nonce: world.ids.next(), day: setting.today };
  return confidentialForm(setting, ids, confidentialFields(data), { warned: data.warned === 'ja' });
};

/** Keeps the message; where a pupil is not safe, or the words point to danger, it first shows whom to call now, once. */
export const sendConfidentialForm: Verb = async (press) => {
  const { world, who, data } = press;
  const setting = await settingFor(world, who);
  const form = formOf(press);
  const ids = { nonce: nonceOf(data), day: form.day };
  const fields = confidentialFields(data);
  const warned = data.warned === 'ja';
  try {
    const { to, letter } = readLetter(fields);
    if (!warned && (letter.safe === 'nee' || pointsToDanger(letter.story)))
      return confidentialDangerCard(setting.school, ids, fields);
    const sent = await sendConfidential(world, who, { to, letter }, form);
    const person = personOf(setting.school, sent.to) ?? {
      id: sent.to,
      name: 'Je vertrouwenspersoon',
      posts: [],
    };
    return confidentialSentCard({ ...sent, to: person }, setting);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return confidentialForm(setting, ids, fields, { error: error.message, warned });
  }
};

const To = z.object({ to: z.string().max(100).default('') });
const Answer = z.object({ consent: z.enum(CONSENTS) });

/** Somebody else may read it instead. */
export const chooseAnother: Verb = async (press) => {
  const { world, who, data } = press;
  const { to } = To.parse(data);
  const state = await actOnConfidential(world, who, messageOf(data), { type: 'pass', to }, onceFor(press));
  const { school, calendar } = await settingFor(world, who);
  return confidentialPassedCard(state, school, calendar, true);
};

export const keepConfidential: Verb = async (press) => {
  const { world, who, data } = press;
  const state = await actOnConfidential(world, who, messageOf(data), { type: 'keep' }, onceFor(press));
  const { school, calendar } = await settingFor(world, who);
  return confidentialKeptCard(state, school, calendar);
};

/** Whether it may become a report: kept with the message, as the reporter's own answer. */
export const answerConsent: Verb = async (press) => {
  const { world, who, data } = press;
  const { consent } = Answer.parse(data);
  const wanted = { type: 'consent', consent } as const;
  const state = await actOnConfidential(world, who, messageOf(data), wanted, onceFor(press));
  return consentedCard(state, (await settingFor(world, who)).school);
};
