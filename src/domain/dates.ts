/** When a step is due by its protocol, with the sentence that explains it (A2). */
import type { Calendar, Due } from './calendar.ts';
import type { CaseState, StepState } from './case.ts';
import { answerTo, holdsTrue } from './conditions.ts';
import { amountOf, normsOf } from './norms.ts';
import type { Anchor, DueRule, Protocol, Step } from './protocol.ts';

/** The case, its protocol and calendar, and the instance at hand: its round and the date on which it opened. */
export interface Setting {
  state: CaseState;
  protocol: Protocol;
  calendar: Calendar;
  round: number;
  opened: string;
  /** refKey of the participant it is held with. */
  for?: string;
}

/** When the n-th instance of a step (counted from 1) is due as the case stands; undefined for one without a date of its own. */
export function dueOf(step: Step, setting: Setting, n = 1): Due | undefined {
  for (const rule of rulesOf(step, n)) {
    if (rule.when && !holdsTrue(rule.when, { ...setting, who: setting.for })) continue;
    const due = dueBy(rule, setting);
    if (due) return normsOf(rule).length > 0 ? { ...due, why: `${due.why}; afspraak van onze school` } : due;
  }
  return undefined;
}

function rulesOf(step: Step, n: number): DueRule[] {
  if (n === 1 || !step.repeats) return step.due;
  const { due } = step.repeats;
  const rule = due[Math.min(n - 2, due.length - 1)];
  return rule ? [rule] : [];
}

/** The date that an anchor stands for and how to name it in Dutch; undefined while it has not happened. */
function resolve(anchor: Anchor, setting: Setting): { date: string; what: string } | undefined {
  const { state, protocol, calendar, opened, round } = setting;
  if (anchor === 'opened') return { date: opened, what: 'het openen van deze stap' };
  if (anchor === 'report') return { date: calendar.dateOf(state.openedAt), what: 'de melding' };
  if (anchor === 'closed')
    return state.closedAt
      ? { date: calendar.dateOf(state.closedAt), what: 'het sluiten van de zaak' }
      : undefined;
  if ('day' in anchor) {
    const year = state.schoolYear ?? calendar.schoolYear(opened);
    return { date: calendar.dayIn(year, anchor.day), what: 'de vaste dag in het schooljaar' };
  }
  if ('step' in anchor) {
    const ended = endOf(anchor.step, setting);
    const title = protocol.steps.find((s) => s.id === anchor.step)?.title ?? anchor.step;
    if (!ended?.endedAt) return undefined;
    if (ended.status === 'done')
      return { date: ended.on ?? calendar.dateOf(ended.endedAt), what: `‘${title}’` };
    return { date: calendar.dateOf(ended.endedAt), what: `het overslaan van ‘${title}’` };
  }
  const [asked = ''] = anchor.answer.split('.');
  const here = instances(asked, setting).some((s) => s.round === round);
  const date = answerTo(anchor.answer, { state, protocol, who: setting.for, only: here ? round : undefined });
  return typeof date === 'string' ? { date, what: 'de afspraak' } : undefined;
}

/** The instances of a step up to this round: those with the same participant, where it is held with each apart. */
function instances(stepId: string, { state, round, for: who }: Setting): StepState[] {
  const all = Object.values(state.steps).filter((s) => s.step === stepId && s.round <= round);
  const own = who === undefined ? [] : all.filter((s) => s.for === who);
  return own.length > 0 ? own : all;
}

/**
 * The instance of a step that a date counts from: the last one that ended in this round, done or left out. Only a step
 * that this round does not have is looked for in earlier ones.
 */
function endOf(stepId: string, setting: Setting): StepState | undefined {
  const all = instances(stepId, setting);
  const latest = Math.max(0, ...all.map((s) => s.round));
  const ended = all.filter((s) => s.round === latest && (s.status === 'done' || s.status === 'skipped'));
  const done = ended.filter((s) => s.status === 'done');
  return (done.length > 0 ? done : ended).sort((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? ''))[0];
}

function dueBy(rule: DueRule, setting: Setting): Due | undefined {
  const { calendar, protocol } = setting;
  const start = resolve('on' in rule ? rule.on : rule.from, setting);
  if (!start) return undefined;
  if ('on' in rule) {
    const why = `op de dag van ${start.what} (${calendar.say(start.date)})`;
    const by = calendar.onOrAfter(start.date);
    const moved = by === start.date ? '' : '; dat is geen schooldag, dus de eerste schooldag daarna';
    return { by, why: why + moved };
  }
  if ('within' in rule) {
    const n = amountOf(rule.within, protocol);
    return n === undefined ? undefined : calendar.within(n, rule.unit, start.date, start.what, rule.roll);
  }
  const [first, last] = rule.window.map((amount) => amountOf(amount, protocol));
  if (first === undefined || last === undefined) return undefined;
  const dates = (anchors: Anchor[]) =>
    anchors.flatMap((anchor) => resolve(anchor, setting)?.date ?? []).sort();
  const bound = dates(rule.notBefore).at(-1);
  const slipped = dates(rule.notBefore.filter(isStep)).at(-1) === bound;
  const due = calendar.window(first, last, start.date, start.what, bound, slipped);
  const awaited = awaitedBy(rule, setting.state, setting.round);
  return awaited.length > 0 ? { ...due, waits: true } : due;
}

const isStep = (anchor: Anchor) => typeof anchor === 'object' && 'step' in anchor;

/** The steps that must take place before this date can come, and have not: neither done, nor left out, nor overtaken. */
function awaitedBy(rule: DueRule, state: CaseState, round: number): string[] {
  if (!('window' in rule)) return [];
  return rule.notBefore.flatMap((anchor) => {
    if (typeof anchor === 'string' || !('step' in anchor)) return [];
    const ended = (s: StepState) => s.step === anchor.step && s.round <= round && s.status !== 'open';
    return Object.values(state.steps).some(ended) ? [] : [anchor.step];
  });
}
