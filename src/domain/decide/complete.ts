/** A step is done: its answers, the parents who were told, what must be registered, how it ends and what that leads to. */
import { checkAnswers } from '../answers.ts';
import type { Answers, CommandOf, Contact, Lead, StepKey, StepState } from '../case.ts';
import { inRole, refKey, reportsOf } from '../case.ts';
import { conditionWords } from '../conditionWords.ts';
import type { Situation } from '../conditions.ts';
import { holdsTrue } from '../conditions.ts';
import { dueOf } from '../dates.ts';
import { DomainError } from '../errors.ts';
import { countOf, nextKey } from '../openings.ts';
import type { Outcome, Step } from '../protocol.ts';
import { parentsLeft } from '../parents.ts';
import { functionTitle } from '../protocol.ts';
import type { Context } from './context.ts';
import { defOf, openStep } from './context.ts';
import { follow, openNewSteps } from './follow.ts';
import { confirm } from './people.ts';
import { reopen } from './reopen.ts';

export function completeStep(command: CommandOf<'completeStep'>, context: Context): void {
  const { protocol, calendar, record, today } = context;
  const open = atHand(command.step, context);
  const step = defOf(protocol, open.step);
  const outcome = step.outcomes.find((o) => o.id === command.outcome);
  if (!outcome) throw new DomainError('invalid', 'Kies hoe het is gegaan.', 'outcome');
  if (open.due?.waits) {
    throw new DomainError('invalid', `‘${step.title}’ kan nog niet: eerst moet de stap ervoor zijn geweest.`);
  }
  for (const contact of command.contacts ?? []) inform(open.key, contact, context);

  const situation: Situation = { state: context.state(), protocol };
  const filled = { step, outcome, answers: command.answers, today, talkOn: open.talk?.on };
  const { answers, on } = checkAnswers(filled, situation, calendar);
  const draft = { ...situation, draft: { step: step.id, answers } };
  mayEndSo(outcome, draft, context);
  parentsKnow(step, outcome, open, draft);

  record({ type: 'StepCompleted', key: open.key, outcome: outcome.id, answers, on });
  give(step, answers, command.elsewhere ?? [], context);
  askRegistrations(step, outcome, open, context);
  end(step, outcome, open, context);
}

/** The open instance; a step done by hand opens at this moment. */
function atHand(key: string, { state, record, protocol, calendar, today }: Context): StepState {
  const hand = protocol.steps.find((s) => s.id === key && s.opens === 'hand');
  if (!hand) return openStep(state(), key);
  if (state().status === 'closed') throw new DomainError('already-done', 'Deze zaak is al gesloten.');
  if (hand.when && !holdsTrue(hand.when, { state: state(), protocol }))
    throw new DomainError('invalid', `‘${hand.title}’ past nu niet bij deze zaak.`);
  const { round } = state();
  const fresh = nextKey(state(), hand.id, round);
  const due = dueOf(hand, { state: state(), protocol, calendar, round, opened: today });
  return record({ type: 'StepOpened', key: fresh, step: hand.id, round, due }).steps[fresh]!;
}

/** @throws DomainError when this ending is not open to this function, or not in this situation */
function mayEndSo(outcome: Outcome, draft: Situation, { by, protocol }: Context): void {
  if (outcome.when && !holdsTrue(outcome.when, draft))
    throw new DomainError(
      'invalid',
      `‘${outcome.label}’ kan alleen ${conditionWords(outcome.when, protocol)}.`,
      'outcome',
    );
  const { reserved } = outcome;
  if (!reserved || (reserved.when && !holdsTrue(reserved.when, draft))) return;
  if (reserved.to.includes(by.function)) return;
  const who = reserved.to.map((fn) => functionTitle(protocol, fn)).join(' of de ');
  throw new DomainError(
    'forbidden',
    `‘${outcome.label}’ kan nu alleen de ${who} kiezen. Vraag het daar.`,
    'outcome',
  );
}

/** @throws DomainError naming no pupil: the message may stand on a screen that others see */
function parentsKnow(step: Step, outcome: Outcome, open: StepState, situation: Situation): void {
  const missing = parentsLeft(step, outcome, open, situation);
  if (missing.length === 0) return;
  const whom =
    missing.length === 1 ? 'de ouders van één leerling' : `de ouders van ${missing.length} leerlingen`;
  throw new DomainError(
    'invalid',
    `Leg eerst vast hoe je ${whom} hebt ingelicht, of waarom niet. Dan is deze stap klaar.`,
    'parents',
  );
}

/** Records a contact with parents, an attempt that failed included (P11). @throws DomainError for somebody who is not in the case */
export function inform(key: StepKey, contact: Contact, { state, record }: Context): void {
  if (!state().participants.some((p) => refKey(p.who) === contact.of))
    throw new DomainError('invalid', 'Kies een leerling die bij deze zaak hoort.', 'parents');
  record({ type: 'ParentsInformed', key, contact });
}

/** Roles and agreements that the answers give. */
function give(step: Step, answers: Answers, elsewhere: readonly string[], context: Context): void {
  for (const question of step.questions) {
    const answer = answers[question.id];
    if (!Array.isArray(answer)) continue;
    for (const value of answer) {
      if (question.type === 'pupils')
        confirm({ pupil: value }, question.role, elsewhere.includes(value), context);
      if (question.type === 'agreements') context.record({ type: 'AgreementMade', what: value });
    }
  }
}

function askRegistrations(step: Step, outcome: Outcome, open: StepState, context: Context): void {
  const { state, record, by, protocol } = context;
  for (const registration of step.registers) {
    if (registration.outcome && !registration.outcome.includes(outcome.id)) continue;
    if (registration.when && !holdsTrue(registration.when, { state: state(), protocol })) continue;
    // A note of a substitute is of who is away (P15): it is theirs when they are back.
    const persons: Record<string, Lead> = { doer: by.instead ?? by, lead: state().lead };
    const { function: doer, person } = persons[registration.by] ?? { function: registration.by };
    const pupils = inRole(state(), ...registration.for);
    // What was held with one pupil, apart, is noted at that pupil and at the gepeste; never at the others.
    const gepeste = inRole(state(), 'gepeste');
    const at = open.for === undefined ? pupils : pupils.filter((p) => p === open.for || gepeste.includes(p));
    for (const pupil of at)
      record({
        type: 'RegistrationAsked',
        key: open.key,
        pupil,
        doer,
        person,
        heading: registration.heading,
      });
  }
}

function end(step: Step, outcome: Outcome, open: StepState, context: Context): void {
  const { record, state } = context;
  switch (outcome.then) {
    case 'close':
      record({ type: 'CaseClosed', outcome: outcome.id, step: open.key });
      openNewSteps(context);
      return;
    case 'reopen':
      if (state().status === 'closed') reopen(undefined, context);
      return follow(context);
    case 'round':
      // What follows this ending opens in the round that ends; only then does the new one begin.
      openNewSteps(context);
      record({ type: 'RoundStarted', round: state().round + 1 });
      return follow(context);
    case 'separate':
      for (const { number } of reportsOf(open, state())) record({ type: 'ReportSeparated', number });
      return follow(context);
    case 'again':
      openNext(step, open, context);
      return follow(context);
    case 'next':
      return state().status === 'closed' ? undefined : follow(context);
  }
}

/** The next of a series, until the series is through. */
function openNext(step: Step, open: StepState, { state, record, protocol, calendar, today }: Context): void {
  const n = countOf(open.key) + 1;
  const series = step.repeats;
  if (series && !series.forever && n > series.due.length + 1) return;
  const { round } = open;
  const key = nextKey(state(), step.id, round, open.for);
  const setting = { state: state(), protocol, calendar, round, opened: today, for: open.for };
  const due = dueOf(step, setting, n);
  record({ type: 'StepOpened', key, step: step.id, round, for: open.for, due });
}
