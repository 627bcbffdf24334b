/** All steps of a protocol in its own order and in plain words (K22): what, who, by when. For the steps of one case see step.ts. */
import { askedAs } from '../domain/asked.ts';
import { amountWords, listed, quoted } from '../domain/conditionWords.ts';
import { normsOf } from '../domain/norms.ts';
import type { Anchor, DueRule, Opening, Protocol, Step } from '../domain/protocol.ts';
import { functionTitle, yearProtocol } from '../domain/protocol.ts';
import type { Section } from './knowledge.ts';
import { dutchDay } from './dutchDay.ts';

/** How a case goes, what comes only when it is needed, what comes later, and the school year; each folded. */
export function stepSections(protocol: Protocol): Section[] {
  const later = protocol.steps.filter((s) => openings(s.opens).some(isLater));
  const way = wayThrough(protocol).filter((s) => !later.includes(s));
  const rest = protocol.steps.filter((s) => !later.includes(s) && !way.includes(s));
  const sections: [string, Step[], Protocol][] = [
    ['Zo loopt een zaak', way, protocol],
    ['Alleen als het nodig is', rest, protocol],
    ['Vakantie en na het sluiten', later, protocol],
    ['Elk schooljaar', protocol.year?.steps ?? [], yearProtocol(protocol)],
  ];
  return sections
    .filter(([, steps]) => steps.length > 0)
    .map(([title, steps, of]) => ({
      title: '',
      body: steps.map((step) => stepLine(step, of)).join('\n'),
      fold: `${title} (${steps.length})`,
    }));
}

/** An opening in its parts, without "all of" and "one of". */
const openings = (opening: Opening): Opening[] =>
  typeof opening === 'object' && ('any' in opening || 'all' in opening)
    ? ('any' in opening ? opening.any : opening.all).flatMap(openings)
    : [opening];

const isLater = (opening: Opening) =>
  opening === 'closing' || (typeof opening === 'object' && 'vacation' in opening);

/** The steps that follow from a report and from each other; the others somebody asks for, or an answer brings. */
function wayThrough({ steps }: Protocol): Step[] {
  const way = new Set(steps.filter((s) => s.opens === 'report' && !s.when).map((s) => s.id));
  const follows = (opening: Opening) =>
    opening === 'round' ||
    (typeof opening === 'object' && 'after' in opening && opening.after.some((id) => way.has(id)));
  for (let before = -1; before < way.size;) {
    before = way.size;
    for (const step of steps) if (openings(step.opens).some(follows)) way.add(step.id);
  }
  return steps.filter((s) => way.has(s.id));
}

/** "- **Gesprek**: wie aan zet is, binnen 2 schooldagen na de melding (eigen afspraak)". */
function stepLine(step: Step, protocol: Protocol): string {
  const who = step.by === 'lead' ? 'wie aan zet is' : functionTitle(protocol, step.by);
  const when = [...new Set(step.due.map((rule) => byWhen(rule, protocol)))].join(', of ');
  const own = step.due.some((rule) => normsOf(rule).length > 0) ? ' (eigen afspraak)' : '';
  return `- **${step.title}**: ${who}${when ? `, ${when}${own}` : ''}${step.repeats ? ', daarna opnieuw' : ''}`;
}

/** By when, by one rule; counted from the day the step opens nothing more is said. */
function byWhen(rule: DueRule, protocol: Protocol): string {
  if ('on' in rule) return onDay(rule.on, protocol);
  const since = rule.from === 'opened' ? '' : ` na ${anchorWords(rule.from, protocol)}`;
  if ('within' in rule) {
    const n = amountWords(rule.within, protocol);
    if (n === '0') return onDay(rule.from, protocol);
    const one = rule.unit === 'days' ? 'dag' : 'schooldag';
    return `binnen ${n} ${n === '1' ? one : `${one}en`}${since}`;
  }
  const [first, last] = rule.window.map((amount) => amountWords(amount, protocol));
  const bounds = rule.notBefore.map((anchor) => anchorWords(anchor, protocol));
  return `${first} tot ${last} dagen${since}${bounds.length > 0 ? `, niet vóór ${listed(bounds)}` : ''}`;
}

function onDay(anchor: Anchor, protocol: Protocol): string {
  if (anchor === 'opened') return 'dezelfde dag';
  const words = anchorWords(anchor, protocol);
  return typeof anchor === 'object' && ('day' in anchor || 'answer' in anchor)
    ? `op ${words}`
    : `op de dag van ${words}`;
}

function anchorWords(anchor: Anchor, protocol: Protocol): string {
  if (anchor === 'report') return 'de melding';
  if (anchor === 'opened') return 'het begin van deze stap';
  if (anchor === 'closed') return 'het sluiten van de zaak';
  if ('day' in anchor) return dutchDay(`2000-${anchor.day}`, { day: 'numeric', month: 'long' });
  if ('step' in anchor) return quoted(protocol.steps.find((s) => s.id === anchor.step)?.title ?? anchor.step);
  return `de datum bij ${quoted(askedAs(anchor.answer, protocol)?.label ?? anchor.answer)}`;
}
