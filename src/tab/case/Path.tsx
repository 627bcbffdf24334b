/** The protocol's path through a case: what was done, what is open and what may follow, drawn and as a list. */
import { Card, Switch, Text, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { CaseView, PathNode } from '../../api/contract/case.ts';
import { Loading } from '../components/Loading.tsx';
import { useNarrow } from '../components/useNarrow.ts';
import { stateWords } from './pathWords.ts';

const PathDrawing = lazy(() => import('./PathDrawing.tsx').then((m) => ({ default: m.PathDrawing })));

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export function Path({ path }: { path: CaseView['path'] }) {
  const styles = useStyles();
  const narrow = useNarrow();
  const [whole, setWhole] = useState(false);
  const shown = useMemo(() => {
    const nodes = path.nodes.filter((node) => whole || !node.far);
    const has = new Set(nodes.map((node) => node.id));
    return { nodes, edges: path.edges.filter(({ from, to }) => has.has(from) && has.has(to)) };
  }, [path, whole]);
  const far = path.nodes.filter((node) => node.far).length;
  return (
    <div className={styles.part}>
      {far > 0 && (
        <Switch
          label={`Ook wat later nog kan komen (${far})`}
          checked={whole}
          onChange={(_, { checked }) => setWhole(checked)}
        />
      )}
      {!narrow && (
        <Suspense fallback={<Loading label="Het pad wordt getekend" />}>
          <PathDrawing {...shown} />
        </Suspense>
      )}
      {narrow ? (
        <Card>
          <PathList nodes={shown.nodes} />
        </Card>
      ) : (
        // The drawing tells it by place and colour; whoever hears it gets the same as a list.
        <div className={styles.heard}>
          <PathList nodes={shown.nodes} />
        </div>
      )}
    </div>
  );
}

function PathList({ nodes }: { nodes: readonly PathNode[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Stappen van het protocol in deze zaak">
      {nodes.map((node) => (
        <li key={node.id}>
          <Text weight="semibold">{node.title}</Text>
          {node.state !== 'moment' && <Text> · {stateWords[node.state]}</Text>}
          {node.more.map((line) => (
            <Text key={line} size={200} className={styles.more}>
              {line}
            </Text>
          ))}
        </li>
      ))}
    </ul>
  );
}
