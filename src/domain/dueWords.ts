/** By when a step of a protocol is done, in plain Dutch: "binnen 2 schooldagen na de melding". */
import { askedAs } from './asked.ts';
import { amountWords, listed, quoted } from './conditionWords.ts';
import type { Anchor, DueRule, Protocol } from './protocol.ts';

const MONTHS = [
  'januari', 'februari', 'maart', 'april', 'mei', 'juni',
  'juli', 'augustus', 'september', 'oktober', 'november', 'december',
]; // prettier-ignore

/** "1 september" for 09-01. */
export const dayWords = (day: string): string =>
  `${Number(day.slice(3))} ${MONTHS[Number(day.slice(0, 2)) - 1]}`;

/** A step by its title: ‘Gesprek’. */
export const titleWords = (id: string, { steps }: Protocol): string =>
  quoted(steps.find((s) => s.id === id)?.title ?? id);

/** An amount of time: "1 schooldag", "14 dagen". */
export function timeWords(
  amount: Parameters<typeof amountWords>[0],
  unit: 'schooldays' | 'days',
  protocol: Protocol,
): string {
  const n = amountWords(amount, protocol);
  const one = unit === 'days' ? 'dag' : 'schooldag';
  return `${n} ${n === '1' ? one : `${one}en`}`;
}

/** What a date counts from: "de melding". */
function anchorWords(anchor: Anchor, protocol: Protocol): string {
  if (anchor === 'report') return 'de melding';
  if (anchor === 'opened') return 'het openen van deze stap';
  if (anchor === 'closed') return 'het sluiten van de zaak';
  if ('day' in anchor) return dayWords(anchor.day);
  if ('step' in anchor) return titleWords(anchor.step, protocol);
  const asked = askedAs(anchor.answer, protocol);
  const place = asked?.step ? ` bij ${quoted(asked.step.title)}` : '';
  return `de datum van ${quoted(asked?.label ?? anchor.answer)}${place}`;
}

/** By when, by one rule, without the condition under which it holds; counted from the day the step opens nothing more is said. */
export function dateWords(rule: DueRule, protocol: Protocol): string {
  if ('on' in rule) return onWords(rule.on, protocol);
  const since = rule.from === 'opened' ? '' : ` na ${anchorWords(rule.from, protocol)}`;
  if ('within' in rule) {
    const before = rule.roll === 'before' ? '; op een vrije dag de schooldag ervoor' : '';
    if (rule.within === 0) return `${onWords(rule.from, protocol)}${before}`;
    return `binnen ${timeWords(rule.within, rule.unit, protocol)}${since}${before}`;
  }
  const [first, last] = rule.window.map((amount) => amountWords(amount, protocol));
  const bounds = rule.notBefore.map((anchor) => anchorWords(anchor, protocol));
  return `${first} tot ${last} dagen${since}${bounds.length > 0 ? `, niet vóór ${listed(bounds)}` : ''}`;
}

function onWords(anchor: Anchor, protocol: Protocol): string {
  if (anchor === 'opened') return 'dezelfde dag';
  const isDate = typeof anchor === 'object' && ('day' in anchor || 'answer' in anchor);
  return `op ${isDate ? '' : 'de dag van '}${anchorWords(anchor, protocol)}`;
}
