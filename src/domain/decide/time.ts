/** What time itself does to a case: reminders, escalation, steps of the calendar, and dates that a change of calendar moves. */
import { openSteps } from '../case.ts';
import type { CommandOf, StepState } from '../case.ts';
import { DomainError } from '../errors.ts';
import { inLine, stepOf } from '../protocol.ts';
import { rungNow } from '../reminders.ts';
import type { Context } from './context.ts';
import { follow } from './follow.ts';
import { replaceLead, turnYear } from './people.ts';

/** Looks at what is due now. Nothing is reminded outside school hours (A3). */
export function wake({ turn }: CommandOf<'wake'>, context: Context): void {
  const { state, record, protocol, calendar, at, today } = context;
  if (!calendar.mayRemindAt(at)) return;
  const { schoolYear } = state();
  if (schoolYear !== undefined && today >= calendar.dayIn(schoolYear + 1, '08-01')) {
    if (state().status === 'open') record({ type: 'CaseClosed', outcome: 'voorbij', step: '' });
    return;
  }
  if (state().status === 'open' && turn) turnYear(turn, context);
  else if (state().status === 'open') follow(context);
  for (const step of openSteps(state())) {
    const rung = rungNow(step, at, { protocol, calendar, lead: state().lead.function });
    if (!rung) continue;
    const to = rung.to && whoHears(rung.to, step, context);
    if (to) record({ type: 'Escalated', key: step.key, rung: rung.rung, to });
    else record({ type: 'Reminded', key: step.key, rung: rung.rung });
  }
}

/**
 * The function that hears of lateness: where nobody who holds it may have to do with the case (P13), the one above it.
 * In a school year's own case a function counts for whatever group, and nobody is barred.
 */
function whoHears(fn: string, { step }: StepState, { state, protocol, holders }: Context): string {
  if (state().schoolYear !== undefined) return fn;
  const { by } = stepOf(protocol, step);
  const doer = by === 'lead' ? state().lead.function : by;
  return inLine(fn, protocol).find((above) => above !== doer && holders[above] !== undefined) ?? fn;
}

/** The calendar, the norms or the people changed: what follows by the rules is reckoned again. */
export function review({ left }: CommandOf<'review'>, context: Context): void {
  const { status, lead } = context.state();
  if (status !== 'open') return;
  if (left !== undefined && lead.person === left)
    replaceLead(left, 'Wie aan zet was, werkt hier niet meer.', context);
  follow(context);
}

/** The case goes on by the protocol it is now decided with (A6); steps that this one lacks lapse. */
export function moveVersion({ protocol: to }: CommandOf<'moveVersion'>, context: Context): void {
  const { state, record, protocol } = context;
  const now = state();
  if (now.status === 'closed') throw new DomainError('already-done', 'Deze zaak is al gesloten.');
  if (now.protocol.id !== to.id) throw new DomainError('invalid', 'Een zaak blijft bij hetzelfde protocol.');
  if (now.protocol.hash === to.hash)
    throw new DomainError('already-done', 'Deze zaak loopt al op deze versie.');
  record({ type: 'VersionMoved', protocol: to });
  for (const open of openSteps(now)) {
    if (protocol.steps.some((s) => s.id === open.step)) continue;
    record({ type: 'StepLapsed', key: open.key, because: 'Deze stap bestaat niet in de nieuwe versie.' });
  }
  follow(context);
}
