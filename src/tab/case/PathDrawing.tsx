/** The path as a drawing. Each step can be reached with the keyboard; its details stand under it. */
import { Card, Subtitle2, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PathEdge, PathNode } from '../../api/contract/case.ts';
import { Drawing, DrawnBox } from '../components/Drawing.tsx';
import type { Box } from '../components/drawingLayout.ts';
import { drawingOf } from '../components/drawingLayout.ts';
import { stateWords } from './pathWords.ts';

const useStyles = makeStyles({
  details: { display: 'grid', rowGap: tokens.spacingVerticalXS, minHeight: '4.5rem', alignContent: 'start' },
  title: { margin: 0 },
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
  lateText: { fill: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  nodes: PathNode[];
  edges: PathEdge[];
}

export function PathDrawing({ nodes, edges }: Props) {
  const drawing = useMemo(() => drawingOf(nodes, edges), [nodes, edges]);
  const [chosen, setChosen] = useState<string>();
  const frame = useRef<HTMLDivElement>(null);
  // A wide drawing begins where the case is now.
  useEffect(() => {
    const now = drawing.boxes.find(({ node: { state } }) => state === 'open' || state === 'late');
    if (frame.current && now) frame.current.scrollLeft = now.x - frame.current.clientWidth / 2;
  }, [drawing]);
  return (
    <>
      <Drawing
        frame={frame}
        drawing={drawing}
        name="Het pad van deze zaak door het protocol"
        look={({ gone }) => (gone ? 'strong' : 'dashed')}
      >
        {(box) => (
          <Step
            key={box.node.id}
            box={box}
            chosen={box.node.id === chosen}
            onChoose={() => setChosen(box.node.id)}
          />
        )}
      </Drawing>
      <Details node={nodes.find((n) => n.id === chosen)} {...{ nodes, edges }} />
    </>
  );
}

function Details({ node, nodes, edges }: Props & { node: PathNode | undefined }) {
  const styles = useStyles();
  return (
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
  );
}

function Step({ box, chosen, onChoose }: { box: Box; chosen: boolean; onChoose: () => void }) {
  const styles = useStyles();
  const { title, state } = box.node;
  return (
    <g
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-label={state === 'moment' ? title : `${title}: ${stateWords[state]}`}
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
      {state === 'moment' ? (
        <DrawnBox box={box} />
      ) : (
        <DrawnBox
          box={box}
          under={`${marks[state]} ${stateWords[state]}`}
          look={styles[state]}
          underLook={state === 'late' ? styles.lateText : undefined}
        />
      )}
    </g>
  );
}

/** So that it does not hang on colour. */
const marks: Record<Exclude<PathNode['state'], 'moment'>, string> = {
  done: '✓',
  open: '●',
  late: '!',
  skipped: '–',
  may: '○',
};
