/** The menus of a step and of a case: what this person can do with them now. */
import { z } from 'zod/v4';
import { handSteps, readScene } from '../../app/wouldBe.ts';
import { meetingLink } from '../../cards/meeting.ts';
import { caseMenu, stepMenu } from '../../cards/more.ts';
import { mayDoStep } from '../../domain/access.ts';
import { DomainError } from '../../domain/errors.ts';
import { caseActs, chargesOf, stepActs } from './possible.ts';
import type { Verb } from './verb.ts';
import { Below } from './verb.ts';

const OfCase = z.object({ case: z.string().min(1).max(100) });
const OfStep = OfCase.extend({ step: z.string().min(1).max(400) });

/** Below the card of the step, which stays with what was typed on it. */
export const openStepMenu: Verb = async ({ world, who, data, links }) => {
  const asked = OfStep.parse(data);
  const scene = await readScene(world, who, asked.case);
  const step = scene.state.steps[asked.step];
  const def = scene.protocol.steps.find((s) => s.id === step?.step);
  if (!step || !def) throw new DomainError('not-found', 'Deze stap is er niet (meer).');
  const charges = chargesOf(scene).filter((verb) => verb !== 'case.takeover');
  const link = links(asked.case);
  const talk = step.status === 'open' && def.questions.some((q) => q.type === 'date' && q.happened);
  const meeting =
    talk && mayDoStep(who.person, step.key, scene)
      ? meetingLink(scene.state.number, step.due, scene.now, scene.calendar)
      : undefined;
  return new Below(stepMenu({ ...scene, step, def, acts: stepActs(scene, step), charges, meeting, link }));
};

export const openCaseMenu: Verb = async ({ world, who, data, links }) => {
  const asked = OfCase.parse(data);
  const scene = await readScene(world, who, asked.case);
  const [acts, charges, hand] = [caseActs(scene), chargesOf(scene), handSteps(scene)];
  return new Below(caseMenu({ ...scene, acts, charges, hand, link: links(asked.case) }));
};
