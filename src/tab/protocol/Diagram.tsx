/** The steps of the protocol drawn: what leads to what. Each box leads to its step in the list under it, which tells the same in words. */
import { Switch, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { FlowEdge, FlowNode, ProtocolView } from '../../api/contract/protocol.ts';
import { Drawing, DrawnBox } from '../components/Drawing.tsx';
import type { Box } from '../components/drawingLayout.ts';
import { drawingOf } from '../components/drawingLayout.ts';
import { stepHref } from './sections.ts';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  side: { strokeDasharray: '5 4' },
  link: {
    outlineStyle: 'none',
    '&:hover > rect': { stroke: tokens.colorBrandStroke1, strokeWidth: '2.5px' },
    '&:focus-visible > rect': { stroke: tokens.colorStrokeFocus2, strokeWidth: '3px' },
  },
});

type Drawn = FlowNode & { state: FlowNode['look'] };

export function Diagram({ flow }: { flow: ProtocolView['flow'] }) {
  const styles = useStyles();
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
      <Drawing
        drawing={drawing}
        name="De stappen als tekening. Onder de tekening staan ze als lijst."
        look={({ dashed }) => (dashed ? 'dashed' : 'plain')}
      >
        {(box) => <Step key={box.node.id} box={box} />}
      </Drawing>
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

function Step({ box }: { box: Box<Drawn> }) {
  const styles = useStyles();
  const { id, title, look, who } = box.node;
  if (look === 'moment')
    return (
      <g>
        <DrawnBox box={box} />
      </g>
    );
  return (
    <a href={stepHref(id.replace(/^stap:/, ''))} aria-label={title} className={styles.link}>
      <DrawnBox box={box} under={who ?? ''} look={look === 'side' ? styles.side : undefined} />
    </a>
  );
}
