/** The buttons of lists: the card of a step, of a case, or of a question, below the list. */
import { z } from 'zod/v4';
import { readCase } from '../../app/reads.ts';
import { notice } from '../../cards/notice.ts';
import { stepGoneCard } from '../../cards/results.ts';
import { stepCard } from '../../cards/step.ts';
import type { Card } from '../../cards/template.ts';
import { mayDoStep } from '../../domain/access.ts';
import { DomainError } from '../../domain/errors.ts';
import { isLate } from '../../domain/reminders.ts';
import { WHAT_NOW, handoverCard } from '../chargeMessages.ts';
import { openCase } from '../openCase.ts';
import type { Press, Verb } from './verb.ts';
import { Below } from './verb.ts';

const OfCase = z.object({ case: z.string().min(1).max(100) });
const OfStep = OfCase.extend({ step: z.string().min(1).max(400) });

/** What comes of it, and a refusal too, stands below: the list keeps its place. */
export const below =
  (make: (press: Press) => Promise<Card>): Verb =>
  async (press) => {
    try {
      return new Below(await make(press));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return new Below(notice({ lines: [error.message], buttons: [WHAT_NOW] }));
    }
  };

export const showCase = below(({ world, links, who, data }) =>
  openCase({ world, links }, who, OfCase.parse(data).case),
);

/** A step to do; of one that somebody did since the list was made, what became of it. */
export const openStep = below(async ({ world, links, who, data }) => {
  const { case: id, step: key } = OfStep.parse(data);
  const loaded = await readCase(world, who, id);
  const { state, protocol, school, calendar } = loaded;
  const step = state.steps[key];
  if (!step) throw new DomainError('not-found', 'Deze stap is er niet (meer).');
  if (step.status !== 'open')
    return stepGoneCard(state, key, protocol, school, calendar, links(id), 'opened');
  if (!mayDoStep(who.person, key, loaded))
    throw new DomainError('forbidden', 'Deze stap is voor iemand anders. Vraag het aan wie aan zet is.');
  const late = isLate(step, loaded.today, calendar);
  return stepCard({
    ...loaded,
    step,
    nonce: world.ids.next(),
    banner: late ? { text: 'Deze stap had al klaar moeten zijn. Lukt het?', late } : undefined,
    link: links(id, key),
  });
});

/** The question to take a case over, with both answers. */
export const openHandoverQuestion = below(async ({ world, links, who, data }) => {
  const loaded = await readCase(world, who, OfCase.parse(data).case);
  if (loaded.state.handover?.person !== who.person.id)
    throw new DomainError('already-done', 'Deze vraag staat niet (meer) voor jou open.');
  const { id } = loaded.state;
  const message = { say: 'handover', to: { person: who.person.id }, case: id } as const;
  const delivery = { ...loaded, message, now: world.clock.now(), nonce: world.ids.next() };
  return handoverCard(delivery, links).card;
});
