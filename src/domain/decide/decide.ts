/** The rules of a case: a command and the state it meets lead to events, or to a refusal. No I/O, no clock. */
import type { Calendar } from '../calendar.ts';
import type { CaseState, Command, CommandOf, Event } from '../case.ts';
import { refKey } from '../case.ts';
import { DomainError, unreachable } from '../errors.ts';
import type { Protocol, Role } from '../protocol.ts';
import { completeStep } from './complete.ts';
import type { Context } from './context.ts';
import { contextFor } from './context.ts';
import { follow } from './follow.ts';
import * as people from './people.ts';
import { reopenCase, reopenStep } from './reopen.ts';
import * as steps from './steps.ts';
import * as time from './time.ts';

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
  const { context, events } = contextFor(command, state, protocol, calendar);
  const opens = command.type === 'openCase' || command.type === 'openYear';
  if (opens && state) throw new DomainError('already-done', 'Deze zaak bestaat al.');
  if (!opens && !state) throw new DomainError('not-found', 'Deze zaak is er niet, of je mag hem niet zien.');
  dispatch(command, context);
  return events;
}

/** Where `takes` stops. */
const happens = new Error('something happens');

/**
 * Whether decide would take a command, without what it leads to: each part asks all its questions before anything
 * happens, except completeStep, of which the answers are checked after the step that it begins.
 */
export function takes(
  command: Exclude<Command, CommandOf<'completeStep'>>,
  state: CaseState,
  protocol: Protocol,
  calendar: Calendar,
): boolean {
  const { context } = contextFor(command, state, protocol, calendar);
  const record = () => {
    throw happens;
  };
  try {
    dispatch(command, { ...context, record });
  } catch (error) {
    if (error instanceof DomainError) return false;
    if (error !== happens) throw error;
  }
  return true;
}

function dispatch(command: Command, context: Context): void {
  switch (command.type) {
    case 'openCase':
      return openCase(command, context);
    case 'openYear': {
      const { case: id, number, protocol, figure, schoolYear } = command;
      context.record({ type: 'YearOpened', case: id, number, protocol, figure, schoolYear });
      return follow(context);
    }
    case 'linkReport':
      return linkReport(command, context);
    case 'completeStep':
      return completeStep(command, context);
    case 'skipStep':
      return steps.skipStep(command, context);
    case 'postponeStep':
      return steps.postponeStep(command, context);
    case 'reopenStep':
      return reopenStep(command, context);
    case 'noteTalk':
      return steps.noteTalk(command, context);
    case 'informParents':
      return steps.informParents(command, context);
    case 'register':
      return steps.register(command, context);
    case 'giveRole':
      return people.giveRole(command, context);
    case 'takeRole':
      return people.takeRole(command, context);
    case 'correctPupil':
      return people.correctPupil(command, context);
    case 'bar':
      return people.bar(command, context);
    case 'adviseApart':
      return people.adviseApart(command, context);
    case 'unbar':
      return people.unbar(command, context);
    case 'handOver':
      return people.handOver(command, context);
    case 'answerHandOver':
      return people.answerHandOver(command, context);
    case 'takeOver':
      return people.takeOver(command, context);
    case 'invite':
      return people.invite(command, context);
    case 'note':
      return people.note(command, context);
    case 'agree':
      return people.agree(command, context);
    case 'reopenCase':
      return reopenCase(command, context);
    case 'moveVersion':
      return time.moveVersion(command, context);
    case 'turnYear':
      return people.turnYear(command, context);
    case 'wake':
      return time.wake(command, context);
    case 'review':
      return time.review(command, context);
    default:
      return unreachable(command);
  }
}

function openCase(command: CommandOf<'openCase'>, context: Context): void {
  const { case: id, number, report, about, group, facts, protocol, figure, signals } = command;
  context.record({
    type: 'CaseOpened',
    case: id,
    number,
    report,
    about,
    group,
    facts,
    protocol,
    figure,
    signals,
  });
  // Nobody is called a pester by a report (P5): whoever was named as having done something is involved, no more.
  for (const { who, part } of report.involved) {
    const role: Role = part === 'zag' ? 'omstander' : 'betrokken';
    if (refKey(who) !== refKey(about)) context.record({ type: 'RoleGiven', who, role });
  }
  follow(context);
}

function linkReport({ number, report, about }: CommandOf<'linkReport'>, context: Context): void {
  if (context.state().status === 'closed') throw new DomainError('conflict', 'Deze zaak is net gesloten.');
  context.record({ type: 'ReportLinked', number, report, about });
  follow(context);
}
