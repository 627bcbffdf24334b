/** The list of open cases: one look says what is late and who must act (A4). */
import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArchiveRegular, ArrowDownloadRegular } from '@fluentui/react-icons';
import { useCallback, useDeferredValue, useLayoutEffect, useMemo, useState } from 'react';
import { Failed } from '../components/Failed.tsx';
import type { CaseLine, CaseList } from '../../api/contract/cases.ts';
import { listed, readFilter } from '../../api/contract/filter.ts';
import type { Sort } from '../../api/contract/filter.ts';
import { paths } from '../../api/contract/paths.ts';
import { ApiProblem, download } from '../api.ts';
import { BehaviourLegend } from '../cases/Behaviours.tsx';
import { CaseCards } from '../cases/CaseCards.tsx';
import { CaseFilters, cleared, isFiltered } from '../cases/CaseFilters.tsx';
import { groupingIn, groupsOf } from '../cases/caseGroups.ts';
import { CaseTable } from '../cases/CaseTable.tsx';
import { Loading } from '../components/Loading.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { Undelivered } from '../cases/Undelivered.tsx';
import { useNarrow } from '../components/useNarrow.ts';
import { useMe } from '../me.ts';
import { hrefOf, setQuery } from '../route.ts';
import type { Place } from '../route.ts';
import type { Polled } from '../usePolled.ts';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  none: { display: 'grid', justifyItems: 'start', rowGap: tokens.spacingVerticalM },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Where the list was left for a case, to come back to. */
export interface Left {
  caseId?: string;
  scroll: number;
  /** Its filters. */
  query: string;
}
interface Props {
  open: Polled<CaseList>;
  place: Place;
  left: Left;
  onLeave: (caseId: string) => void;
}

export function CasesPage({ open: { value: list, problem, look }, place, left, onLeave }: Props) {
  const styles = useStyles();
  const narrow = useNarrow();
  const me = useMe();
  const query = useDeferredValue(place.query);
  const { filter, shown, groups } = useMemo(() => {
    const filter = readFilter(query);
    const shown = listed(list?.cases ?? [], filter);
    return { filter, shown, groups: groupsOf(shown, groupingIn(query), filter.sort !== undefined) };
  }, [list, query]);
  const change = useCallback((next: URLSearchParams) => setQuery(place, next), [place]);
  const sort = useCallback(
    (by: Sort) => {
      const next = new URLSearchParams(place.query);
      const now = next.get('sorteer');
      // A third press goes back to what is urgent.
      if (now === `-${by}`) next.delete('sorteer');
      else next.set('sorteer', now === by ? `-${by}` : by);
      setQuery(place, next);
    },
    [place],
  );
  // The list that is there at once is the one that was left: only then is there a place to go back to.
  const [comesBack] = useState(list !== undefined);
  const [first] = useState(place);
  useLayoutEffect(() => {
    if (!comesBack || left.caseId === undefined) return;
    // A link leads to the whole list, "back" to the list as it was: both end where one was.
    if (first.query.size === 0 && left.query) setQuery(first, new URLSearchParams(left.query));
    document
      .querySelector<HTMLElement>(`[data-case="${CSS.escape(left.caseId)}"]`)
      ?.focus({ preventScroll: true });
    window.scrollTo(0, left.scroll);
  }, [comesBack, left, first]);

  if (!list && problem)
    return <Failed title="De zaken kunnen niet worden getoond" problem={problem} onRetry={look} />;
  if (!list) return <Loading label="De zaken worden geladen" />;

  const filtered = isFiltered(place.query);
  const sub = [countWords(list.cases), me.school].filter((words) => words !== undefined).join(' · ');
  return (
    <div className={styles.page}>
      <PageTitle title="Open zaken" sub={sub} beside={<Ways list={list} query={place.query} />} />
      {problem && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>Deze lijst is misschien niet meer actueel. {problem.message}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={look}>Probeer opnieuw</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {list.undelivered.length > 0 && <Undelivered messages={list.undelivered} />}
      {(list.cases.length > 1 || filtered) && (
        <CaseFilters lines={list.cases} query={place.query} onQuery={change} />
      )}
      <div role="status" className={styles.unseen}>
        {filtered && list.cases.length > 0 && `${shown.length} van ${list.cases.length} zaken`}
      </div>
      {list.cases.length === 0 && (
        <div className={styles.none}>
          <Text size={400}>
            {me.coordinates
              ? 'Er zijn nu geen open zaken op school.'
              : 'Er zijn geen open zaken die jij mag zien. Je ziet een zaak als je aan zet bent, meehelpt of een stap doet.'}
          </Text>
          <Text size={400}>
            Zie of hoor je iets?{' '}
            <Link inline href={hrefOf('melden')}>
              Maak een melding
            </Link>
            .
          </Text>
        </div>
      )}
      {list.cases.length > 0 && shown.length === 0 && (
        <div className={styles.none}>
          <Text size={400}>Geen van de {list.cases.length} zaken past bij wat je zoekt.</Text>
          <Button onClick={() => change(cleared(place.query))}>Toon alle zaken</Button>
        </div>
      )}
      {shown.length > 0 && narrow && <CaseCards groups={groups} onLeave={onLeave} />}
      {shown.length > 0 && !narrow && (
        <>
          <CaseTable groups={groups} sort={filter.sort} onSort={sort} onLeave={onLeave} />
          <BehaviourLegend lines={shown} />
        </>
      )}
    </div>
  );
}

/** To the closed cases, and the list as a file. */
function Ways({ list, query }: { list: CaseList; query: URLSearchParams }) {
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await download(`${paths.casesFile}?${query}`, `open-zaken-${list.today}.xlsx`);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.message : 'Er ging iets mis.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button as="a" href={hrefOf('gesloten')} appearance="subtle" icon={<ArchiveRegular />}>
        Gesloten zaken
      </Button>
      {list.cases.length > 0 && (
        <Button
          appearance="subtle"
          icon={<ArrowDownloadRegular />}
          disabledFocusable={busy}
          onClick={() => void save()}
        >
          Opslaan als Excel, zonder namen
        </Button>
      )}
      {problem !== undefined && (
        <MessageBar intent="error" role="alert" layout="multiline">
          <MessageBarBody>Het bestand is niet gemaakt. {problem}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

/** "4 open zaken, 1 te laat"; nothing when there is nothing to count. */
function countWords(cases: CaseLine[]): string | undefined {
  if (cases.length === 0) return undefined;
  const late = cases.filter((line) => line.late).length;
  return `${cases.length} open ${cases.length === 1 ? 'zaak' : 'zaken'}, ${late || 'niets'} te laat`;
}
