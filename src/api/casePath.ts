/** The protocol's path through a case: what was done, what is open, and what may follow from there. */
import type { Scene } from '../app/wouldBe.ts';
import type { StepState } from '../domain/case.ts';
import { isLate } from '../domain/reminders.ts';
import type { FlowEdge, FlowNode } from '../domain/flow.ts';
import { flowOf, nodeName } from '../domain/flow.ts';
import { dayWords } from '../domain/dueWords.ts';
import { participantName } from '../domain/words.ts';
import type { CaseView, PathNode } from './contract/case.ts';
import { dueWords, endingWords, titleOf } from './words.ts';

type Path = CaseView['path'];
/** With the names of where it begins and ends. */
type Named = FlowEdge & { start: string; end: string };

/** Steps that neither came nor can still come from what is open are left out. */
export function pathOf(scene: Scene): Path {
  const { state, protocol } = scene;
  const edges = flowOf(protocol)
    .map((edge) => ({ ...edge, start: nodeName(edge.from), end: nodeName(edge.to) }))
    .filter(({ start, end }) => start !== end);
  const instances = grouped(Object.values(state.steps), (s) => nodeName({ step: s.step }));
  const dated = edges.filter(({ from, end }) => isDate(from) && instances.has(end));
  const had = new Set([...instances.keys(), ...momentsOf(scene), ...dated.map((e) => e.start)]);
  const open = [...instances].filter(([, all]) => all.some((s) => s.status === 'open')).map(([id]) => id);
  const far = reached(open, edges, Infinity);
  const near = reached(open, edges, 1);
  const shown = (id: string) => had.has(id) || far.has(id);
  const drawn = edges.filter(({ start, end }) => shown(start) && shown(end));
  const nodes = new Map<string, FlowNode>();
  const all = [
    ...protocol.steps.map((s) => ({ step: s.id })).filter((node) => shown(nodeName(node))),
    ...drawn.flatMap((e) => [e.from, e.to]),
  ];
  for (const node of all) nodes.set(nodeName(node), node);
  return {
    nodes: [...nodes].map(([id, node]) => ({
      ...nodeView(node, instances.get(id) ?? [], scene),
      id,
      far: !had.has(id) && !near.has(id),
    })),
    edges: merged(drawn).map((edge) => ({
      ...edge,
      gone: had.has(edge.from) && had.has(edge.to) && wentOn(instances.get(edge.from)),
    })),
  };
}

/** A moment that the calendar brings: it was there if its step was. */
const isDate = (node: FlowNode): boolean =>
  node === 'vakantie' || (typeof node === 'object' && 'day' in node);

/** The moments beside the steps that the case has had. */
function momentsOf({ state }: Scene): string[] {
  return [
    ...(state.schoolYear === undefined ? ['melding'] : []),
    ...(state.round > 1 ? ['ronde'] : []),
    ...(state.closings > 0 ? ['dicht'] : []),
    ...state.suggestions.map((s) => nodeName({ suggestion: s.suggestion })),
  ];
}

/** A moment has been; a step leads on once one instance of it is behind us. */
const wentOn = (all: readonly StepState[] | undefined): boolean =>
  !all || all.some((s) => s.status === 'done' || s.status === 'skipped');

/** What can be come to from these nodes along the edges, over so many steps; a moment is none. */
function reached(from: readonly string[], edges: readonly Named[], steps: number): Set<string> {
  const found = new Map(from.map((id) => [id, 0]));
  for (const [id, taken] of found)
    for (const { start, end, to } of edges) {
      if (start !== id || found.has(end)) continue;
      const next = taken + (typeof to === 'object' ? 1 : 0);
      if (next <= steps) found.set(end, next);
    }
  return new Set(found.keys());
}

function grouped<T>(items: readonly T[], by: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return groups;
}

/** One line between two nodes, with every label that it has. */
export function merged(edges: readonly FlowEdge[]): { from: string; to: string; label?: string }[] {
  const lines = grouped(edges, ({ from, to }) => `${nodeName(from)} ${nodeName(to)}`);
  return [...lines.values()].map((same) => {
    const labels = [...new Set(same.flatMap((e) => e.label ?? []))];
    const [{ from, to }] = same as [FlowEdge];
    return { from: nodeName(from), to: nodeName(to), label: labels.join(' of ') || undefined };
  });
}

export const moments: Record<Extract<FlowNode, string>, string> = {
  melding: 'Melding',
  ronde: 'Nieuwe ronde',
  dicht: 'Zaak dicht',
  weer: 'Zaak weer open',
  vakantie: 'Vakantie',
};

type View = Omit<PathNode, 'id' | 'far'>;

function nodeView(node: FlowNode, all: readonly StepState[], scene: Scene): View {
  const { protocol } = scene;
  const moment = (title: string, ...more: string[]): View => ({ title, state: 'moment', more });
  if (typeof node === 'string') return moment(moments[node]);
  if ('day' in node) return moment(dayWords(node.day));
  if ('suggestion' in node) {
    const known = protocol.suggestions.find((s) => s.id === node.suggestion);
    return moment('Meldpunt merkt iets op', ...(known ? [known.says] : []));
  }
  const step = protocol.steps.find((s) => s.id === node.step);
  const more = all.length > 0 ? all.map((s) => instanceWords(s, scene)) : step ? [step.why] : [];
  return { title: titleOf(all[0] ?? { step: node.step }, scene), state: stateOf(all, scene), more };
}

function stateOf(all: readonly StepState[], { today, calendar }: Scene): PathNode['state'] {
  if (all.some((s) => isLate(s, today, calendar))) return 'late';
  if (all.some((s) => s.status === 'open')) return 'open';
  if (all.some((s) => s.status === 'done')) return 'done';
  return all.length > 0 ? 'skipped' : 'may';
}

/** "Ronde 2, met Noor: gedaan op dinsdag 6 oktober. Het gaat beter" */
function instanceWords(step: StepState, scene: Scene): string {
  const { state, school } = scene;
  const where = [
    ...(state.round > 1 ? [`ronde ${step.round}`] : []),
    ...(step.for === undefined ? [] : [`met ${participantName(step.for, school)}`]),
  ].join(', ');
  const words = statusWords(step, scene);
  const line = where === '' ? words : `${where}: ${words}`;
  return line[0]!.toUpperCase() + line.slice(1);
}

function statusWords(step: StepState, scene: Scene): string {
  const { calendar } = scene;
  const { status, due, on, because } = step;
  switch (status) {
    case 'open':
      return due && !due.waits ? `open, ${dueWords(due, calendar)}` : 'open';
    case 'done':
      return `gedaan${on ? ` op ${calendar.say(on)}` : ''}. ${endingWords(step, scene) ?? ''}`.trim();
    case 'skipped':
      return `overgeslagen. ${because ?? ''}`.trim();
    case 'lapsed':
      return `niet meer nodig. ${because ?? ''}`.trim();
    case 'dropped':
      return 'niet meer nodig: de zaak is gesloten';
  }
}
