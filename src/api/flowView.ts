/** A protocol as a diagram: its steps and the moments beside them, and what leads to what. */
import { dayWords } from '../domain/dueWords.ts';
import type { FlowEdge, FlowNode } from '../domain/flow.ts';
import { flowOf, nodeName } from '../domain/flow.ts';
import type { Protocol } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import { partsOf } from '../domain/protocolText/parts.ts';
import { merged, moments } from './casePath.ts';
import type { ProtocolView } from './contract/protocol.ts';

type Flow = ProtocolView['flow'];

export function flowView(protocol: Protocol): Flow {
  const edges = flowOf(protocol).filter(({ from, to }) => nodeName(from) !== nodeName(to));
  const usual = new Set(partsOf(protocol)[0]?.steps.map((step) => step.id));
  const all = [...protocol.steps.map((s) => ({ step: s.id })), ...edges.flatMap((e) => [e.from, e.to])];
  const nodes = new Map(all.map((node) => [nodeName(node), node]));
  return {
    nodes: [...nodes].map(([id, node]) => ({ id, ...nodeView(node, protocol, usual) })),
    edges: merged(edges).map((edge) => ({ ...edge, dashed: dashed(edge, edges) })),
  };
}

const dashed = ({ from, to }: { from: string; to: string }, edges: readonly FlowEdge[]) =>
  edges.some((e) => nodeName(e.from) === from && nodeName(e.to) === to && e.dashed === true);

type View = Omit<Flow['nodes'][number], 'id'>;

function nodeView(node: FlowNode, protocol: Protocol, usual: ReadonlySet<string>): View {
  const moment = (title: string): View => ({ title, look: 'moment', usual: false });
  if (typeof node === 'string') return moment(moments[node]);
  if ('day' in node) return moment(dayWords(node.day));
  if ('suggestion' in node) return moment('Meldpunt merkt iets op');
  const step = protocol.steps.find((s) => s.id === node.step)!;
  return {
    title: step.title,
    look: step.side ? 'side' : 'step',
    who: step.by === 'lead' ? 'wie aan zet is' : functionTitle(protocol, step.by),
    usual: usual.has(step.id),
  };
}
