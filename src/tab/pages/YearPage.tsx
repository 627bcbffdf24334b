/** The school year: its planning with dates and ticks, the first figures, and its turn (K21, M12, Z10–Z12, A7, P21). */
import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Suspense, lazy, useCallback } from 'react';
import { Failed } from '../components/Failed.tsx';
import { paths } from '../../api/contract/paths.ts';
import { YearFigures, YearView } from '../../api/contract/year.ts';
import { poll } from '../api.ts';
import { Loading } from '../components/Loading.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { useMe } from '../me.ts';
import type { Place } from '../route.ts';
import { setQuery } from '../route.ts';
import { usePolled } from '../usePolled.ts';
import { Cycle } from '../year/Cycle.tsx';
import { Turn } from '../year/Turn.tsx';
import { yearWords } from '../year/words.ts';

/** Charts are heavy: the planning does not wait for them. */
const Figures = lazy(() => import('../year/Figures.tsx').then((m) => ({ default: m.Figures })));

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalXXL, minWidth: 0 },
});

export function YearPage({ place }: { place: Place }) {
  const styles = useStyles();
  const me = useMe();
  const asked = place.query.get('jaar');
  const query = asked === null ? '' : `?jaar=${encodeURIComponent(asked)}`;
  const ask = useCallback(
    (signal: AbortSignal, etag?: string) => poll(paths.year + query, YearView, signal, etag),
    [query],
  );
  // While another year is looked up the page stays, and the focus with it.
  const { value: view, problem, look } = usePolled(ask);
  if (problem && !view)
    return <Failed title="Het schooljaar kan niet worden getoond" problem={problem} onRetry={look} />;
  if (!view) return <Loading label="Het schooljaar wordt geladen" />;
  const choose = (year: string) => setQuery(place, new URLSearchParams({ jaar: year }));
  return (
    <div className={styles.page}>
      <PageTitle
        title="Jaar"
        sub={`Schooljaar ${yearWords(view.year)}`}
        beside={
          view.years.length > 1 && (
            <Field label="Schooljaar">
              <Select value={String(view.year)} onChange={(_, { value }) => choose(value)}>
                {view.years.map((year) => (
                  <option key={year} value={year}>
                    {yearWords(year)}
                  </option>
                ))}
              </Select>
            </Field>
          )
        }
      />
      {problem && (
        <MessageBar intent="warning" layout="multiline" role="status">
          <MessageBarBody>Dit is misschien niet meer actueel. {problem.message}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={look}>Probeer opnieuw</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <Cycle view={view} />
      <Suspense fallback={<Loading label="De cijfers worden geladen" />}>
        <FiguresOf key={view.year} year={view.year} />
      </Suspense>
      {me.coordinates && view.year === view.years[0] && <Turn />}
    </div>
  );
}

/** Each look reads a whole year of cases: less often than what people wait for, and whenever the page comes back in sight. */
const FIGURES_MS = 5 * 60_000;

function FiguresOf({ year }: { year: number }) {
  const ask = useCallback(
    (signal: AbortSignal, etag?: string) => poll(`${paths.figures}?jaar=${year}`, YearFigures, signal, etag),
    [year],
  );
  const { value, problem, look } = usePolled(ask, true, FIGURES_MS);
  // Not for everybody: then the page has none.
  if (problem?.status === 403) return null;
  if (problem && !value)
    return <Failed title="De cijfers kunnen niet worden getoond" problem={problem} onRetry={look} />;
  return value ? <Figures figures={value} /> : <Loading label="De cijfers worden geladen" />;
}
