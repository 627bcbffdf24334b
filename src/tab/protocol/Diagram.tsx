/** The steps of the protocol drawn: what leads to what. Each box leads to its step in the list under it, which tells the same in words. */
import { Switch, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useMemo, useState } from 'react';
import type { FlowEdge, FlowNode, ProtocolView } from '../../api/contract/protocol.ts';
import type { Box } from '../case/pathLayout.ts';
import { LINE, curve, drawingOf } from '../case/pathLayout.ts';
import { stepHref } from './sections.ts';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  frame: {
    overflow: 'auto',
    maxHeight: '44rem',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    '@media print': { maxHeight: 'none', overflow: 'visible' },
  },
  svg: { display: 'block', marginInline: 'auto', '@media print': { maxWidth: '100%', height: 'auto' } },
  box: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1.25px',
  },
  side: { strokeDasharray: '5 4' },
  moment: { fill: tokens.colorNeutralBackground3 },
  text: {
    fill: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: '12px',
    textAnchor: 'middle',
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  who: { fill: tokens.colorNeutralForeground2 },
  line: { fill: 'none', stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: '1.25px' },
  head: { fill: tokens.colorNeutralStrokeAccessible },
  // Stays readable where a line runs behind it.
  label: {
    fill: tokens.colorNeutralForeground2,
    paintOrder: 'stroke',
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '4px',
    strokeLinejoin: 'round',
  },
  link: {
    outlineStyle: 'none',
    '&:hover > rect': { stroke: tokens.colorBrandStroke1, strokeWidth: '2.5px' },
    '&:focus-visible > rect': { stroke: tokens.colorStrokeFocus2, strokeWidth: '3px' },
  },
});

type Drawn = FlowNode & { state: FlowNode['look'] };

export function Diagram({ flow }: { flow: ProtocolView['flow'] }) {
  const styles = useStyles();
  const arrow = useId();
  const [all, setAll] = useState(false);
  const drawing = useMemo(() => {
    const { nodes, edges } = shownOf(flow, all);
    return drawingOf<Drawn, FlowEdge>(
      nodes.map((node) => ({ ...node, state: node.look })),
      edges,
      true,
    );
  }, [flow, all]);
  const sometimes = flow.nodes.filter(({ look, usual }) => look !== 'moment' && !usual).length;
  return (
    <div className={styles.part}>
      {sometimes > 0 && (
        <Switch
          label={`Ook de stappen die er alleen soms zijn (${sometimes})`}
          checked={all}
          onChange={(_, { checked }) => setAll(checked)}
        />
      )}
      <div className={styles.frame}>
        <svg
          className={styles.svg}
          role="group"
          aria-label="De stappen als tekening. Onder de tekening staan ze als lijst."
          width={drawing.width}
          height={drawing.height}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        >
          <defs>
            <marker
              id={arrow}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0 8 4 0 8Z" className={styles.head} />
            </marker>
          </defs>
          {drawing.lines.map(({ edge, points }) => (
            <path
              key={`${edge.from} ${edge.to}`}
              className={mergeClasses(styles.line, edge.dashed && styles.side)}
              markerEnd={`url(#${arrow})`}
              d={curve(points)}
            />
          ))}
          {drawing.boxes.map((box) => (
            <Step key={box.node.id} box={box} />
          ))}
          {drawing.lines.map(({ edge, label }) =>
            label.lines.map((line, i) => (
              <text
                key={`${edge.from} ${edge.to} ${i}`}
                x={label.x}
                y={label.y + (i - (label.lines.length - 1) / 2) * LINE + 4}
                className={mergeClasses(styles.text, styles.label)}
              >
                {line}
              </text>
            )),
          )}
        </svg>
      </div>
    </div>
  );
}

/** The steps that every case has and the moments between them; or all of them. */
function shownOf({ nodes, edges }: ProtocolView['flow'], all: boolean): ProtocolView['flow'] {
  if (all) return { nodes, edges };
  const usual = new Set(nodes.filter((node) => node.usual).map(({ id }) => id));
  const moment = new Set(nodes.filter(({ look }) => look === 'moment').map(({ id }) => id));
  const kept = edges.filter(
    ({ from, to }) =>
      (usual.has(from) && (usual.has(to) || moment.has(to))) || (moment.has(from) && usual.has(to)),
  );
  const reached = new Set([...usual, ...kept.flatMap(({ from, to }) => [from, to])]);
  return { nodes: nodes.filter(({ id }) => reached.has(id)), edges: kept };
}

function Step({ box: { node, x, y, width, height, lines } }: { box: Box<Drawn> }) {
  const styles = useStyles();
  const first = y - ((lines.length + (node.who ? 1 : 0)) * LINE) / 2 + 12;
  const drawn = (
    <>
      <rect
        x={x - width / 2}
        y={y - height / 2}
        width={width}
        height={height}
        rx={node.look === 'moment' ? height / 2 : 6}
        className={mergeClasses(styles.box, node.look !== 'step' && styles[node.look])}
      />
      {lines.map((line, i) => (
        <text key={i} x={x} y={first + i * LINE} className={mergeClasses(styles.text, styles.title)}>
          {line}
        </text>
      ))}
      {node.who && (
        <text x={x} y={first + lines.length * LINE} className={mergeClasses(styles.text, styles.who)}>
          {node.who}
        </text>
      )}
    </>
  );
  if (node.look === 'moment') return <g>{drawn}</g>;
  return (
    <a href={stepHref(node.id.replace(/^stap:/, ''))} aria-label={node.title} className={styles.link}>
      {drawn}
    </a>
  );
}
