/** A member of staff does a step of a case. */
import { accessOf, actingAs, can } from '../domain/access.ts';
import type { Answers, StepKey } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { stepOf } from '../domain/protocol.ts';
import { pupilOf } from '../domain/school.ts';
import { change, load } from './change.ts';
import type { Loaded } from './change.ts';
import type { Nonce } from './commit.ts';
import { commitWithRetry, withIds } from './commit.ts';
import type { Who, World } from './world.ts';

export interface StepInput {
  case: string;
  step: StepKey;
  outcome: string;
  answers: Answers;
}
/** What the card shows after a step: what was done and what comes now. */
export interface StepResult {
  number: string;
  title: string;
  outcome: string;
  closed: boolean;
  next: { title: string; by?: string; why?: string }[];
}

/**
 * Completes an open step, once for each nonce.
 * @throws DomainError `not-found` also when the person may not see the case: it does not say that it exists
 */
export async function completeStep(
  world: World,
  who: Who,
  input: StepInput,
  form: Nonce,
): Promise<StepResult> {
  const done = await commitWithRetry(world, who.partition, form, async () => {
    const loaded = await loadFor(world, who, input.case, 'complete');
    knownPupils(input, loaded);
    const { protocol, state } = loaded;
    const decided = change(
      {
        type: 'completeStep',
        at: world.clock.now(),
        by: { person: who.person.id, function: actingAs(who.person, state, protocol) },
        step: input.step,
        outcome: input.outcome,
        answers: input.answers,
      },
      loaded,
    );
    const commit = { cases: decided.change ? [decided.change] : [], jobs: withIds(world, decided.jobs) };
    return { commit, result: resultOf(input, decided, loaded) };
  });
  if (done === 'stale') throw new Error('a step completes no job');
  return done.result;
}

/** @throws DomainError `not-found` when the case is not there or not for this person */
export async function loadFor(
  world: World,
  who: Who,
  caseId: string,
  action: 'view' | 'complete',
): Promise<Loaded> {
  const loaded = await load(world, who.partition, caseId);
  const { state, protocol, school } = loaded;
  if (!can(who.person, action, protocol, school, accessOf(state, protocol))) {
    throw new DomainError('not-found', 'Deze zaak is er niet, of je mag hem niet zien.');
  }
  return loaded;
}

/** @throws DomainError when a pupil was chosen whom the school does not know */
function knownPupils(input: StepInput, { state, protocol, school }: Loaded): void {
  const open = state.steps[input.step];
  const questions = open ? stepOf(protocol, open.step).questions.filter((q) => q.type === 'pupils') : [];
  for (const question of questions) {
    const chosen = input.answers[question.id];
    const unknown = Array.isArray(chosen) && chosen.some((pupil) => !pupilOf(school, pupil));
    if (unknown)
      throw new DomainError('invalid', `${question.label}: kies leerlingen uit de lijst.`, question.id);
  }
}

function resultOf(
  input: StepInput,
  decided: ReturnType<typeof change>,
  { state: before, protocol }: Loaded,
): StepResult {
  const { state } = decided;
  const step = stepOf(protocol, state.steps[input.step]!.step);
  const opened = Object.values(state.steps).filter((s) => s.status === 'open' && !before.steps[s.key]);
  const next = [...new Map(opened.map((s) => [s.step, s])).values()];
  return {
    number: state.number,
    title: step.title,
    outcome: step.outcomes.find((o) => o.id === input.outcome)?.label ?? input.outcome,
    closed: state.status === 'closed',
    next: next.map((s) => ({ title: stepOf(protocol, s.step).title, by: s.due?.by, why: s.due?.why })),
  };
}
