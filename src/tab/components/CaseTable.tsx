import {
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
import type { CaseLine } from '../../api/contract/cases.ts';
import { shortDay } from '../dates.ts';
import { CaseLink } from './CaseLink.tsx';
import { LateBadge } from './LateBadge.tsx';
import { WhyThen } from './WhyThen.tsx';
import { extraWords, leadWords } from './caseWords.ts';

const useStyles = makeStyles({
  table: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
  header: { fontWeight: tokens.fontWeightSemibold },
  number: { width: '15%' },
  group: { width: '9%' },
  due: { width: '24%' },
  row: { position: 'relative', cursor: 'pointer' },
  late: { boxShadow: `inset 3px 0 0 ${tokens.colorPaletteRedBorderActive}` },
  cell: {
    // Not `relative`, as Fluent makes it: that would lift the cell over the link that covers the row.
    position: 'static',
    height: 'auto',
    paddingBlock: tokens.spacingVerticalM,
    verticalAlign: 'top',
  },
  first: { paddingLeft: tokens.spacingHorizontalL },
  second: { display: 'block', color: tokens.colorNeutralForeground2 },
  when: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    // The button is higher than a line of text; so the date stays level with the rest of its row.
    marginTop: '-2px',
    minHeight: '24px',
  },
});

/** The open cases where there is room for columns. */
export function CaseTable({ cases, onLeave }: { cases: CaseLine[]; onLeave: (id: string) => void }) {
  const styles = useStyles();
  return (
    <Table aria-label="Open zaken" className={styles.table}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={mergeClasses(styles.header, styles.number, styles.first)}>
            Zaak
          </TableHeaderCell>
          <TableHeaderCell className={mergeClasses(styles.header, styles.group)}>Groep</TableHeaderCell>
          <TableHeaderCell className={styles.header}>Stap</TableHeaderCell>
          <TableHeaderCell className={styles.header}>Aan zet</TableHeaderCell>
          <TableHeaderCell className={mergeClasses(styles.header, styles.due)}>Uiterlijk</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {cases.map((line) => (
          <Row key={line.id} line={line} onLeave={onLeave} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ line, onLeave }: { line: CaseLine; onLeave: (id: string) => void }) {
  const styles = useStyles();
  const lead = leadWords(line.lead);
  return (
    <TableRow className={mergeClasses(styles.row, line.late && styles.late)}>
      <TableCell className={mergeClasses(styles.cell, styles.first)}>
        <CaseLink line={line} onLeave={onLeave} />
        <Second text={extraWords(line)} />
      </TableCell>
      <TableCell className={styles.cell}>{line.group ?? '–'}</TableCell>
      <TableCell className={styles.cell}>{line.step ?? 'Geen stap open'}</TableCell>
      <TableCell className={styles.cell}>
        {lead.main}
        <Second text={lead.more} />
      </TableCell>
      <TableCell className={styles.cell}>
        <div className={styles.when}>
          {line.due ? shortDay(line.due.by) : 'Geen datum'}
          {line.due && <WhyThen date={shortDay(line.due.by)} why={line.due.why} />}
          {line.late && <LateBadge />}
        </div>
      </TableCell>
    </TableRow>
  );
}

function Second({ text }: { text: string | undefined }) {
  const styles = useStyles();
  return text ? (
    <Text size={200} className={styles.second}>
      {text}
    </Text>
  ) : null;
}
