/** A member of staff does a step of a case. */
import { actingAs } from '../domain/access.ts';
import type { Answers, CaseState, Command, Contact, Event, StepKey } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import { stepOf } from '../domain/protocol.ts';
import { pupilOf } from '../domain/school.ts';
import type { Loaded } from './load.ts';
import type { Nonce } from './commit.ts';
import { issue } from './issue.ts';
import { pestersElsewhere } from './otherCases.ts';
import { separate } from './reports.ts';
import type { Who, World } from './world.ts';

export interface StepInput {
  case: string;
  step: StepKey;
  outcome: string;
  answers: Answers;
  /** Parents who were told, or why not (M9). */
  contacts?: Contact[];
}
/** What the card shows after a step: what was done and what comes now. */
export interface StepResult {
  number: string;
  /** Its key, also where it was begun by hand. */
  step: StepKey;
  title: string;
  outcome: string;
  closed: boolean;
  next: { title: string; by?: string; why?: string }[];
}

/**
 * Completes an open step, once for each nonce.
 * @param opened by what its attempts to reach parents count once, where the nonce is another each time that it is sent
 * @throws DomainError `not-found` also when the person may not see the case: it does not say that it exists
 */
export async function completeStep(
  world: World,
  who: Who,
  input: StepInput,
  form: Nonce,
  opened = form.nonce,
): Promise<StepResult> {
  const { step, outcome, answers, contacts = [] } = input;
  // An attempt that failed is kept although the step is then refused (P11); pressed twice it is one attempt.
  for (const contact of contacts.filter((c) => !c.reached))
    await tellParents(world, who, input, contact, { ...form, nonce: opened });
  return issue(world, who, input.case, form, async ({ state, protocol, school }, base) => {
    const chosen = chosenPupils(input, { state, protocol, school });
    const elsewhere = await pestersElsewhere(world, who.partition, chosen, state.id);
    const by = { person: who.person.id, function: actingAs(who.person, state, protocol, step) };
    const command: Command = {
      ...base,
      type: 'completeStep',
      by,
      step,
      outcome,
      answers,
      contacts: contacts.filter((c) => c.reached),
      elsewhere,
    };
    return {
      command,
      result: (after) => resultOf(input, after, { state, protocol }),
      also: (events) =>
        Promise.all(separated(events, state).map((own) => separate(world, who.partition, own))),
    };
  });
}

const separated = (events: readonly Event[], { reports }: CaseState) =>
  reports.filter((r) => events.some((e) => e.type === 'ReportSeparated' && e.number === r.number));

/** Records one contact with parents, or an attempt. */
async function tellParents(
  world: World,
  who: Who,
  { case: caseId, step }: StepInput,
  contact: Contact,
  form: Nonce,
): Promise<void> {
  const own = {
    ...form,
    nonce: [form.nonce, contact.of, contact.because ?? ''].join('>').slice(0, limits.line),
  };
  await issue(world, who, caseId, own, ({ state, protocol }, base) => {
    const by = { person: who.person.id, function: actingAs(who.person, state, protocol, step) };
    return { command: { ...base, type: 'informParents', by, step, contact }, result: () => null };
  });
}

/**
 * The pupils whom the answers give the role of pester, so that the core may put to people who is one elsewhere (K12).
 * @throws DomainError when a pupil was chosen whom the school does not know
 */
function chosenPupils(
  input: StepInput,
  { state, protocol, school }: Pick<Loaded, 'state' | 'protocol' | 'school'>,
): string[] {
  const stepId = state.steps[input.step]?.step ?? input.step;
  const step = protocol.steps.find((s) => s.id === stepId);
  return (step?.questions ?? []).flatMap((question) => {
    const chosen = input.answers[question.id];
    if (question.type !== 'pupils' || !Array.isArray(chosen)) return [];
    if (chosen.some((pupil) => !pupilOf(school, pupil)))
      throw new DomainError('invalid', `${question.label}: kies leerlingen uit de lijst.`, question.id);
    return question.role === 'pester' ? chosen : [];
  });
}

function resultOf(
  input: StepInput,
  state: CaseState,
  { state: before, protocol }: Pick<Loaded, 'state' | 'protocol'>,
): StepResult {
  const step = stepOf(protocol, state.steps[input.step]?.step ?? input.step);
  // What opened with the report is told when the first step, in which somebody takes it up, is done.
  const first = step.id === protocol.steps[0]!.id;
  const opened = Object.values(state.steps).filter(
    (s) => s.status === 'open' && (first || !before.steps[s.key]),
  );
  const next = [...new Map(opened.map((s) => [s.step, s])).values()];
  const begun = Object.values(state.steps).find((s) => s.step === input.step && !before.steps[s.key]);
  return {
    number: state.number,
    step: begun?.key ?? input.step,
    title: step.title,
    outcome: step.outcomes.find((o) => o.id === input.outcome)?.label ?? input.outcome,
    closed: state.status === 'closed',
    next: next.map((s) => ({ title: stepOf(protocol, s.step).title, by: s.due?.by, why: s.due?.why })),
  };
}
