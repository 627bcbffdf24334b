/** What was ended begins again: one step, or a whole case (A5). All history stays. */
import type { Due } from '../calendar.ts';
import type { CommandOf, StepState } from '../case.ts';
import { openSteps } from '../case.ts';
import { DomainError } from '../errors.ts';
import type { Context } from './context.ts';
import { defOf, maySay } from './context.ts';
import { dueByRules, follow, overtaken } from './follow.ts';

/** A step that is reopened is due by its own rule, or by the next school day where that has passed. */
const newDue = (step: StepState, context: Context): Due | undefined =>
  dueByRules({ ...step, reopenedAt: context.at }, context);

export function reopenStep({ step: key, because: why }: CommandOf<'reopenStep'>, context: Context): void {
  const { state, record, protocol, today } = context;
  if (state().status === 'closed')
    throw new DomainError('conflict', 'Deze zaak is gesloten. Open eerst de zaak weer.');
  const step = state().steps[key];
  if (!step) throw new DomainError('not-found', 'Deze stap is er niet (meer).');
  defOf(protocol, step.step);
  if (step.status === 'open') throw new DomainError('already-done', 'Deze stap staat al open.');
  // With it open again: what was overtaken would lapse at once.
  const again = { ...step, status: 'open' as const };
  const after = { ...state(), steps: { ...state().steps, [key]: again } };
  const because = overtaken(again, { state: after, protocol, today });
  if (because !== undefined) throw new DomainError('conflict', `Deze stap kan niet weer open. ${because}`);
  record({ type: 'StepReopened', key, due: newDue(step, context), because: maySay(why) });
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
  const known = (id: string) => protocol.steps.find((s) => s.id === id);
  // What was asked around a vacation is past.
  const dropped = Object.values(before.steps).filter((s) => {
    const opens = known(s.step)?.opens;
    const timely = opens !== undefined && !(typeof opens === 'object' && 'vacation' in opens);
    return timely && s.status === 'dropped' && s.endedAt === before.closedAt;
  });
  record({ type: 'CaseReopened', because: maySay(because) });
  // What was asked after the closing has no more use.
  for (const open of openSteps(before))
    record({ type: 'StepLapsed', key: open.key, because: 'De zaak is opnieuw geopend.' });
  const decided = closing && known(closing.step) && known(closing.step)?.opens !== 'hand' ? [closing] : [];
  for (const step of [...decided, ...dropped])
    record({ type: 'StepReopened', key: step.key, due: newDue(step, context) });
}

export function reopenCase({ because }: CommandOf<'reopenCase'>, context: Context): void {
  reopen(because, context);
  follow(context);
}
