/** The button of the form by which somebody is marked absent (P15). */
import { z } from 'zod/v4';
import { markAway, mayMark } from '../../app/away.ts';
import { calendarOf, releasedFor } from '../../app/world.ts';
import { awayCard, awayForm } from '../../cards/away.ts';
import { submitted } from '../../cards/submitted.ts';
import { plainText } from '../../cards/template.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Verb } from './verb.ts';
import { formOf } from './verb.ts';

const id = z.string().max(100);
const date = z.union([z.iso.date(), z.literal('')]).default('');
const Filled = z.object({
  ...submitted,
  who: id.optional(),
  from: date,
  back: date,
  substitute: id.default(''),
});

export const setAway: Verb = async (press) => {
  const { world, who, data } = press;
  const filled = Filled.parse(data);
  const person = filled.who === undefined || filled.who === '' ? who.person.id : filled.who;
  const substitute = filled.substitute === '' ? undefined : filled.substitute;
  const school = await world.store.school(who.partition);
  const calendar = calendarOf(school, world.clock.now());
  const today = calendar.dateOf(world.clock.now());
  const { from, back } = filled;
  try {
    const now = await markAway(world, who, { person, from, back, substitute }, formOf(press));
    return awayCard(now, school, calendar, today, person === who.person.id);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
    const { nonce, day } = filled;
    const { protocol } = releasedFor(world, school);
    const marks = mayMark(world, who, school);
    const typed = { who: person, from: from || today, back, substitute, error: plainText(error.message) };
    return awayForm({ school, protocol, person: who.person, marks, ids: { nonce, day }, ...typed });
  }
};
