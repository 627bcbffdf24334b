/** What was ended begins again: one step, or a whole case (A5). All history stays. */
import type { Due } from '../calendar.ts';
import type { CommandOf, StepState } from '../case.ts';
import { openSteps } from '../case.ts';
import { dueOf } from '../dates.ts';
import { DomainError } from '../errors.ts';
import { countOf } from '../openings.ts';
import type { Context } from './context.ts';
import { defOf } from './context.ts';
import { follow } from './follow.ts';

/** A step that is reopened is due by its own rule, or by the next school day where that has passed. */
function newDue(step: StepState, { state, protocol, calendar, today }: Context): Due | undefined {
  const setting = { state: state(), protocol, calendar, round: step.round, opened: today };
  const due = dueOf(defOf(protocol, step.step), setting, countOf(step.key));
  if (!due || due.by > today) return due;
  const by = calendar.addSchoolDays(today, 1);
  return { by, why: `opnieuw geopend op ${calendar.say(today)}; de eerste schooldag daarna` };
}

export function reopenStep({ step: key, because }: CommandOf<'reopenStep'>, context: Context): void {
  const { state, record } = context;
  if (state().status === 'closed')
    throw new DomainError('conflict', 'Deze zaak is gesloten. Open eerst de zaak weer.');
  const step = state().steps[key];
  if (!step) throw new DomainError('not-found', 'Deze stap is er niet (meer).');
  if (step.status === 'open') throw new DomainError('already-done', 'Deze stap staat al open.');
  record({ type: 'StepReopened', key, due: newDue(step, context), because: because?.trim() || undefined });
  follow(context);
}

/**
 * The case goes on where it was closed: what was dropped then is open again, and the step that closed it asks again.
 * @throws DomainError when the case is open
 */
export function reopen(because: string | undefined, context: Context): void {
  const { state, record, protocol } = context;
  const before = state();
  if (before.status === 'open') throw new DomainError('already-done', 'Deze zaak staat al open.');
  const closing = before.closedBy === undefined ? undefined : before.steps[before.closedBy];
  const dropped = Object.values(before.steps).filter(
    (s) => s.status === 'dropped' && s.endedAt === before.closedAt,
  );
  record({ type: 'CaseReopened', because: because?.trim() || undefined });
  // What was asked after the closing has no more use.
  for (const open of openSteps(before))
    record({ type: 'StepLapsed', key: open.key, because: 'De zaak is opnieuw geopend.' });
  const decided =
    closing && protocol.steps.find((s) => s.id === closing.step && s.opens !== 'hand') ? [closing] : [];
  for (const step of [...decided, ...dropped])
    record({ type: 'StepReopened', key: step.key, due: newDue(step, context) });
}

export function reopenCase({ because }: CommandOf<'reopenCase'>, context: Context): void {
  reopen(because, context);
  follow(context);
}
