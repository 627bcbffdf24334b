/** The list of open cases: one look says what is late (A4). */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  Title2,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useLayoutEffect, useMemo, useState } from 'react';
import type { CaseLine, CaseList } from '../../api/contract/cases.ts';
import { CaseCards } from '../components/CaseCards.tsx';
import { CaseTable } from '../components/CaseTable.tsx';
import { byUrgency } from '../components/caseWords.ts';
import { Loading } from '../components/Loading.tsx';
import { Notice } from '../components/Notice.tsx';
import { Undelivered } from '../components/Undelivered.tsx';
import { useNarrow } from '../components/useNarrow.ts';
import { useMe } from '../me.ts';
import type { Polled } from '../usePolled.ts';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  title: { margin: 0 },
  sub: { display: 'block', color: tokens.colorNeutralForeground2, marginTop: tokens.spacingVerticalXS },
});

interface Props {
  open: Polled<CaseList>;
  /** Where the list was left for a case. */
  left: { caseId?: string; scroll: number };
  onLeave: (caseId: string) => void;
}

export function CasesPage({ open: { value: list, problem, look }, left, onLeave }: Props) {
  const styles = useStyles();
  const narrow = useNarrow();
  const me = useMe();
  const cases = useMemo(() => list?.cases.toSorted(byUrgency), [list]);
  // The list that is there at once is the one that was left: only then is there a place to go back to.
  const [comesBack] = useState(list !== undefined);
  useLayoutEffect(() => {
    document.title = 'Zaken – Meldpunt';
    if (!comesBack || left.caseId === undefined) return;
    document
      .querySelector<HTMLElement>(`[data-case="${CSS.escape(left.caseId)}"]`)
      ?.focus({ preventScroll: true });
    window.scrollTo(0, left.scroll);
  }, [comesBack, left]);

  if (!cases && problem)
    return (
      <Notice
        title="De zaken kunnen niet worden getoond"
        alert
        action={{ label: 'Probeer opnieuw', onClick: look }}
      >
        {problem.message}
      </Notice>
    );
  if (!cases) return <Loading label="De zaken worden geladen" />;

  const Cases = narrow ? CaseCards : CaseTable;
  return (
    <div className={styles.page}>
      <header>
        <Title2 as="h1" className={styles.title}>
          Open zaken
        </Title2>
        <Text className={styles.sub}>
          {[countWords(cases), me.school].filter((words) => words !== undefined).join(' · ')}
        </Text>
      </header>
      {problem && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>Deze lijst is misschien niet meer actueel. {problem.message}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={look}>Probeer opnieuw</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {list && list.undelivered.length > 0 && <Undelivered messages={list.undelivered} />}
      {cases.length > 0 ? (
        <Cases cases={cases} onLeave={onLeave} />
      ) : (
        <Text size={400}>
          Er zijn geen open zaken die jij mag zien. Zie of hoor je iets? Stuur Meldpunt in de chat het bericht
          ‘melding’.
        </Text>
      )}
    </div>
  );
}

/** "4 open zaken, 1 te laat"; nothing when there is nothing to count. */
function countWords(cases: CaseLine[]): string | undefined {
  if (cases.length === 0) return undefined;
  const late = cases.filter((line) => line.late).length;
  return `${cases.length} open ${cases.length === 1 ? 'zaak' : 'zaken'}, ${late || 'niets'} te laat`;
}
