/** The rules of a case: a command and the state it meets lead to events, or to a refusal. No I/O, no clock. */
import { checkAnswers } from './answers.ts';
import type { Calendar } from './calendar.ts';
import type { CaseState, Command, CommandOf, Event, StepState } from './case.ts';
import { openSteps, refKey } from './case.ts';
import { DomainError, unreachable } from './errors.ts';
import { evolve } from './evolve.ts';
import { limits } from './limits.ts';
import type { Protocol, Role } from './protocol.ts';
import { functionTitle, stepOf } from './protocol.ts';
import { rungNow } from './reminders.ts';
import { dueOf, toOpen } from './rules.ts';

/** An event without what every event of one command shares. */
type Bare = Event extends infer E ? (E extends Event ? Omit<E, 'v' | 'at' | 'by'> : never) : never;

/**
 * What a command leads to. Returns no events where nothing is left to do (a wake that finds nothing due).
 * @throws DomainError when the command is refused; nothing has happened then
 */
export function decide(
  command: Command,
  state: CaseState | undefined,
  protocol: Protocol,
  calendar: Calendar,
): Event[] {
  const happened: Event[] = [];
  let now = state;
  /** Records an event and sees its effect, so that what follows is decided on the newest state. */
  const record = (bare: Bare): CaseState => {
    const event = { v: 1, at: command.at, by: command.by, ...bare } as Event;
    if (JSON.stringify(event).length > limits.eventJson) {
      throw new DomainError(
        'too-large',
        'Er staat te veel tekst in één keer. Maak de tekst korter en probeer het opnieuw.',
      );
    }
    happened.push(event);
    return (now = evolve(now, event));
  };
  const context: Context = { at: command.at, record, protocol, calendar };

  if (command.type === 'openCase') {
    if (state) throw new DomainError('already-done', 'Deze zaak bestaat al.');
    openCase(command, context);
  } else {
    if (!state) throw new DomainError('not-found', 'Deze zaak is er niet, of je mag hem niet zien.');
    dispatch(command, state, context);
  }
  return happened;
}

interface Context {
  at: string;
  record: (event: Bare) => CaseState;
  protocol: Protocol;
  calendar: Calendar;
}

function dispatch(command: Exclude<Command, { type: 'openCase' }>, state: CaseState, context: Context): void {
  switch (command.type) {
    case 'linkReport': {
      if (state.status === 'closed') throw new DomainError('conflict', 'Deze zaak is net gesloten.');
      const { number, report, about } = command;
      openNewSteps(context.record({ type: 'ReportLinked', number, report, about }), context);
      return;
    }
    case 'completeStep':
      return completeStep(command, state, context);
    case 'wake':
      return wake(state, context);
    case 'review':
      return review(state, context);
    default:
      return unreachable(command);
  }
}

function openCase(command: CommandOf<'openCase'>, context: Context): void {
  const { report, about, group, facts, lead, number, figure } = command;
  context.record({
    type: 'CaseOpened',
    case: command.case,
    number,
    report,
    about,
    group,
    facts,
    protocol: command.protocol,
    figure,
  });
  // Nobody is called a pester by a report (P5): whoever was named as having done something is involved, no more.
  for (const { who, part } of report.involved) {
    const role: Role = part === 'zag' ? 'omstander' : 'betrokken';
    if (refKey(who) !== refKey(about)) context.record({ type: 'RoleGiven', who, role });
  }
  const because = facts['beyond-team']
    ? 'Het speelt ook buiten het kernteam of de school.'
    : `De ${functionTitle(context.protocol, lead.function)} is het eerst aan zet.`;
  openNewSteps(context.record({ type: 'LeadAssigned', lead, because }), context);
}

function completeStep(command: CommandOf<'completeStep'>, state: CaseState, context: Context): void {
  const { protocol, calendar, record } = context;
  const open = openStep(state, command.step);
  const step = stepOf(protocol, open.step);
  const outcome = step.outcomes.find((o) => o.id === command.outcome);
  if (!outcome) throw new DomainError('invalid', 'Kies hoe het is gegaan.', 'outcome');
  const today = calendar.dateOf(command.at);
  const answers = checkAnswers(step, outcome, command.answers, today, calendar);
  const dated = step.questions.find((q) => q.type === 'date' && q.happened);
  const on = (dated && (answers[dated.id] as string | undefined)) ?? today;

  let next = record({ type: 'StepCompleted', key: open.key, outcome: outcome.id, answers, on });
  for (const question of step.questions) {
    if (question.type !== 'pupils') continue;
    for (const pupil of (answers[question.id] as string[] | undefined) ?? []) {
      next = record({ type: 'RoleGiven', who: { pupil }, role: question.role });
    }
  }
  if (outcome.then === 'close') {
    record({ type: 'CaseClosed', outcome: outcome.id, step: open.key });
    return;
  }
  if (outcome.then === 'round') next = record({ type: 'RoundStarted', round: state.round + 1 });
  openNewSteps(next, context);
}

/** @throws DomainError when the step is not open, saying what became of it */
function openStep(state: CaseState, key: string): StepState {
  const step = state.steps[key];
  if (!step) throw new DomainError('not-found', 'Deze stap is er niet (meer).');
  if (step.status === 'done') throw new DomainError('already-done', 'Deze stap is al afgerond.');
  if (step.status === 'dropped') throw new DomainError('already-done', 'Deze zaak is al gesloten.');
  return step;
}

function openNewSteps(state: CaseState, { at, record, protocol, calendar }: Context): void {
  let now = state;
  for (const instance of toOpen(state, protocol)) {
    const due = dueOf(stepOf(protocol, instance.step), {
      state: now,
      protocol,
      calendar,
      opened: calendar.dateOf(at),
    });
    now = record({ type: 'StepOpened', ...instance, due });
  }
}

function wake(state: CaseState, { at, record, protocol, calendar }: Context): void {
  if (state.status === 'closed' || !calendar.mayRemindAt(at)) return;
  for (const step of openSteps(state)) {
    const rung = rungNow(step, at, protocol, calendar);
    if (!rung) continue;
    if (rung.to) record({ type: 'Escalated', key: step.key, rung: rung.rung, to: rung.to });
    else record({ type: 'Reminded', key: step.key, rung: rung.rung });
  }
}

function review(state: CaseState, { record, protocol, calendar }: Context): void {
  for (const open of openSteps(state)) {
    const opened = calendar.dateOf(open.openedAt);
    const due = dueOf(stepOf(protocol, open.step), { state, protocol, calendar, opened });
    if (due && (due.by !== open.due?.by || due.from !== open.due.from))
      record({ type: 'DueMoved', key: open.key, due });
  }
}
