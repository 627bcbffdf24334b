/** A step that people begin themselves: nobody was asked for it, so its card comes when it is chosen from the case's menu. */
import { z } from 'zod/v4';
import { handSteps, readScene } from '../../app/wouldBe.ts';
import { stepCard } from '../../cards/step.ts';
import { DomainError } from '../../domain/errors.ts';
import { toBegin } from '../../domain/stepAtHand.ts';
import type { Verb } from './verb.ts';

const Chosen = z.object({ case: z.string().min(1).max(100), step: z.string().min(1).max(400) });

export const beginStep: Verb = async ({ world, who, data, links }) => {
  const chosen = Chosen.parse(data);
  const scene = await readScene(world, who, chosen.case);
  const def = handSteps(scene).find((step) => step.id === chosen.step);
  if (!def) throw new DomainError('forbidden', 'Deze stap kun je hier nu niet beginnen.');
  const { state, calendar, now } = scene;
  return stepCard({
    ...scene,
    step: toBegin(def, state, now),
    nonce: world.ids.next(),
    today: calendar.dateOf(now),
    link: links(state.id, def.id),
  });
};
