/** Which page is shown, for whom. */
import { lazy, useCallback, useRef } from 'react';
import { CaseList } from '../api/contract/cases.ts';
import { Me } from '../api/contract/common.ts';
import { paths } from '../api/contract/paths.ts';
import { get, poll } from './api.ts';
import { Loading } from './components/Loading.tsx';
import { Navigation } from './components/Navigation.tsx';
import { Notice } from './components/Notice.tsx';
import { MeContext } from './me.ts';
import type { Place } from './route.ts';
import { usePlace } from './route.ts';
import { useAnswer } from './useAnswer.ts';
import { usePolled } from './usePolled.ts';

const CasesPage = lazy(() => import('./pages/CasesPage.tsx').then((m) => ({ default: m.CasesPage })));
const CasePage = lazy(() => import('./pages/CasePage.tsx').then((m) => ({ default: m.CasePage })));

const askMe = (signal: AbortSignal) => get(paths.me, Me, signal);
const askCases = (signal: AbortSignal, etag?: string) => poll(paths.cases, CaseList, signal, etag);

export function Pages() {
  const { value: me, problem, retry } = useAnswer(askMe);
  const place = usePlace();
  if (problem)
    return (
      <Notice
        title="Meldpunt kan niet worden getoond"
        alert
        action={{ label: 'Probeer opnieuw', onClick: retry }}
      >
        {problem.message}
      </Notice>
    );
  if (!me) return <Loading label="Meldpunt wordt geladen" />;
  return (
    <MeContext value={me}>
      <Navigation me={me} page={place.page} />
      <Page place={place} />
    </MeContext>
  );
}

function Page({ place }: { place: Place }) {
  const open = usePolled(askCases, place.page === 'zaken');
  /** Where the list was left, to come back to. */
  const left = useRef<{ caseId?: string; scroll: number }>({ scroll: 0 });
  const leave = useCallback((to: string) => {
    left.current = { caseId: to, scroll: window.scrollY };
  }, []);

  switch (place.page) {
    case 'zaak':
      if (place.id !== undefined) return <CasePage key={place.id} id={place.id} />;
  }
  return <CasesPage open={open} left={left.current} onLeave={leave} />;
}
