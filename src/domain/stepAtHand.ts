/** A step as somebody is about to do it. */
import type { CaseState, StepState } from './case.ts';
import { reportsOf } from './case.ts';
import type { Protocol, Step } from './protocol.ts';

/** A step that is begun by hand, before it was: the step's id is its key, under which it is completed. */
export const toBegin = (def: Step, { round }: CaseState, now: string): StepState => ({
  key: def.id,
  step: def.id,
  round,
  openedAt: now,
  status: 'open',
  rung: 0,
  escalatedTo: [],
});

/** The reports that a step is about: the first one on the first step, each later one on the step that it opened. */
export function reportedIn(
  def: Step,
  step: StepState,
  { state, protocol }: { state: CaseState; protocol: Protocol },
): CaseState['reports'] {
  if (def.id === protocol.steps[0]!.id) return state.reports.slice(0, 1);
  return def.opens === 'second-report' ? reportsOf(step, state) : [];
}
