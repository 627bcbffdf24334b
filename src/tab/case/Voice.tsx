/** What the pupil said at each talk (P9): how safe, and what they want; the numbers as a line too. */
import { Card, Subtitle1, Text, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId } from 'react';
import type { CaseView } from '../../api/contract/case.ts';
import { useNarrow } from '../components/useNarrow.ts';
import { shortDay } from '../dates.ts';

const VoiceChart = lazy(() => import('./VoiceChart.tsx').then((m) => ({ default: m.VoiceChart })));

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalM },
  title: { margin: 0 },
  table: { borderCollapse: 'collapse', width: '100%', textAlign: 'start' },
  head: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    paddingBottom: tokens.spacingVerticalXS,
  },
  cell: {
    verticalAlign: 'top',
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineEnd: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  day: { whiteSpace: 'nowrap' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
});

export function Voice({ voice }: { voice: CaseView['voice'] }) {
  const styles = useStyles();
  const id = useId();
  const narrow = useNarrow();
  const scores = voice.flatMap(({ on, score }) => (score === undefined ? [] : [{ on, score }]));
  return (
    <section className={styles.part} aria-labelledby={id}>
      <Subtitle1 as="h2" id={id} className={styles.title}>
        De stem van de leerling
      </Subtitle1>
      <Card>
        {scores.length > 1 && (
          <Suspense>
            <VoiceChart scores={scores} />
          </Suspense>
        )}
        {narrow ? <VoiceList voice={voice} /> : <VoiceTable voice={voice} />}
      </Card>
    </section>
  );
}

function VoiceTable({ voice }: { voice: CaseView['voice'] }) {
  const styles = useStyles();
  const scored = voice.some(({ score }) => score !== undefined);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th className={styles.head} scope="col">
            Dag
          </th>
          {scored && (
            <th className={styles.head} scope="col">
              Veilig (0–10)
            </th>
          )}
          <th className={styles.head} scope="col">
            Wat wil de leerling
          </th>
        </tr>
      </thead>
      <tbody>
        {voice.map((entry, i) => (
          <tr key={i}>
            <td className={`${styles.cell} ${styles.day}`}>{shortDay(entry.on)}</td>
            {scored && <td className={styles.cell}>{entry.score ?? '–'}</td>}
            <td className={styles.cell}>
              <Said said={entry.said} />
              {entry.said.length === 0 && '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same where a table does not fit. */
function VoiceList({ voice }: { voice: CaseView['voice'] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {voice.map((entry, i) => (
        <li key={i}>
          <Text weight="semibold">
            {shortDay(entry.on)}
            {entry.score !== undefined && ` · veilig: ${entry.score} van 10`}
          </Text>
          <Said said={entry.said} />
        </li>
      ))}
    </ul>
  );
}

const Said = ({ said }: Pick<CaseView['voice'][number], 'said'>) => {
  const styles = useStyles();
  return said.map((fact) => (
    <div key={fact.label}>
      <Text size={200} className={styles.more}>
        {fact.label}
      </Text>
      <Text>{fact.value}</Text>
    </div>
  ));
};
