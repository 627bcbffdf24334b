/** A protocol as a Mermaid flowchart: a node for each step, edges for what opens it and how it ends. */
import { conditionWords, listed } from '../../domain/conditionWords.ts';
import { askedAs } from '../../domain/asked.ts';
import type { Leaf } from '../../domain/checks/track.ts';
import { leaves } from '../../domain/checks/track.ts';
import { normsOf } from '../../domain/norms.ts';
import type { Condition, Opening, Protocol, Step } from '../../domain/protocol.ts';
import { yearProtocol } from '../../domain/protocol.ts';
import { dayWords, dueWords, outcomeLabel, doersWords, openingWords, rolesWords } from '../words.ts';
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
  const edges = protocol.steps.flatMap((step) => edgesOf(step, cases));
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
          ...protocol.year.steps.flatMap((step) => edgesOf(step, year)).map(edgeLine),
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

/** What opens a step, and where its endings lead beside the steps after it. */
function edgesOf(step: Step, chart: Chart): Edge[] {
  const own = nodeId(chart.kind, step.id);
  const dashed = step.side;
  return [
    ...openers(step.opens, chart).map((edge) => ({ ...edge, to: own, dashed })),
    ...step.outcomes.flatMap((outcome): Edge[] => {
      const { then } = outcome;
      if (then === 'next' || then === 'separate') return [];
      const to = { close: 'dicht', round: 'ronde', again: own, reopen: 'weer' }[then];
      return [{ from: own, to, label: outcome.label, dashed }];
    }),
  ];
}

function openers(opening: Opening, chart: Chart): Omit<Edge, 'to'>[] {
  const { protocol, kind } = chart;
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
      const labels = known?.map((o) => outcomeLabel(o, before)).join(' of ');
      return { from: nodeId(kind, id), label: labels };
    });
  if ('any' in opening) return opening.any.flatMap((o) => openers(o, chart));
  if ('all' in opening) return opening.all.flatMap((o) => openers(o, chart));
  if ('suggestion' in opening) return [{ from: nodeId('voorstel', opening.suggestion) }];
  if ('vacation' in opening)
    return [{ from: 'vakantie', label: openingWords(opening, protocol).replace(/ elke.*/, '') }];
  if ('day' in opening) return [{ from: nodeId('dag', opening.day) }];
  return openedWhen(opening.when, chart);
}

/** A step that opens by answers comes from the steps that ask them; by anything else from the report. */
function openedWhen(when: Condition, { protocol, kind }: Chart): Omit<Edge, 'to'>[] {
  const edges = leaves(when, []).map(({ value }): Omit<Edge, 'to'> => {
    const words = shortWords(value, protocol);
    const name = 'answer' in value ? value.answer : 'answered' in value ? value.answered : undefined;
    const id = 'done' in value ? value.done : name?.split('.')[0];
    const known = protocol.steps.some((s) => s.id === id);
    return { from: known ? nodeId(kind, id!) : 'melding', label: words };
  });
  return edges.filter((e, i) => edges.findIndex((o) => o.from === e.from && o.label === e.label) === i);
}

/** A condition in a few words: the edge says already which step it is about. */
function shortWords(condition: Leaf, protocol: Protocol): string {
  if ('done' in condition && condition.outcome)
    return outcomeLabel(
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
