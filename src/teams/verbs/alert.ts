/** The buttons by which points to be alert to are shared and withdrawn. */
import { z } from 'zod/v4';
import { shareAlert, withdrawAlert } from '../../app/alerts.ts';
import { calendarOf } from '../../app/world.ts';
import { alertForm, sharedCard, withdrawnCard } from '../../cards/alerts.ts';
import { submitted } from '../../cards/submitted.ts';
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import type { Verb } from './verb.ts';
import { formOf } from './verb.ts';

const Shared = z.object({
  ...submitted,
  text: z.string().max(limits.text).default(''),
  teams: z.string().max(limits.text).default(''),
});
const Chosen = z.object({ alert: z.string().max(limits.line).default('') });

export const shareAlertForm: Verb = async (press) => {
  const { world, who, data } = press;
  const school = await world.store.school(who.partition);
  const { text, teams, nonce, day } = Shared.parse(data);
  const chosen = teams.split(',').filter((team) => team !== '');
  try {
    const alerts = await shareAlert(world, who, { text, teams: chosen }, formOf(press));
    return sharedCard(alerts, calendarOf(school, world.clock.now()));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
    const filled = { nonce, today: day, text, teams: chosen, error: error.message };
    return alertForm({ school, person: who.person, ...filled });
  }
};

export const withdrawAlertForm: Verb = async (press) =>
  withdrawnCard(await withdrawAlert(press.world, press.who, Chosen.parse(press.data).alert, formOf(press)));
