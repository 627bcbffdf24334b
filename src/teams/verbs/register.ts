/** "Staat erin" (K17): what was entered in the pupil tracking system, per pupil or all at once. */
import { z } from 'zod/v4';
import { act } from '../../app/act.ts';
import { loadFor } from '../../app/steps.ts';
import { submitted } from '../../cards/submitted.ts';
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import { registerForm } from '../stepMessages.ts';
import { caseId } from './charge.ts';
import type { Verb } from './verb.ts';
import { formOf } from './verb.ts';

const Entered = z.object({
  ...submitted,
  case: caseId,
  step: z.string().min(1).max(400),
  /** One or more, as the card gave them. */
  pupil: z.string().max(limits.text).default(''),
  /** The function whose list the card shows; without it that of everybody for this step. */
  doer: z.string().max(100).optional(),
});

/** Keeps it for each pupil, once; the card that comes in its place shows what is left. */
export const registerDone: Verb = async (press) => {
  const { world, who, data, links } = press;
  const { case: of, step, pupil, doer, nonce, day } = Entered.parse(data);
  const form = formOf(press);
  const { state } = await loadFor(world, who, of);
  const chosen = pupil.split(',');
  const meant = state.registrations.filter(
    (r) => r.key === step && (r.pupil === pupil || chosen.includes(encodeURIComponent(r.pupil))),
  );
  for (const one of new Set(meant.map((r) => r.pupil))) {
    const own = { ...form, nonce: `${form.nonce}>${one}`.slice(0, limits.line) };
    try {
      await act(world, who, of, { type: 'register', step, pupil: one }, own);
    } catch (error) {
      // Somebody did it before: what is left says so.
      if (!(error instanceof DomainError) || error.code !== 'already-done') throw error;
    }
  }
  const now = await loadFor(world, who, of);
  const error = meant.length === 0 ? 'Kies bij welke leerlingen het erin staat.' : '';
  return registerForm({ ...now, key: step, doer, nonce, day, link: links(of), error });
};
