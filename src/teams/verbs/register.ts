/** "Staat erin" (K17): what was entered in the pupil tracking system, what was ticked or all that the card showed. */
import { z } from 'zod/v4';
import { act } from '../../app/act.ts';
import { readCase } from '../../app/reads.ts';
import { loadFor } from '../../app/load.ts';
import { submitted } from '../../cards/submitted.ts';
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import type { OpenNote } from '../../domain/lvsNote.ts';
import { notesFor, registerForm, valueOf } from '../registerForm.ts';
import { caseId } from './charge.ts';
import { below } from './open.ts';
import type { Verb } from './verb.ts';
import { formOf } from './verb.ts';

const part = { step: z.string().min(1).max(400).optional(), doer: z.string().max(100).optional() };
const Asked = z.object({ case: caseId, ...part });
const Entered = z.object({
  ...submitted,
  case: caseId,
  ...part,
  /** What was ticked, as the card gave it. */
  notes: z.string().max(limits.eventJson).default(''),
  /** All, up to the last one that the card showed. */
  upTo: z.coerce.number().int().min(0).optional(),
  /** Of cards that were made per step: the pupils, encoded or, where there is one, as it is. */
  pupil: z.string().max(limits.text).default(''),
});

/** What is still to be entered, in a case or after one step, below the card on which it was asked for. */
export const openRegistration = below(async ({ world, links, who, data }) => {
  const { case: of, ...only } = Asked.parse(data);
  const loaded = await readCase(world, who, of);
  const nonce = world.ids.next();
  return registerForm({ ...loaded, person: who.person, ...only, nonce, day: loaded.today, link: links(of) });
});

/** Keeps each note once; the card that comes in its place shows what is left. */
export const registerDone: Verb = async (press) => {
  const { world, who, data, links } = press;
  const { person } = who;
  const entered = Entered.parse(data);
  const { case: of, step, doer, nonce, day } = entered;
  const form = formOf(press);
  const meant = notesFor({ ...(await loadFor(world, who, of)), person }, { step, doer }).filter(
    isMeant(entered),
  );
  for (const { key, pupil, doer: fn, person: only, index } of meant) {
    try {
      const own = { ...form, nonce: `${form.nonce}>${index}` };
      await act(world, who, of, { type: 'register', step: key, pupil, doer: fn, person: only }, own);
    } catch (error) {
      // Somebody did it before: what is left says so.
      if (!(error instanceof DomainError) || error.code !== 'already-done') throw error;
    }
  }
  const now = await loadFor(world, who, of);
  const nothing = entered.notes === '' && entered.upTo === undefined && entered.pupil === '';
  const error = nothing ? 'Kies wat erin staat.' : undefined;
  return registerForm({ ...now, person, step, doer, nonce, day, link: links(of), error });
};

const isMeant =
  ({ notes, upTo, pupil, step }: z.infer<typeof Entered>) =>
  (note: OpenNote): boolean => {
    if (upTo !== undefined) return note.index <= upTo;
    const ofStep = step !== undefined && pupil !== '';
    const pupils = [pupil, ...pupil.split(',').map(decoded)];
    // Of a card that did not say whose, all for that pupil.
    const chosen = notes
      .split(',')
      .some((value) => value !== '' && `${valueOf(note)}/`.startsWith(`${value}/`));
    return chosen || (ofStep && pupils.includes(note.pupil));
  };

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
