/** Parents whom a step asks to tell (M9). */
import type { StepState } from './case.ts';
import { inRole } from './case.ts';
import type { Situation } from './conditions.ts';
import { holdsTrue } from './conditions.ts';
import type { Outcome, Step } from './protocol.ts';

/**
 * Whose parents are still to be told before this step is done, by refKey of the pupil; without an outcome, whatever the
 * ending. Those who were told at it, or who are not called for a reason, are left out.
 */
export function parentsLeft(
  step: Step,
  outcome: Outcome | undefined,
  open: StepState,
  situation: Situation,
): string[] {
  const { parents } = step;
  if (!parents || (parents.when && !holdsTrue(parents.when, situation))) return [];
  if (parents.outcome && outcome && !parents.outcome.includes(outcome.id)) return [];
  const concerned = inRole(situation.state, ...parents.of);
  const { contacts } = situation.state;
  const settled = (of: string) =>
    contacts.some((c) => c.key === open.key && c.of === of && (c.reached || c.because !== undefined));
  return concerned.filter((key) => (open.for === undefined || key === open.for) && !settled(key));
}
