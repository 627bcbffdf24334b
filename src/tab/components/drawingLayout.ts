/** Where each step of a path is drawn: laid out from top to bottom, texts broken in lines that fit. */
import * as dagre from '@dagrejs/dagre';
import type { PathEdge, PathNode } from '../../api/contract/case.ts';

interface Point {
  x: number;
  y: number;
}
interface Sized {
  width: number;
  height: number;
}
/** What is used of dagre: its own types name files that TypeScript does not find. */
interface Graph {
  setGraph(how: { rankdir: 'TB'; nodesep: number; ranksep: number; marginx: number; marginy: number }): void;
  setDefaultEdgeLabel(label: () => object): void;
  setNode(id: string, size: Sized): void;
  /** With the room that its label takes. */
  setEdge(from: string, to: string, label: Partial<Sized> & { labelpos?: 'c' }): void;
  graph(): Sized;
  node(id: string): Point & Sized;
  edge(from: string, to: string): Partial<Point> & { points: Point[] };
}
const { Graph, layout } = dagre as unknown as { Graph: new () => Graph; layout: (graph: Graph) => void };

const WIDTH = 176;
export const LINE = 16;
const PADDING = 12;
/** Characters that fit a line of a box, and one along a line. */
const CHARACTERS = 22;
const LABEL = 20;

interface Node {
  id: string;
  title: string;
  /** A moment has no more than its name. */
  state: string;
}
interface Edge {
  from: string;
  to: string;
  label?: string;
}
/** A step at its place; x and y are its middle. */
export interface Box<N = PathNode> extends Point, Sized {
  node: N;
  lines: string[];
}
export interface Line<E = PathEdge> {
  edge: E;
  points: Point[];
  /** What stands along it, around this point; no lines where nothing does. */
  label: { x: number; y: number; lines: string[] };
}
export interface Drawing<N = PathNode, E = PathEdge> {
  width: number;
  height: number;
  boxes: Box<N>[];
  lines: Line<E>[];
}

/** @param labelled whether the labels of the lines get room */
export function drawingOf<N extends Node, E extends Edge>(
  nodes: readonly N[],
  edges: readonly E[],
  labelled = false,
): Drawing<N, E> {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 40, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const linesOf = new Map(nodes.map((node) => [node.id, broken(node.title)]));
  for (const node of nodes) {
    const lines = linesOf.get(node.id)!.length;
    // Under the title stands what became of it.
    const height = (node.state === 'moment' ? lines : lines + 1) * LINE + 2 * PADDING;
    graph.setNode(node.id, { width: node.state === 'moment' ? 136 : WIDTH, height });
  }
  const labels = edges.map(({ label }) => (labelled && label ? broken(label, LABEL) : []));
  edges.forEach(({ from, to }, i) => {
    const { length } = labels[i]!;
    graph.setEdge(from, to, length > 0 ? { width: LABEL * 6, height: length * LINE, labelpos: 'c' } : {});
  });
  layout(graph);
  const { width, height } = graph.graph();
  return {
    width,
    height,
    boxes: nodes.map((node) => ({ ...graph.node(node.id), node, lines: linesOf.get(node.id)! })),
    lines: edges.map((edge, i) => {
      const { points, x = 0, y = 0 } = graph.edge(edge.from, edge.to);
      return { edge, points, label: { x, y, lines: labels[i]! } };
    }),
  };
}

/** A text in lines; a word that is longer than a line stands alone. */
function broken(text: string, most = CHARACTERS): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A smooth line through the points: straight to the first middle, bent at each point, straight to the last. */
export function curve(points: readonly { x: number; y: number }[]): string {
  const [start, ...rest] = points;
  if (!start) return '';
  const bends = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1]!;
    const middle = i === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q ${point.x} ${point.y} ${middle.x} ${middle.y}`;
  });
  const end = rest.length === 1 ? `L ${rest[0]!.x} ${rest[0]!.y}` : bends.join(' ');
  return `M ${start.x} ${start.y} ${end}`;
}
