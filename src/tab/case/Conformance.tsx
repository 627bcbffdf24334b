/** Each step beside its date: in time, late by how much, or left out and why. */
import {
  Badge,
  Button,
  Card,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { CaseView } from '../../api/contract/case.ts';
import { useNarrow } from '../components/useNarrow.ts';
import { shortDay } from '../dates.ts';
import type { Wanted } from './actForms.ts';

type Row = CaseView['steps'][number];

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalM },
  cell: {
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    verticalAlign: 'top',
  },
  wide: { width: '34%' },
  day: { whiteSpace: 'nowrap' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalL },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
  button: { marginTop: tokens.spacingVerticalXS },
});

interface Props {
  view: CaseView;
  onAct: (wanted: Wanted) => void;
}

export function Conformance({ view, onAct }: Props) {
  const styles = useStyles();
  const narrow = useNarrow();
  const { steps } = view;
  const rounds = view.round > 1;
  const reopen = (row: Row) =>
    row.reopens && (
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        aria-label={`Weer openen: ${row.title}`}
        onClick={() => onAct({ act: 'step.reopen', step: row })}
      >
        Weer openen
      </Button>
    );
  const name = (row: Row) => (
    <>
      <Text weight="semibold">
        {row.title}
        {row.for && ` met ${row.for}`}
      </Text>
      {rounds && (
        <Text size={200} className={styles.more}>
          ronde {row.round}
        </Text>
      )}
      {row.outcome && (
        <Text size={200} className={styles.more}>
          {row.outcome}
        </Text>
      )}
    </>
  );
  return (
    <div className={styles.part}>
      <Text>{summary(steps)}</Text>
      <Card>
        {narrow ? (
          <ul className={styles.list}>
            {steps.map((row) => (
              <li key={row.key}>
                {name(row)}
                <How row={row} />
                <Text size={200} className={styles.more}>
                  {[row.due && `uiterlijk ${shortDay(row.due.by)}`, doneOn(row) && `gedaan ${doneOn(row)}`]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
                {reopen(row)}
              </li>
            ))}
          </ul>
        ) : (
          <Table aria-label="Op tijd of te laat" size="small">
            <TableHeader>
              <TableRow>
                <TableHeaderCell className={styles.wide}>Stap</TableHeaderCell>
                <TableHeaderCell>Uiterlijk</TableHeaderCell>
                <TableHeaderCell>Gedaan</TableHeaderCell>
                <TableHeaderCell className={styles.wide}>Hoe het ging</TableHeaderCell>
              </TableRow>
            </TableHeader>
            <TableBody>
              {steps.map((row) => (
                <TableRow key={row.key}>
                  <TableCell className={styles.cell}>{name(row)}</TableCell>
                  <TableCell className={mergeClasses(styles.cell, styles.day)}>
                    {row.due ? shortDay(row.due.by) : '–'}
                  </TableCell>
                  <TableCell className={mergeClasses(styles.cell, styles.day)}>
                    {doneOn(row) ?? '–'}
                  </TableCell>
                  <TableCell className={styles.cell}>
                    <How row={row} />
                    {reopen(row)}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Card>
    </div>
  );
}

/** The day on which it was done; nothing for what was left out. */
const doneOn = ({ became, on }: Row): string | undefined =>
  on !== undefined && (became === 'in-time' || became === 'late' || became === 'undated')
    ? shortDay(on)
    : undefined;

/** How it went, in words and with a colour; why, where it was left out. */
function How({ row }: { row: Row }) {
  const styles = useStyles();
  const { color, words } = badgeOf(row);
  return (
    <div>
      <Badge appearance="tint" color={color}>
        {words}
      </Badge>
      {row.because && (
        <Text size={200} className={styles.more}>
          {row.because}
        </Text>
      )}
    </div>
  );
}

function badgeOf({ became, lateBy, on }: Row): {
  color: 'success' | 'danger' | 'informative' | 'brand';
  words: string;
} {
  switch (became) {
    case 'in-time':
      return { color: 'success', words: 'op tijd' };
    case 'late': {
      const days = `${lateBy} ${lateBy === 1 ? 'schooldag' : 'schooldagen'} te laat`;
      return { color: 'danger', words: on ? days : `${days}, nog open` };
    }
    case 'undated':
      return { color: 'success', words: 'gedaan, zonder datum' };
    case 'open':
      return { color: 'brand', words: 'open' };
    case 'waits':
      return { color: 'informative', words: 'wacht op een andere stap' };
    case 'skipped':
      return { color: 'informative', words: 'overgeslagen' };
    case 'lapsed':
      return { color: 'informative', words: 'niet meer nodig' };
    case 'dropped':
      return { color: 'informative', words: 'niet meer nodig: zaak gesloten' };
  }
}

/** "4 op tijd, 1 te laat, 1 overgeslagen." */
function summary(steps: Row[]): string {
  const count = (words: string, test: (row: Row) => boolean) => {
    const n = steps.filter(test).length;
    return n === 0 ? [] : [`${n} ${words}`];
  };
  const parts = [
    ...count('op tijd', (row) => row.became === 'in-time'),
    ...count('te laat', (row) => row.became === 'late'),
    ...count('zonder datum gedaan', (row) => row.became === 'undated'),
    ...count('overgeslagen', (row) => row.became === 'skipped'),
    ...count('niet meer nodig', (row) => row.became === 'lapsed' || row.became === 'dropped'),
    ...count('open', (row) => row.became === 'open' || row.became === 'waits'),
  ];
  return parts.length === 0 ? 'Er zijn nog geen stappen.' : `${parts.join(', ')}.`;
}
