/** One case: what is open, who takes part and what happened. */
import { Badge, Link, Text, Title2, Subtitle1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useRef } from 'react';
import { CaseView } from '../../api/contract/case.ts';
import { paths } from '../../api/contract/paths.ts';
import { poll } from '../api.ts';
import { CaseNotes } from '../components/CaseNotes.tsx';
import { calledOf, chargeWords } from '../components/caseWords.ts';
import { LateBadge } from '../components/LateBadge.tsx';
import { Loading } from '../components/Loading.tsx';
import { Notice } from '../components/Notice.tsx';
import { Participants } from '../components/Participants.tsx';
import { StepCard } from '../components/StepCard.tsx';
import { Timeline } from '../components/Timeline.tsx';
import { shortDay } from '../dates.ts';
import { listHref } from '../route.ts';
import { usePolled } from '../usePolled.ts';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL },
  back: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  titleRow: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  title: { margin: 0, outlineStyle: 'none' },
  sub: { display: 'block', color: tokens.colorNeutralForeground2, marginTop: tokens.spacingVerticalXS },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 20rem)',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXXL,
    alignItems: 'start',
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  part: { display: 'grid', rowGap: tokens.spacingVerticalM },
  main: { display: 'grid', rowGap: tokens.spacingVerticalXXL },
});

export function CasePage({ id }: { id: string }) {
  const styles = useStyles();
  const ask = useCallback(
    (signal: AbortSignal, etag?: string) => poll(paths.case(id), CaseView, signal, etag),
    [id],
  );
  const { value, problem, look } = usePolled(ask);
  return (
    <div className={styles.page}>
      <nav aria-label="Terug">
        <Link href={listHref} className={styles.back}>
          <ArrowLeftRegular /> Alle open zaken
        </Link>
      </nav>
      {value && <CaseContent view={value} />}
      {/* Our own words: whatever answered 404, it reads the same. */}
      {problem?.status === 404 && (
        <Notice title="Geen zaak gevonden">Deze zaak is er niet, of je mag hem niet zien.</Notice>
      )}
      {problem && problem.status !== 404 && !value && (
        <Notice
          title="De zaak kan niet worden getoond"
          alert
          action={{ label: 'Probeer opnieuw', onClick: look }}
        >
          {problem.message}
        </Notice>
      )}
      {!value && !problem && <Loading label="De zaak wordt geladen" />}
    </div>
  );
}

function CaseContent({ view }: { view: CaseView }) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  const called = calledOf(view);
  useEffect(() => {
    document.title = `${called} – Meldpunt`;
    // A new page begins at its title, for the eye and for a screen reader.
    window.scrollTo(0, 0);
    title.current?.focus();
  }, [called]);

  const closed = view.status === 'closed';
  const ofYear = view.schoolYear !== undefined;
  const round = ofYear ? undefined : `ronde ${view.round}`;
  const about = [view.group, round, view.protocol].filter((w) => w !== undefined).join(' · ');
  return (
    <>
      <header>
        <div className={styles.titleRow}>
          <h1 className={styles.title} tabIndex={-1} ref={title}>
            <Title2>{called}</Title2>
          </h1>
          {view.openSteps.some((step) => step.late) && <LateBadge />}
          {closed && (
            <Badge appearance="outline" color="informative">
              gesloten
            </Badge>
          )}
        </div>
        <Text className={styles.sub}>{about}</Text>
        {!closed && <Text className={styles.sub}>Aan zet: {chargeWords(view.lead)}</Text>}
        {view.handover && (
          <Text className={styles.sub}>Gevraagd om over te nemen: {chargeWords(view.handover)}</Text>
        )}
        {view.helpers.length > 0 && (
          <Text className={styles.sub}>Helpt mee: {view.helpers.map(chargeWords).join(', ')}</Text>
        )}
      </header>
      <div className={styles.columns}>
        <div className={styles.main}>
          <section className={styles.part} aria-labelledby="stappen">
            <Subtitle1 as="h2" id="stappen" className={styles.title}>
              Open stappen
            </Subtitle1>
            {view.openSteps.map((step) => (
              <StepCard key={step.key} step={step} />
            ))}
            {view.openSteps.length === 0 && (
              <Text>{closed ? 'Deze zaak is gesloten.' : 'Er staan nu geen stappen open.'}</Text>
            )}
            {view.waitsUntil && (
              <Text>Geen stap heeft een datum. Meldpunt vraagt het weer op {shortDay(view.waitsUntil)}.</Text>
            )}
          </section>
          <Timeline entries={view.chronology} />
        </div>
        <div className={styles.main}>
          {!ofYear && <Participants participants={view.participants} />}
          <CaseNotes view={view} />
        </div>
      </div>
    </>
  );
}
