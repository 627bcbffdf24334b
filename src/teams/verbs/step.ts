/** The buttons by which a step ends. */
import { completeStep } from '../../app/steps.ts';
import { loadFor } from '../../app/load.ts';
import { contactsOf } from '../../cards/parents.ts';
import { answersOf } from '../../cards/questions.ts';
import { stepDoneCard, stepGoneCard } from '../../cards/results.ts';
import { readStep, stepCard } from '../../cards/step.ts';
import { DomainError } from '../../domain/errors.ts';
import { toBegin } from '../../domain/stepAtHand.ts';
import type { Verb } from './verb.ts';
import { formOf, nonceOf } from './verb.ts';

export const submitStep: Verb = async (press) => {
  const { world, who, data, links } = press;
  const input = readStep(data);
  const form = formOf(press);
  const link = links(input.case);
  const loaded = await loadFor(world, who, input.case);
  const { state, protocol, school, calendar } = loaded;
  const hand = protocol.steps.find((s) => s.id === input.step && s.opens === 'hand');
  const step = hand ? toBegin(hand, state, world.clock.now()) : state.steps[input.step];
  const def = protocol.steps.find((s) => s.id === step?.step);
  if (!step || !def) throw new DomainError('not-found', 'Deze stap is er niet (meer).');
  try {
    const { fields, ...at } = input;
    const filled = { ...at, answers: answersOf(def, fields), contacts: contactsOf(fields) };
    const result = await completeStep(world, who, filled, form);
    return stepDoneCard(result, { case: input.case, step: result.step }, calendar, link);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const now = await loadFor(world, who, input.case);
    if (error.code === 'already-done' && hand) throw error;
    if (error.code === 'already-done')
      return stepGoneCard(now.state, input.step, now.protocol, school, calendar, link);
    return stepCard({
      ...now,
      step,
      nonce: nonceOf(data),
      today: calendar.dateOf(world.clock.now()),
      fields: input.fields,
      error: error.message,
      link: links(input.case, input.step),
    });
  }
};
