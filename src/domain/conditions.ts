/** Whether a protocol's condition holds for a case as it stands. */
import type { Answer, Answers, CaseState, StepState } from './case.ts';
import { inRole } from './case.ts';
import { amountOf } from './norms.ts';
import type { Amount, Condition, Protocol } from './protocol.ts';

/**
 * A case and its protocol; `draft` holds what is being filled in at a step right now. With `only`, answers and steps of
 * that round count alone; the report, the facts and the roles belong to the first.
 */
export interface Situation {
  state: CaseState;
  protocol: Protocol;
  only?: number;
  /** Answers given in a step held with another participant don't count. */
  who?: string;
  draft?: { step: string; answers: Answers };
}

/** The latest answer to `step.question`, or undefined while nobody answered. `melding.field` is what the first report said. */
export function answerTo(name: string, { state, draft, only, who }: Situation): Answer | undefined {
  const [stepId = '', question = ''] = name.split('.');
  if (stepId === 'melding' && later(only)) return undefined;
  if (stepId === 'melding') return state.reports[0]?.report[question as 'safe' | 'behaviours'];
  if (draft?.step === stepId) return draft.answers[question];
  const answered = doneOf(state, stepId).filter((s) => s.answers?.[question] !== undefined);
  return answered
    .filter((s) => who === undefined || s.for === undefined || s.for === who)
    .find((s) => only === undefined || s.round === only)?.answers?.[question];
}

const later = (round: number | undefined) => round !== undefined && round > 1;

/** The instances of a step that were done, the latest first; those of later rounds than `round` are left out. */
function doneOf(state: CaseState, stepId: string, round = Infinity): StepState[] {
  return Object.values(state.steps)
    .filter((s) => s.step === stepId && s.status === 'done' && s.round <= round)
    .sort((a, b) => b.round - a.round || (b.endedAt ?? '').localeCompare(a.endedAt ?? ''));
}

/** Whether a condition holds. `round` means: in that round or a later one. */
export function holdsTrue(condition: Condition, situation: Situation): boolean {
  const { state, protocol } = situation;
  if ('all' in condition) return condition.all.every((c) => holdsTrue(c, situation));
  if ('any' in condition) return condition.any.some((c) => holdsTrue(c, situation));
  if ('not' in condition) return !holdsTrue(condition.not, situation);
  if ('fact' in condition) return !later(situation.only) && state.facts[condition.fact];
  if ('role' in condition)
    return !later(situation.only) && inRole(state, condition.role).length >= condition.atLeast;
  if ('round' in condition) return (situation.only ?? state.round) >= condition.round;
  if ('answered' in condition) return answerTo(condition.answered, situation) !== undefined;
  if ('done' in condition) {
    const { done, outcome } = condition;
    const instances = doneOf(state, done).filter(
      (s) => situation.only === undefined || s.round === situation.only,
    );
    return instances.some((s) => outcome === undefined || s.outcome === outcome);
  }
  const answer = answerTo(condition.answer, situation);
  if (answer === undefined) return false;
  if ('is' in condition) return answer === condition.is;
  if ('oneOf' in condition) return typeof answer === 'string' && condition.oneOf.includes(answer);
  if ('has' in condition) return Array.isArray(answer) && answer.includes(condition.has);
  const number = (amount: Amount) => amountOf(amount, protocol);
  if (typeof answer !== 'number') return false;
  if ('below' in condition) return answer < (number(condition.below) ?? -Infinity);
  return answer >= (number(condition.atLeast) ?? Infinity);
}
