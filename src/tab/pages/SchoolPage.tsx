/** The school itself, for whoever sets it up: a part at a time, chosen at the side or, on a phone, from a list. */
import { Field, Select, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Failed } from '../components/Failed.tsx';
import { SchoolView } from '../../api/contract/school.ts';
import { paths } from '../../api/contract/paths.ts';
import { poll } from '../api.ts';
import { Loading } from '../components/Loading.tsx';
import { Notice } from '../components/Notice.tsx';
import { useNarrow } from '../components/useNarrow.ts';
import { useMe } from '../me.ts';
import type { Place } from '../route.ts';
import { hrefOf } from '../route.ts';
import { Briefing } from '../school/Briefing.tsx';
import { Channels } from '../school/Channels.tsx';
import { SchoolContext } from '../school/context.ts';
import type { Told } from '../school/context.ts';
import { Days } from '../school/Days.tsx';
import { Emergency } from '../school/Emergency.tsx';
import { Groups } from '../school/Groups.tsx';
import { Norms } from '../school/Norms.tsx';
import { People } from '../school/People.tsx';
import { Privacy } from '../school/Privacy.tsx';
import { ProtocolChoice } from '../school/ProtocolChoice.tsx';
import { Pupils } from '../school/Pupils.tsx';
import { Saved } from '../school/Saved.tsx';
import { sectionIn, sections } from '../school/sections.ts';
import type { Section } from '../school/sections.ts';
import { usePolled } from '../usePolled.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '15rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXXXL,
    alignItems: 'start',
  },
  narrow: { display: 'grid', rowGap: tokens.spacingVerticalL },
  choice: { textAlign: 'start' },
  part: { minWidth: 0 },
});

const ask = (signal: AbortSignal, etag?: string) => poll(paths.school, SchoolView, signal, etag);
const go = (section: string) => {
  window.location.hash = hrefOf('school', section);
};

export function SchoolPage({ place }: { place: Place }) {
  const { configures } = useMe();
  const { value: view, problem, looked, look } = usePolled(ask, configures);
  const [told, setTold] = useState<Told>();
  /** What was saved, until the page has what stands there now: then it is told. */
  const telling = useRef<Told>(undefined);
  const tell = useCallback(
    (next: Told) => {
      telling.current = next;
      look();
    },
    [look],
  );
  useEffect(() => {
    if (telling.current) setTold(telling.current);
    telling.current = undefined;
  }, [looked]);
  const section = sectionIn(place.id);
  // What was saved is told until another part or form is opened; back in the list it still stands.
  const opened = place.query.toString();
  useEffect(() => setTold(undefined), [section]);
  useEffect(() => {
    if (opened !== '') setTold(undefined);
  }, [opened]);
  const here = useMemo(() => view && { view, tell, look }, [view, tell, look]);

  if (!configures)
    return (
      <Notice title="Instellen doet een ander">
        De school instellen doet de coördinator of een beheerder. Klopt er iets niet? Vertel het hun.
      </Notice>
    );
  if (problem && !here)
    return <Failed title="De school kan niet worden getoond" problem={problem} onRetry={look} />;
  if (!here) return <Loading label="De school wordt geladen" />;
  return (
    <SchoolContext value={here}>
      <Framed section={section} told={told} place={place} />
    </SchoolContext>
  );
}

function Framed({ section, told, place }: { section: Section; told: Told | undefined; place: Place }) {
  const styles = useStyles();
  const narrow = useNarrow();
  const choices = Object.entries(sections);
  return (
    <div className={narrow ? styles.narrow : styles.columns}>
      {narrow ? (
        <Field label="Onderdeel">
          <Select value={section} onChange={(_, { value }) => go(value)}>
            {choices.map(([id, title]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <nav aria-label="Onderdelen van de school">
          <TabList
            vertical
            reserveSelectedTabSpace={false}
            selectedValue={section}
            onTabSelect={(_, { value }) => go(value as string)}
          >
            {choices.map(([id, title]) => (
              <Tab key={id} value={id} className={styles.choice}>
                {title}
              </Tab>
            ))}
          </TabList>
        </nav>
      )}
      <div className={styles.part}>
        <Saved told={told} />
        <Part section={section} place={place} />
      </div>
    </div>
  );
}

function Part({ section, place }: { section: Section; place: Place }) {
  switch (section) {
    case 'personen':
      return <People place={place} />;
    case 'groepen':
      return <Groups place={place} />;
    case 'leerlingen':
      return <Pupils place={place} />;
    case 'dagen':
      return <Days />;
    case 'kanalen':
      return <Channels />;
    case 'dagopening':
      return <Briefing />;
    case 'noodnummers':
      return <Emergency />;
    case 'afspraken':
      return <Norms />;
    case 'privacy':
      return <Privacy />;
    case 'protocol':
      return <ProtocolChoice />;
  }
}
