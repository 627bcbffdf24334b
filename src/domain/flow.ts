/** Where each step of a protocol comes from and where its endings lead: what a diagram of it draws. */
import { askedAs } from './asked.ts';
import type { Leaf } from './checks/track.ts';
import { leaves } from './checks/track.ts';
import { conditionWords, listed } from './conditionWords.ts';
import type { Condition, Opening, Protocol, Step } from './protocol.ts';

/** A step, or one of the moments beside the steps: the report, a new round, the case closed or open again, a vacation. */
export type FlowNode =
  | { step: string }
  | { suggestion: string }
  | { day: string }
  | 'melding'
  | 'ronde'
  | 'dicht'
  | 'weer'
  | 'vakantie';

export interface FlowEdge {
  from: FlowNode;
  to: FlowNode;
  label?: string;
  /** From or to a step that holds nothing up. */
  dashed?: boolean;
}

export const flowOf = (protocol: Protocol): FlowEdge[] =>
  protocol.steps.flatMap((step) => edgesOf(step, protocol));

/** What opens a step, and where its endings lead beside the steps after it. */
function edgesOf(step: Step, protocol: Protocol): FlowEdge[] {
  const own = { step: step.id };
  const dashed = step.side;
  return [
    ...openers(step.opens, protocol).map((edge) => ({ ...edge, to: own, dashed })),
    ...step.outcomes.flatMap((outcome): FlowEdge[] => {
      const { then } = outcome;
      if (then === 'next' || then === 'separate') return [];
      const to = ({ close: 'dicht', round: 'ronde', again: own, reopen: 'weer' } as const)[then];
      return [{ from: own, to, label: outcome.label, dashed }];
    }),
  ];
}

type Opener = Omit<FlowEdge, 'to'>;

function openers(opening: Opening, protocol: Protocol): Opener[] {
  switch (opening) {
    case 'report':
      return [{ from: 'melding' }];
    case 'second-report':
      return [{ from: 'melding', label: 'volgende melding' }];
    case 'round':
      return [{ from: 'ronde' }];
    case 'closing':
      return [{ from: 'dicht' }];
    case 'hand':
      return [];
  }
  if ('after' in opening)
    return opening.after.map((id) => {
      const before = protocol.steps.find((s) => s.id === id);
      const known = opening.outcome?.filter((o) => before?.outcomes.some((own) => own.id === o));
      const labels = known?.map((o) => endingLabel(o, before)).join(' of ');
      return { from: { step: id }, label: labels };
    });
  if ('any' in opening) return opening.any.flatMap((o) => openers(o, protocol));
  if ('all' in opening) return opening.all.flatMap((o) => openers(o, protocol));
  if ('suggestion' in opening) return [{ from: { suggestion: opening.suggestion } }];
  if ('vacation' in opening)
    return [{ from: 'vakantie', label: opening.on === 'before' ? 'vlak voor' : 'vlak na' }];
  if ('day' in opening) return [{ from: { day: opening.day } }];
  return openedWhen(opening.when, protocol);
}

/** A step that opens by answers comes from the steps that ask them; by anything else from the report. */
function openedWhen(when: Condition, protocol: Protocol): Opener[] {
  const edges = leaves(when, []).map(({ value }): Opener => {
    const words = shortWords(value, protocol);
    const name = 'answer' in value ? value.answer : 'answered' in value ? value.answered : undefined;
    const id = 'done' in value ? value.done : name?.split('.')[0];
    const known = protocol.steps.some((s) => s.id === id);
    return { from: known ? { step: id! } : 'melding', label: words };
  });
  const same = (a: Opener, b: Opener) => nodeName(a.from) === nodeName(b.from) && a.label === b.label;
  return edges.filter((e, i) => edges.findIndex((o) => same(o, e)) === i);
}

/** One string for a node, to compare it by and to find it again. */
export function nodeName(node: FlowNode): string {
  if (typeof node === 'string') return node;
  if ('step' in node) return `stap:${node.step}`;
  return 'day' in node ? `dag:${node.day}` : `voorstel:${node.suggestion}`;
}

/** A condition in a few words: the edge says already which step it is about. */
function shortWords(condition: Leaf, protocol: Protocol): string {
  if ('done' in condition && condition.outcome)
    return endingLabel(
      condition.outcome,
      protocol.steps.find((s) => s.id === condition.done),
    );
  if ('is' in condition || 'has' in condition || 'oneOf' in condition) {
    const asked = askedAs(condition.answer, protocol);
    const label = (id: string) => asked?.choices.find((c) => c.id === id)?.label ?? id;
    if ('has' in condition) return label(condition.has);
    if ('oneOf' in condition) return listed(condition.oneOf.map(label), 'of');
    if (typeof condition.is === 'string') return label(condition.is);
    return `${asked?.label ?? condition.answer} ${condition.is ? 'Ja' : 'Nee'}`;
  }
  return conditionWords(condition, protocol);
}

const endingLabel = (id: string, step: Step | undefined): string =>
  step?.outcomes.find((o) => o.id === id)?.label ?? id;
