/** A chart with what it says in words and, beside it, the same as a table. */
import {
  Card,
  Subtitle2,
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
import { useId } from 'react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  figure: { margin: 0, display: 'grid', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  title: { margin: 0 },
  caption: { display: 'block', color: tokens.colorNeutralForeground2 },
  beside: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    '@media (max-width: 768px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // Fluent's legend would write each word with a capital.
  chart: { minWidth: 0, '& *': { textTransform: 'none' } },
  table: { tableLayout: 'auto' },
  cell: { height: 'auto', paddingBlock: tokens.spacingVerticalXS },
  number: { textAlign: 'end', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  numberHead: { justifyContent: 'end', whiteSpace: 'nowrap' },
});

interface Props {
  title: string;
  caption: string;
  /** Absent where there is too little to draw. */
  chart?: ReactNode;
  head: string[];
  rows: string[][];
}

export function Figure({ title, caption, chart, head, rows }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <Card>
      <figure className={styles.figure} aria-labelledby={id}>
        <figcaption>
          <Subtitle2 as="h3" id={id} className={styles.title}>
            {title}
          </Subtitle2>
          <Text className={styles.caption}>{caption}</Text>
        </figcaption>
        <div className={chart ? styles.beside : undefined}>
          {/* The table says it all; a chart of drawn bars would only be read twice. */}
          {chart && (
            <div className={styles.chart} aria-hidden inert>
              {chart}
            </div>
          )}
          <Table aria-label={title} size="small" className={styles.table}>
            <TableHeader>
              <TableRow>
                {head.map((word, i) => (
                  <TableHeaderCell key={word} button={i > 0 ? { className: styles.numberHead } : undefined}>
                    {word}
                  </TableHeaderCell>
                ))}
              </TableRow>
            </TableHeader>
            <TableBody>
              {rows.map(([name, ...values]) => (
                <TableRow key={name}>
                  <TableCell className={styles.cell}>{name}</TableCell>
                  {values.map((value, i) => (
                    <TableCell key={i} className={mergeClasses(styles.cell, styles.number)}>
                      {value}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      </figure>
    </Card>
  );
}
