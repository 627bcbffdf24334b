/** The frame around the pages: Teams, theme, and which page is shown. */
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Loading } from './components/Loading.tsx';
import { Notice } from './components/Notice.tsx';
import { PageGuard } from './components/PageGuard.tsx';
import { Pages } from './Pages.tsx';
import { caseHref } from './route.ts';
import { onTheme, openInTeams } from './teams.ts';
import { themeFor } from './theme.ts';

const ConfigPage = lazy(() => import('./pages/ConfigPage.tsx').then((m) => ({ default: m.ConfigPage })));

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
  column: {
    maxWidth: '72rem',
    marginInline: 'auto',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalL },
  },
});

export function App() {
  const styles = useStyles();
  const [where, setWhere] = useState<'opening' | 'teams' | 'outside'>('opening');
  const [theme, setTheme] = useState('default');

  useEffect(() => {
    void openInTeams().then((opened) => {
      if (!opened) return setWhere('outside');
      setTheme(opened.theme);
      onTheme(setTheme);
      // The list stays behind the case, so that "back" leads there. A reload keeps the page that was shown.
      const { caseId, step } = opened;
      if (caseId && !window.location.hash) window.history.pushState(null, '', caseHref(caseId, step));
      setWhere('teams');
    });
  }, []);

  // Of what the browser draws itself: the calendar of a date, the scrollbars.
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'dark' || theme === 'contrast' ? 'dark' : 'light';
  }, [theme]);

  return (
    <FluentProvider theme={themeFor(theme)}>
      {/* Not on the provider itself: what is styled there is styled on each tooltip too. */}
      <div className={styles.page}>
        <main className={styles.column}>
          {where === 'opening' && <Loading label="Meldpunt wordt geopend" />}
          {where === 'outside' && (
            <Notice title="Open deze pagina in Teams">
              Meldpunt werkt alleen in Microsoft Teams. Open Teams en kies daar Meldpunt.
            </Notice>
          )}
          {where === 'teams' && (
            <PageGuard>
              <Suspense fallback={<Loading label="Het scherm wordt geladen" />}>
                {window.location.pathname === '/tab/config' ? <ConfigPage /> : <Pages />}
              </Suspense>
            </PageGuard>
          )}
        </main>
      </div>
    </FluentProvider>
  );
}
