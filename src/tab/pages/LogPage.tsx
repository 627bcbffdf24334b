/** Who saw or changed what; what did not arrive; whether every open case is looked after. */
import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useCallback } from 'react';
import { LogPage as Log } from '../../api/contract/log.ts';
import { paths } from '../../api/contract/paths.ts';
import { get } from '../api.ts';
import { Loading } from '../components/Loading.tsx';
import { Notice } from '../components/Notice.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import type { Filter } from '../log/Filters.tsx';
import { FILTERS, Filters } from '../log/Filters.tsx';
import { Lines } from '../log/Lines.tsx';
import { useMe } from '../me.ts';
import type { Place } from '../route.ts';
import { setQuery } from '../route.ts';
import { Health } from '../log/Health.tsx';
import { useSchoolStyles } from '../school/styles.ts';
import { useAnswer } from '../useAnswer.ts';

export function LogPage({ place }: { place: Place }) {
  const styles = useSchoolStyles();
  const { configures, coordinates } = useMe();
  const asked = new URLSearchParams(
    FILTERS.flatMap((name) => {
      const value = place.query.get(name);
      return value ? [[name, value]] : [];
    }),
  ).toString();
  const ask = useCallback((signal: AbortSignal) => get(`${paths.log}?${asked}`, Log, signal), [asked]);
  if (!configures)
    return (
      <Notice title="Het logboek is voor de coördinator">
        Wie wat zag of veranderde, kunnen alleen de coördinator en een beheerder nakijken.
      </Notice>
    );
  return (
    <div className={styles.page}>
      <PageTitle
        title="Logboek"
        sub={
          coordinates
            ? 'Wie wat zag of veranderde. Vertrouwelijke meldingen staan hier niet in.'
            : 'Wie wat instelde. Wat er in zaken gebeurt, ziet alleen de coördinator.'
        }
      />
      <Health />
      <Asked ask={ask} place={place} />
    </div>
  );
}

function Asked({ ask, place }: { ask: (signal: AbortSignal) => Promise<Log>; place: Place }) {
  const styles = useSchoolStyles();
  const { value, problem, retry } = useAnswer(ask);
  const wrongNumber = problem?.status === 404 || problem?.status === 400;
  const set = (name: Filter, text: string) => {
    const query = new URLSearchParams(place.query);
    if (text) query.set(name, text);
    else query.delete(name);
    if (name !== 'blad') query.delete('blad');
    setQuery(place, query);
  };
  return (
    <section className={styles.page} aria-label="Wat er gebeurde">
      <Text as="h2" weight="semibold" size={400} className={styles.heading}>
        Wat er gebeurde
      </Text>
      <Filters
        value={value}
        place={place}
        set={set}
        clear={() => setQuery(place, new URLSearchParams())}
        wrong={wrongNumber ? problem.message : undefined}
      />
      {problem && !wrongNumber && (
        <MessageBar intent="error" role="alert" layout="multiline">
          <MessageBarBody>{problem.message}</MessageBarBody>
          <Button onClick={retry}>Probeer opnieuw</Button>
        </MessageBar>
      )}
      {!value && !problem && <Loading label="Het logboek wordt geladen" />}
      {value && <Lines value={value} onPage={(page) => set('blad', String(page))} />}
    </section>
  );
}
