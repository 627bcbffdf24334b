/** A protocol as a Mermaid flowchart: a node for each step, edges for what opens it and how it ends. */
import { conditionWords } from '../../domain/conditionWords.ts';
import type { FlowNode } from '../../domain/flow.ts';
import { flowOf } from '../../domain/flow.ts';
import { normsOf } from '../../domain/norms.ts';
import type { Opening, Protocol, Step } from '../../domain/protocol.ts';
import { yearProtocol } from '../../domain/protocol.ts';
import { dayWords } from '../../domain/dueWords.ts';
import { dueWords, doersWords, rolesWords } from '../../domain/protocolText/words.ts';
import type { Edge } from './mermaid.ts';
import { edgeLine, label, nodeId } from './mermaid.ts';

/** Where a step of a case, or of the school year, stands in the chart. */
interface Chart {
  protocol: Protocol;
  kind: 'stap' | 'jaar';
}

export function diagramOf(protocol: Protocol): string {
  const cases: Chart = { protocol, kind: 'stap' };
  const year: Chart = { protocol: yearProtocol(protocol), kind: 'jaar' };
  const byHand = protocol.steps.filter((s) => s.opens === 'hand');
  const others = protocol.steps.filter((s) => s.opens !== 'hand');
  const edges = edgesIn(cases);
  const named = (id: string) => edges.some((e) => e.from === id || e.to === id);
  const lines = [
    'flowchart TD',
    ...(named('melding') ? [`melding([${label('Melding')}])`] : []),
    ...(named('ronde') ? [`ronde{{${label('Nieuwe ronde')}}}`] : []),
    ...(named('dicht') ? [`dicht(((${label('Zaak dicht')})))`] : []),
    ...(named('weer') ? [`weer([${label('Zaak weer open')}])`] : []),
    ...sources(protocol),
    ...others.map((step) => nodeLine(step, cases)),
    ...group(
      'hand',
      'Met de hand, wanneer het nodig is',
      byHand.map((step) => nodeLine(step, cases)),
    ),
    ...edges.map(edgeLine),
    ...(protocol.year
      ? [
          ...group('jaar', 'Schooljaar', [
            ...[...new Set(protocol.year.steps.flatMap((s) => daysIn(s.opens)))]
              .sort(bySchoolYear)
              .map((day) => `${nodeId('dag', day)}([${label(dayWords(day))}])`),
            ...protocol.year.steps.map((step) => nodeLine(step, year)),
          ]),
          ...edgesIn(year).map(edgeLine),
        ]
      : []),
    'classDef zijspoor stroke-dasharray: 5 5',
    'classDef afspraak fill:#fff4ce,stroke:#8a6d00,color:#242424',
    ...classLines(cases, year),
  ];
  return lines.join('\n');
}

const group = (id: string, title: string, lines: string[]): string[] =>
  lines.length === 0
    ? []
    : [`subgraph ${id}_groep [${label(title)}]`, ...lines.map((line) => `  ${line}`), 'end'];

/** What the system itself notices: suggestions and vacations. */
function sources(protocol: Protocol): string[] {
  const openings = protocol.steps.map((s) => s.opens);
  const vacations = openings.filter((o) => typeof o === 'object' && 'vacation' in o);
  return [
    ...protocol.suggestions.map(
      (s) => `${nodeId('voorstel', s.id)}>${label('Het systeem merkt op', s.says)}]`,
    ),
    ...(vacations.length > 0 ? [`vakantie>${label('Vakantie')}]`] : []),
  ];
}

/** From August on. */
const bySchoolYear = (a: string, b: string) => order(a).localeCompare(order(b));
const order = (day: string) => (day < '08-01' ? `1${day}` : `0${day}`);
function daysIn(opening: Opening): string[] {
  if (typeof opening === 'string') return [];
  if ('any' in opening) return opening.any.flatMap(daysIn);
  if ('all' in opening) return opening.all.flatMap(daysIn);
  return 'day' in opening ? [opening.day] : [];
}

const ownNorm = (step: Step) => step.norm !== undefined || step.due.some((rule) => normsOf(rule).length > 0);

function nodeLine(step: Step, { protocol, kind }: Chart): string {
  const apart = step.each ? [`apart met: ${rolesWords(step.each)}`] : [];
  const [first, ...more] = step.due.map((rule) =>
    dueWords(rule, protocol).replace('; afspraak van onze school', ''),
  );
  const due = first === undefined ? [] : [more.length > 0 ? `${first}, of anders` : first];
  const only = step.when ? [`alleen ${conditionWords(step.when, protocol)}`] : [];
  const own = ownNorm(step) ? ['afspraak van onze school'] : [];
  const who = doersWords({ ...step, also: [] }, protocol);
  return `${nodeId(kind, step.id)}[${label(step.title, who, ...apart, ...due, ...only, ...own)}]`;
}

/** The edges of a chart, in Mermaid's names of the nodes. */
const edgesIn = ({ protocol, kind }: Chart): Edge[] =>
  flowOf(protocol).map((edge) => ({ ...edge, from: nameOf(edge.from, kind), to: nameOf(edge.to, kind) }));

function nameOf(node: FlowNode, kind: Chart['kind']): string {
  if (typeof node === 'string') return node;
  if ('step' in node) return nodeId(kind, node.step);
  return 'day' in node ? nodeId('dag', node.day) : nodeId('voorstel', node.suggestion);
}

function classLines(...charts: Chart[]): string[] {
  const nodes = charts.flatMap(({ protocol, kind }) =>
    (kind === 'jaar' && !protocol.year ? [] : protocol.steps).map((step) => ({
      step,
      id: nodeId(kind, step.id),
    })),
  );
  const line = (name: string, ids: string[]) => (ids.length > 0 ? [`class ${ids.join(',')} ${name}`] : []);
  return [
    ...line(
      'zijspoor',
      nodes.filter(({ step }) => step.side).map(({ id }) => id),
    ),
    ...line(
      'afspraak',
      nodes.filter(({ step }) => ownNorm(step)).map(({ id }) => id),
    ),
  ];
}
