/** The closed cases of a school year, a page at a time. */
import {
  Button,
  Card,
  Link,
  Select,
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
import { useCallback, useEffect, useRef, useState } from 'react';
import { yearWords } from '../year/words.ts';
import { Back } from '../components/Back.tsx';
import { Failed } from '../components/Failed.tsx';
import type { ClosedLine } from '../../api/contract/cases.ts';
import { ClosedList } from '../../api/contract/cases.ts';
import { paths } from '../../api/contract/paths.ts';
import { get } from '../api.ts';
import { Loading } from '../components/Loading.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { useNarrow } from '../components/useNarrow.ts';
import { longDay } from '../dates.ts';
import { caseHref, listHref, setQuery } from '../route.ts';
import type { Place } from '../route.ts';
import { useAnswer } from '../useAnswer.ts';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  table: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
  header: { fontWeight: tokens.fontWeightSemibold },
  first: { paddingLeft: tokens.spacingHorizontalL },
  cell: { height: 'auto', paddingTop: tokens.spacingVerticalM, paddingBottom: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  card: { rowGap: tokens.spacingVerticalXS },
  more: { color: tokens.colorNeutralForeground2 },
  pages: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

export function ClosedPage({ place }: { place: Place }) {
  const styles = useStyles();
  const [year, from] = [place.query.get('jaar'), place.query.get('vanaf')];
  const ask = useCallback(
    (signal: AbortSignal) => {
      const query = new URLSearchParams({ ...(year && { jaar: year }), ...(from && { vanaf: from }) });
      return get(`${paths.closed}?${query}`, ClosedList, signal);
    },
    [year, from],
  );
  const { value, problem, retry } = useAnswer(ask);
  // While the next page comes, the one that is there stays.
  const [last, setLast] = useState<ClosedList>();
  useEffect(() => {
    if (value) setLast(value);
  }, [value]);
  const list = value ?? last;
  const top = useRef<HTMLDivElement>(null);
  const go = (to: Record<string, string>) => {
    setQuery(place, new URLSearchParams(to));
    window.scrollTo(0, 0);
    top.current?.focus();
  };
  return (
    <div className={styles.page}>
      <Back href={listHref}>Alle open zaken</Back>
      {problem ? (
        <Failed title="De gesloten zaken kunnen niet worden getoond" problem={problem} onRetry={retry} />
      ) : !list ? (
        <Loading label="De gesloten zaken worden geladen" />
      ) : (
        <>
          <PageTitle
            title="Gesloten zaken"
            sub={countWords(list)}
            beside={
              list.years.length > 1 && (
                <Select
                  aria-label="Schooljaar"
                  value={list.year}
                  onChange={(_, data) => go({ jaar: data.value })}
                >
                  {list.years.map((y) => (
                    <option key={y} value={y}>
                      Schooljaar {yearWords(y)}
                    </option>
                  ))}
                </Select>
              )
            }
          />
          <div ref={top} tabIndex={-1} style={{ outline: 'none' }} role="status">
            {list.total > list.cases.length && (
              <Text>
                {list.from + 1} tot en met {list.from + list.cases.length} van {list.total}
              </Text>
            )}
          </div>
          {list.cases.length === 0 ? (
            <Text size={400}>
              In dit schooljaar is nog geen zaak gesloten die jij mag zien.{' '}
              <Link inline href={listHref}>
                Naar de open zaken
              </Link>
            </Text>
          ) : (
            <Lines cases={list.cases} />
          )}
          {(list.from > 0 || list.next !== undefined) && (
            <nav aria-label="Bladeren" className={styles.pages}>
              <Button
                disabled={list.from === 0}
                onClick={() =>
                  go({ jaar: String(list.year), vanaf: String(Math.max(0, list.from - list.cases.length)) })
                }
              >
                Nieuwere
              </Button>
              <Button
                disabled={list.next === undefined}
                onClick={() => go({ jaar: String(list.year), vanaf: String(list.next) })}
              >
                Oudere
              </Button>
            </nav>
          )}
        </>
      )}
    </div>
  );
}

const countWords = ({ total, year }: ClosedList) =>
  `${total === 0 ? 'Geen zaken' : total === 1 ? '1 zaak' : `${total} zaken`} gesloten in schooljaar ${yearWords(year)}`;

function Lines({ cases }: { cases: ClosedLine[] }) {
  const styles = useStyles();
  const narrow = useNarrow();
  const outcome = (line: ClosedLine) => line.outcome ?? 'Afgerond';
  if (narrow)
    return (
      <ul className={styles.list} aria-label="Gesloten zaken">
        {cases.map((line) => (
          <li key={line.id}>
            <Card className={styles.card}>
              <Link href={caseHref(line.id)}>{line.number}</Link>
              {line.group !== undefined && <Text className={styles.more}>{line.group}</Text>}
              <Text weight="semibold">{outcome(line)}</Text>
              <Text>Geopend {longDay(line.opened)}</Text>
              <Text>Gesloten {longDay(line.closed)}</Text>
            </Card>
          </li>
        ))}
      </ul>
    );
  return (
    <Table aria-label="Gesloten zaken" className={styles.table}>
      <TableHeader>
        <TableRow>
          {['Zaak', 'Groep', 'Geopend', 'Gesloten', 'Hoe het afliep'].map((title, i) => (
            <TableHeaderCell key={title} className={mergeClasses(styles.header, i === 0 && styles.first)}>
              {title}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {cases.map((line) => (
          <TableRow key={line.id}>
            <TableCell className={mergeClasses(styles.cell, styles.first)}>
              <Link href={caseHref(line.id)}>{line.number}</Link>
            </TableCell>
            <TableCell className={styles.cell}>{line.group ?? '–'}</TableCell>
            <TableCell className={styles.cell}>{longDay(line.opened)}</TableCell>
            <TableCell className={styles.cell}>{longDay(line.closed)}</TableCell>
            <TableCell className={styles.cell}>{outcome(line)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
