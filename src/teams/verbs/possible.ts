/** What the menus offer: asked of the rules, for this person and now. */
import { CASE_ACTS, STEP_ACTS, canDo, chargesOf } from '../../app/possible.ts';
import type { Scene } from '../../app/wouldBe.ts';
import type { ActVerb } from '../../cards/acts.ts';
import type { StepState } from '../../domain/case.ts';

export { canDo, chargesOf };

export const stepActs = (scene: Scene, step: StepState): ActVerb[] =>
  [...STEP_ACTS, 'case.note' as const].filter((act) => canDo(scene, act, step));
export const caseActs = (scene: Scene): ActVerb[] => CASE_ACTS.filter((act) => canDo(scene, act));
