/** Which page is shown, for whom. */
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { Failed } from './components/Failed.tsx';
import { CaseList } from '../api/contract/cases.ts';
import { Me } from '../api/contract/common.ts';
import { paths } from '../api/contract/paths.ts';
import { TaskList } from '../api/contract/tasks.ts';
import { poll } from './api.ts';
import { Loading } from './components/Loading.tsx';
import { Navigation } from './components/Navigation.tsx';
import type { KeptReport } from './report/reportDraft.ts';
import { MeContext } from './me.ts';
import type { Left } from './pages/CasesPage.tsx';
import type { Place } from './route.ts';
import { placeIn, usePlace } from './route.ts';
import { useForm } from './useForm.ts';
import { usePolled } from './usePolled.ts';
import type { Polled } from './usePolled.ts';

const CasesPage = lazy(() => import('./pages/CasesPage.tsx').then((m) => ({ default: m.CasesPage })));
const ClosedPage = lazy(() => import('./pages/ClosedPage.tsx').then((m) => ({ default: m.ClosedPage })));
const TasksPage = lazy(() => import('./pages/TasksPage.tsx').then((m) => ({ default: m.TasksPage })));
const ProtocolPage = lazy(() =>
  import('./pages/ProtocolPage.tsx').then((m) => ({ default: m.ProtocolPage })),
);
const ReportPage = lazy(() => import('./pages/ReportPage.tsx').then((m) => ({ default: m.ReportPage })));
const SchoolPage = lazy(() => import('./pages/SchoolPage.tsx').then((m) => ({ default: m.SchoolPage })));
const LogPage = lazy(() => import('./pages/LogPage.tsx').then((m) => ({ default: m.LogPage })));
const CasePage = lazy(() => import('./pages/CasePage.tsx').then((m) => ({ default: m.CasePage })));
const YearPage = lazy(() => import('./pages/YearPage.tsx').then((m) => ({ default: m.YearPage })));

const askMe = (signal: AbortSignal, etag?: string) => poll(paths.me, Me, signal, etag);
/** What is asked about who looks: a tab stands open for days, and `today` turns meanwhile. */
const ME_MS = 5 * 60_000;
const askCases = (signal: AbortSignal, etag?: string) => poll(paths.cases, CaseList, signal, etag);
const askTasks = (signal: AbortSignal, etag?: string) => poll(paths.tasks, TaskList, signal, etag);

export function Pages() {
  const { value: me, problem, look } = usePolled(askMe, true, ME_MS);
  const place = usePlace();
  if (!me && problem)
    return <Failed title="Meldpunt kan niet worden getoond" problem={problem} onRetry={look} />;
  if (!me) return <Loading label="Meldpunt wordt geladen" />;
  return (
    <MeContext value={me}>
      <Framed place={place} me={me} />
    </MeContext>
  );
}

/** The pages under their navigation, which stays while one is loaded. */
function Framed({ place, me }: { place: Place; me: Me }) {
  const tasks = usePolled(askTasks);
  return (
    <>
      <Navigation me={me} page={place.page} tasks={tasks.value?.count} />
      <Suspense fallback={<Loading label="Het scherm wordt geladen" />}>
        <Page place={place} tasks={tasks} />
      </Suspense>
    </>
  );
}

function Page({ place, tasks }: { place: Place; tasks: Polled<TaskList> }) {
  const open = usePolled(askCases, place.page === 'zaken');
  /** Where the list was left, to come back to. */
  const left = useRef<Left>({ scroll: 0, query: '' });
  const leave = useCallback((to: string) => {
    left.current = {
      caseId: to,
      scroll: window.scrollY,
      query: placeIn(window.location.hash).query.toString(),
    };
  }, []);
  /** What was typed of a report, and what became of it, while the tab is open: also when it is answered on another page. */
  const [report, setReport] = useState<KeptReport>({});
  const reporting = useForm();

  switch (place.page) {
    case 'zaak':
      if (place.id !== undefined) return <CasePage key={place.id} id={place.id} place={place} />;
      break;
    case 'gesloten':
      return <ClosedPage place={place} />;
    case 'taken':
      return <TasksPage tasks={tasks} />;
    case 'jaar':
      return <YearPage place={place} />;
    case 'protocol':
      return <ProtocolPage place={place} />;
    case 'school':
      return <SchoolPage place={place} />;
    case 'logboek':
      return <LogPage place={place} />;
    case 'melden':
      return <ReportPage kept={report} onKept={setReport} sending={reporting} />;
    case 'zaken':
      break;
  }
  return <CasesPage open={open} place={place} left={left.current} onLeave={leave} />;
}
