/** The path as a drawing, in the colours of the theme. Each step can be reached with the keyboard; its details stand under it. */
import { Card, Subtitle2, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { PathEdge, PathNode } from '../../api/contract/case.ts';
import type { Box } from './pathLayout.ts';
import { curve, drawingOf } from './pathLayout.ts';
import { stateWords } from './pathWords.ts';

const useStyles = makeStyles({
  frame: { overflow: 'auto', maxHeight: '44rem' },
  drawing: { display: 'block', flexShrink: 0, marginInline: 'auto' },
  details: { display: 'grid', rowGap: tokens.spacingVerticalXS, minHeight: '4.5rem', alignContent: 'start' },
  title: { margin: 0 },
  box: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1.5px',
  },
  node: {
    cursor: 'pointer',
    outlineStyle: 'none',
    '&:focus-visible > rect': { stroke: tokens.colorStrokeFocus2, strokeWidth: '3px' },
  },
  chosen: { '& > rect': { strokeWidth: '3px' } },
  done: { fill: tokens.colorPaletteGreenBackground1, stroke: tokens.colorPaletteGreenForeground1 },
  open: { fill: tokens.colorBrandBackground2, stroke: tokens.colorBrandStroke1 },
  late: { fill: tokens.colorPaletteRedBackground1, stroke: tokens.colorPaletteRedForeground1 },
  skipped: { strokeDasharray: '2 3' },
  may: { strokeDasharray: '6 4' },
  moment: { fill: tokens.colorNeutralBackground3 },
  text: {
    fill: tokens.colorNeutralForeground1,
    fontSize: '12px',
    fontFamily: tokens.fontFamilyBase,
    textAnchor: 'middle',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  state: { fill: tokens.colorNeutralForeground2 },
  lateText: { fill: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  line: {
    fill: 'none',
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1.25px',
    strokeDasharray: '5 4',
  },
  gone: { strokeDasharray: 'none', strokeWidth: '2px' },
  head: { fill: tokens.colorNeutralStrokeAccessible },
});

interface Props {
  nodes: PathNode[];
  edges: PathEdge[];
}

export function PathDrawing({ nodes, edges }: Props) {
  const styles = useStyles();
  const arrow = useId();
  const drawing = useMemo(() => drawingOf(nodes, edges), [nodes, edges]);
  const [chosen, setChosen] = useState<string>();
  const node = nodes.find((n) => n.id === chosen);
  const frame = useRef<HTMLDivElement>(null);
  // A wide drawing begins where the case is now.
  useEffect(() => {
    const now = drawing.boxes.find(({ node: { state } }) => state === 'open' || state === 'late');
    if (frame.current && now) frame.current.scrollLeft = now.x - frame.current.clientWidth / 2;
  }, [drawing]);
  return (
    <>
      <Card ref={frame} className={styles.frame}>
        <svg
          className={styles.drawing}
          role="group"
          aria-label="Het pad van deze zaak door het protocol"
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
              className={mergeClasses(styles.line, edge.gone && styles.gone)}
              markerEnd={`url(#${arrow})`}
              d={curve(points)}
            />
          ))}
          {drawing.boxes.map((box) => (
            <Step
              key={box.node.id}
              box={box}
              chosen={box.node.id === chosen}
              onChoose={() => setChosen(box.node.id)}
            />
          ))}
        </svg>
      </Card>
      <Card className={styles.details} role="status">
        {node ? (
          <>
            <Subtitle2 as="h3" className={styles.title}>
              {node.title}
            </Subtitle2>
            {node.state !== 'moment' && <Text>{stateWords[node.state]}</Text>}
            {node.more.map((line) => (
              <Text key={line}>{line}</Text>
            ))}
            {edges
              .filter((edge) => edge.from === node.id && edge.label !== undefined)
              .map((edge) => (
                <Text key={edge.to} size={200}>
                  Bij {edge.label}: {nodes.find((n) => n.id === edge.to)?.title}
                </Text>
              ))}
          </>
        ) : (
          <Text>Kies een stap in de tekening om er meer over te lezen.</Text>
        )}
      </Card>
    </>
  );
}

function Step({ box, chosen, onChoose }: { box: Box; chosen: boolean; onChoose: () => void }) {
  const styles = useStyles();
  const { node, x, y, width, height, lines } = box;
  const moment = node.state === 'moment';
  const first = y - ((lines.length + (moment ? 0 : 1)) * 16) / 2 + 12;
  return (
    <g
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-label={moment ? node.title : `${node.title}: ${stateWords[node.state]}`}
      className={mergeClasses(styles.node, chosen && styles.chosen)}
      onClick={onChoose}
      onFocus={onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          onChoose();
        }
      }}
    >
      <rect
        x={x - width / 2}
        y={y - height / 2}
        width={width}
        height={height}
        rx={moment ? height / 2 : 6}
        className={mergeClasses(styles.box, styles[node.state])}
      />
      {lines.map((line, i) => (
        <text key={i} x={x} y={first + i * 16} className={mergeClasses(styles.text, styles.strong)}>
          {line}
        </text>
      ))}
      {!moment && (
        <text
          x={x}
          y={first + lines.length * 16}
          className={mergeClasses(styles.text, styles.state, node.state === 'late' && styles.lateText)}
        >
          {marks[node.state]} {stateWords[node.state]}
        </text>
      )}
    </g>
  );
}

/** So that it does not hang on colour. */
const marks: Record<PathNode['state'], string> = {
  done: '✓',
  open: '●',
  late: '!',
  skipped: '–',
  may: '○',
  moment: '',
};
