/** What people do with a step beside finishing it: leave it out, postpone it, note a talk, tell parents, register. */
import { isDate } from '../calendar.ts';
import type { CommandOf, StepState } from '../case.ts';
import { isNote } from '../case.ts';
import { holdsTrue } from '../conditions.ts';
import { DomainError } from '../errors.ts';
import { limits } from '../limits.ts';
import { amountOf } from '../norms.ts';
import { nextKey } from '../openings.ts';
import type { Step } from '../protocol.ts';
import { inform } from './complete.ts';
import type { Context } from './context.ts';
import { defOf, openStep, realDay, said } from './context.ts';
import { dueByRules, follow } from './follow.ts';

/** A step can be left out with a reason (K15), also before its time has come. */
export function skipStep(command: CommandOf<'skipStep'>, context: Context): void {
  const { state, record, protocol } = context;
  const because = said(command.because, 'Vertel waarom je deze stap overslaat.');
  const known = state().steps[command.step];
  const step = defOf(protocol, known?.step ?? command.step.split('.')[0]!);
  if (!step.skip)
    throw new DomainError(
      'invalid',
      `‘${step.title}’ kun je niet overslaan: hier kies je hoe het verder gaat.`,
    );
  if (known) {
    openStep(state(), known.key);
    record({ type: 'StepSkipped', key: known.key, step: step.id, round: known.round, because });
  } else {
    ahead(step, command.step, context);
    record({ type: 'StepSkipped', key: command.step, step: step.id, round: state().round, because });
  }
  follow(context);
}

/** @throws DomainError for a step that can't be left out ahead of its time */
function ahead(step: Step, key: string, { state, protocol }: Context): void {
  if (state().status === 'closed') throw new DomainError('already-done', 'Deze zaak is al gesloten.');
  const here = key === `${step.id}.${state().round}` && !step.each && step.opens !== 'hand';
  const fits = !step.when || holdsTrue(step.when, { state: state(), protocol });
  if (!here || !fits) throw new DomainError('not-found', 'Deze stap staat nog niet open.');
}

/** The last day to which a step can be put off; undefined for one that can't. */
export function lastPostponed(
  open: StepState,
  context: Pick<Context, 'state' | 'protocol' | 'calendar' | 'today'>,
): string | undefined {
  const { protocol, calendar, today } = context;
  const most = amountOf(defOf(protocol, open.step).postpone ?? protocol.postpone, protocol) ?? 0;
  // The bound counts from the date by the rules, so that putting off again does not move it.
  const last = calendar.addSchoolDays(dueByRules(open, context)?.by ?? today, most);
  return most === 0 || last <= today ? undefined : last;
}

/** A step can be put off to a school day within the protocol's bounds, with a reason. */
export function postponeStep(command: CommandOf<'postponeStep'>, context: Context): void {
  const { state, record, protocol, calendar, today } = context;
  const open = openStep(state(), command.step);
  const step = defOf(protocol, open.step);
  const because = said(command.because, 'Vertel waarom je deze stap uitstelt.');
  const { to } = command;
  const last = lastPostponed(open, context);
  if (last === undefined) {
    const ways = step.skip
      ? 'Doe hem, sla hem over met een reden, of vraag om hulp.'
      : 'Doe hem, of vraag om hulp.';
    throw new DomainError('invalid', `‘${step.title}’ kun je niet (verder) uitstellen. ${ways}`, 'to');
  }
  if (!isDate(to) || to <= today || to > last) {
    const message = `Kies een dag na vandaag en uiterlijk ${calendar.say(last)}.`;
    throw new DomainError('invalid', message, 'to');
  }
  if (!calendar.isSchoolDay(to)) {
    const message = `${calendar.say(to)} is geen schooldag. Kies bijvoorbeeld ${calendar.say(calendar.onOrAfter(to))}.`;
    throw new DomainError('invalid', message, 'to');
  }
  const why = `uitgesteld op ${calendar.say(today)}`;
  record({ type: 'DueMoved', key: open.key, due: { by: to, why }, because });
}

/** That a talk took place, on the spot; the rest of the form is due a little later (P19). */
export function noteTalk(command: CommandOf<'noteTalk'>, context: Context): void {
  const { state, record, protocol, calendar, today } = context;
  const open = openStep(state(), command.step);
  const step = defOf(protocol, open.step);
  const days = protocol.details === undefined ? undefined : amountOf(protocol.details, protocol);
  const talk = step.questions.some((q) => q.type === 'date' && q.happened);
  if (days === undefined || !talk) throw new DomainError('invalid', 'Vul deze stap in één keer in.');
  if (open.talk) throw new DomainError('already-done', 'Dit gesprek is al kort genoteerd. Vul de rest in.');
  const on = realDay(command.on, 'on');
  if (on > today)
    throw new DomainError('invalid', 'Deze dag moet nog komen. Kies de dag van het gesprek.', 'on');
  const line = said(command.line, 'Schrijf in één regel op hoe het ging.', limits.line);
  record({ type: 'TalkNoted', key: open.key, on, line });
  const due = calendar.within(days, 'schooldays', today, 'je korte notitie');
  record({
    type: 'DueMoved',
    key: open.key,
    due: { ...due, why: `${due.why}; afspraak van onze school` },
    because: 'Het gesprek is geweest; de rest volgt.',
  });
}

export function informParents(command: CommandOf<'informParents'>, context: Context): void {
  const { protocol } = context;
  const state = context.state();
  // One by hand opens when it is done; an attempt before that is kept under the key that it will have (P11).
  const hand = protocol.steps.find((s) => s.id === command.step && s.opens === 'hand');
  const key = hand ? nextKey(state, hand.id, state.round) : state.steps[command.step]?.key;
  if (!key) throw new DomainError('not-found', 'Deze stap is er niet (meer).');
  inform(key, command.contact, context);
}

export function register(command: CommandOf<'register'>, { state, record }: Context): void {
  const { step: key, pupil, doer, person } = command;
  const asked = state().registrations.filter((r) => isNote(r, { key, pupil, doer, person }));
  if (asked.length === 0) throw new DomainError('not-found', 'Voor deze stap hoef je hier niets te noteren.');
  if (asked.every((r) => r.at !== undefined)) throw new DomainError('already-done', 'Dit was al genoteerd.');
  record({ type: 'Registered', key, pupil, doer, person });
}
