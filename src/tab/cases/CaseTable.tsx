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
import { memo } from 'react';
import type { CaseLine } from '../../api/contract/cases.ts';
import type { CaseFilter, Sort } from '../../api/contract/filter.ts';
import { shortDay } from '../dates.ts';
import { Behaviours } from './Behaviours.tsx';
import { CaseLink } from './CaseLink.tsx';
import type { CaseGroup } from './caseGroups.ts';
import { LateBadge } from '../components/LateBadge.tsx';
import { WhyThen } from '../components/WhyThen.tsx';
import { leadWords, reportsWords } from '../components/caseWords.ts';

const useStyles = makeStyles({
  table: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
  header: { fontWeight: tokens.fontWeightSemibold },
  number: { width: '13%' },
  group: { width: '9%' },
  due: { width: '21%' },
  round: { width: '9%' },
  behaviours: { width: '13%' },
  heading: {
    height: 'auto',
    paddingBlock: `${tokens.spacingVerticalL} ${tokens.spacingVerticalS}`,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: { position: 'relative', cursor: 'pointer' },
  late: { boxShadow: `inset 3px 0 0 ${tokens.colorPaletteRedBorderActive}` },
  cell: {
    // Not `relative`, as Fluent makes it: that would lift the cell over the link that covers the row.
    position: 'static',
    height: 'auto',
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
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

interface Props {
  groups: CaseGroup[];
  sort: CaseFilter['sort'];
  onSort: (by: Sort) => void;
  onLeave: (id: string) => void;
}

/** The open cases where there is room for columns. */
export const CaseTable = memo(function CaseTable({ groups, sort, onSort, onLeave }: Props) {
  const styles = useStyles();
  const column = (by: Sort, title: string, ...classes: string[]) => (
    <TableHeaderCell
      className={mergeClasses(styles.header, ...classes)}
      sortable
      sortDirection={sort?.by === by ? (sort.down ? 'descending' : 'ascending') : undefined}
      onClick={() => onSort(by)}
    >
      {title}
    </TableHeaderCell>
  );
  return (
    <Table aria-label="Open zaken" className={styles.table}>
      <TableHeader>
        <TableRow>
          {column('nummer', 'Zaak', styles.number, styles.first)}
          {column('groep', 'Groep', styles.group)}
          {column('stap', 'Stap')}
          {column('wie', 'Aan zet')}
          {column('datum', 'Uiterlijk', styles.due)}
          {column('ronde', 'Ronde', styles.round)}
          <TableHeaderCell className={mergeClasses(styles.header, styles.behaviours)}>Gedrag</TableHeaderCell>
        </TableRow>
      </TableHeader>
      {groups.map(({ title, lines }) => (
        <TableBody key={title ?? ''}>
          {title !== undefined && (
            <tr>
              <th colSpan={7} scope="rowgroup" className={mergeClasses(styles.heading, styles.first)}>
                {title} ({lines.length})
              </th>
            </tr>
          )}
          {lines.map((line) => (
            <Row key={line.id} line={line} onLeave={onLeave} />
          ))}
        </TableBody>
      ))}
    </Table>
  );
});

function Row({ line, onLeave }: { line: CaseLine; onLeave: (id: string) => void }) {
  const styles = useStyles();
  const lead = leadWords(line.lead);
  return (
    <TableRow className={mergeClasses(styles.row, line.late && styles.late)}>
      <TableCell className={mergeClasses(styles.cell, styles.first)}>
        <CaseLink line={line} onLeave={onLeave} />
        <Second text={line.initials} />
        <Second text={reportsWords(line)} />
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
      <TableCell className={styles.cell}>{line.round}</TableCell>
      <TableCell className={styles.cell}>
        <Behaviours behaviours={line.behaviours} />
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
