/** What a protocol's rules say of a case as it stands: conditions, deadlines, and which steps should be open. */
import type { Calendar, Due } from './calendar.ts';
import type { Answer, CaseState, StepState } from './case.ts';
import { inRole } from './case.ts';
import type { Anchor, Condition, DueRule, Opening, Protocol, Step } from './protocol.ts';
import { stepOf } from './protocol.ts';

/** The latest answer to `step.question`, this round's first, or undefined while nobody answered. */
function answerTo(state: CaseState, name: string): Answer | undefined {
  const [stepId = '', question = ''] = name.split('.');
  const report = state.reports[0]?.report;
  if (stepId === 'melding') return report?.[question as 'safe'];
  return latestDone(state, stepId)?.answers?.[question];
}

function latestDone(state: CaseState, stepId: string): StepState | undefined {
  return Object.values(state.steps)
    .filter((s) => s.step === stepId && s.status === 'done')
    .sort((a, b) => b.round - a.round || (b.on ?? '').localeCompare(a.on ?? ''))[0];
}

/** Whether a condition holds. `round` means: in that round or a later one. */
export function holdsTrue(condition: Condition, state: CaseState): boolean {
  if ('all' in condition) return condition.all.every((c) => holdsTrue(c, state));
  if ('any' in condition) return condition.any.some((c) => holdsTrue(c, state));
  if ('not' in condition) return !holdsTrue(condition.not, state);
  if ('fact' in condition) return state.facts[condition.fact];
  if ('round' in condition) return state.round >= condition.round;
  const answer = answerTo(state, condition.answer);
  if ('is' in condition) return answer === condition.is;
  return typeof answer === 'string' && condition.oneOf.includes(answer);
}

/** The date an anchor stands for and how to name it in Dutch; undefined while it has not happened. */
function resolve(anchor: Anchor, { state, protocol, calendar, opened }: Setting) {
  if (anchor === 'opened') return { date: opened, what: 'het openen van deze stap' };
  if (anchor === 'report') return { date: calendar.dateOf(state.openedAt), what: 'de melding' };
  if ('step' in anchor) {
    const on = latestDone(state, anchor.step)?.on;
    return on ? { date: on, what: `‘${stepOf(protocol, anchor.step).title}’` } : undefined;
  }
  const date = answerTo(state, anchor.answer);
  return typeof date === 'string' ? { date, what: 'de afspraak' } : undefined;
}

/** The case, its protocol and calendar, and the date on which the step at hand opened. */
interface Setting {
  state: CaseState;
  protocol: Protocol;
  calendar: Calendar;
  opened: string;
}

/** When a step is due by the protocol as the case stands; undefined for a step without a date of its own. */
export function dueOf(step: Step, setting: Setting): Due | undefined {
  const rule = step.due.find((r) => !r.when || holdsTrue(r.when, setting.state));
  const due = rule && dueBy(rule, setting);
  return due && rule.norm ? { ...due, why: `${due.why}; afspraak van onze school` } : due;
}

function dueBy(rule: DueRule, setting: Setting): Due | undefined {
  const { calendar } = setting;
  const start = resolve('on' in rule ? rule.on : rule.from, setting);
  if (!start) return undefined;
  if ('on' in rule)
    return {
      by: calendar.onOrAfter(start.date),
      why: `op de dag van ${start.what} (${calendar.say(start.date)})`,
    };
  if ('within' in rule) return calendar.within(rule.within, rule.unit, start.date, start.what);
  const notBefore = rule.notBefore && resolve(rule.notBefore, setting)?.date;
  return calendar.window(rule.window[0], rule.window[1], start.date, start.what, notBefore);
}

/** Whether all instances of a step in this round are done; a step held with each of nobody counts as done. */
function settled(stepId: string, state: CaseState, protocol: Protocol): boolean {
  const step = stepOf(protocol, stepId);
  const instances = Object.values(state.steps).filter((s) => s.step === stepId && s.round === state.round);
  if (instances.some((s) => s.status === 'open')) return false;
  if (instances.length > 0) return true;
  return (
    step.each !== undefined && inRole(state, step.each).length === 0 && opens(step.opens, state, protocol)
  );
}

function opens(opening: Opening, state: CaseState, protocol: Protocol): boolean {
  if (opening === 'report') return state.round === 1;
  if (opening === 'second-report') return false;
  if (opening.orRound && state.round > 1) return true;
  return opening.after.every((id) => {
    if (!settled(id, state, protocol)) return false;
    return opening.outcome === undefined || latestDone(state, id)?.outcome === opening.outcome;
  });
}

/** The step instances that should be open and do not exist yet, in the protocol's order. */
export function toOpen(
  state: CaseState,
  protocol: Protocol,
): { key: string; step: string; round: number; for?: string }[] {
  if (state.status === 'closed') return [];
  return protocol.steps.flatMap((step) => {
    const instances = instancesOf(step, state, protocol);
    return instances.filter((i) => !state.steps[i.key]);
  });
}

function instancesOf(step: Step, state: CaseState, protocol: Protocol) {
  const { id } = step;
  const { round } = state;
  if (step.opens === 'second-report') {
    // One instance for each report that was linked after the first.
    return state.reports.slice(1).map((r) => ({ key: `${id}.1.${r.number}`, step: id, round: 1 }));
  }
  if (!opens(step.opens, state, protocol)) return [];
  if (!step.each) return [{ key: `${id}.${round}`, step: id, round }];
  return inRole(state, step.each).map((who) => ({ key: `${id}.${round}.${who}`, step: id, round, for: who }));
}
