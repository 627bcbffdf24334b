/** The school's protocol, to be read, searched and printed by everybody on the staff (K20, K22, M12, Z11). */
import { Button, Link, SearchBox, Tab, TabList, Text, makeStyles, tokens } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Failed } from '../components/Failed.tsx';
import { paths } from '../../api/contract/paths.ts';
import { ProtocolView } from '../../api/contract/protocol.ts';
import { get } from '../api.ts';
import { Loading } from '../components/Loading.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { Block } from '../protocol/Block.tsx';
import { Overview } from '../protocol/Overview.tsx';
import { Agreements, Recognise, Topics } from '../protocol/Reading.tsx';
import { Staff } from '../protocol/Staff.tsx';
import { Steps } from '../protocol/Steps.tsx';
import { find } from '../protocol/search.ts';
import type { SectionId } from '../protocol/sections.ts';
import { sectionHref, sectionIn, sections } from '../protocol/sections.ts';
import { Versions } from '../protocol/Versions.tsx';
import type { Place } from '../route.ts';
import { useAnswer } from '../useAnswer.ts';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    '@media print': { display: 'none' },
  },
  search: { flexGrow: 1, maxWidth: '24rem' },
  strip: { overflowX: 'auto', '@media print': { display: 'none' } },
  list: { width: 'max-content' },
  hits: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  line: { display: 'block', color: tokens.colorNeutralForeground2 },
});

const askProtocol = (signal: AbortSignal) => get(paths.protocol, ProtocolView, signal);

const parts = {
  overzicht: Overview,
  herkennen: Recognise,
  stappen: Steps,
  afspraken: Agreements,
  opzoeken: Topics,
  wie: Staff,
} satisfies Partial<Record<SectionId, unknown>>;

export function ProtocolPage({ place }: { place: Place }) {
  const styles = useStyles();
  const { value: view, problem, retry } = useAnswer(askProtocol);
  const [typed, setTyped] = useState('');
  const paper = usePaper();
  const section = sectionIn(place.id);
  const strip = useRef<HTMLDivElement>(null);
  // On a phone the sections are swiped through: the one that is shown comes in sight. Fluent marks it a moment later.
  useEffect(() => {
    const tab = strip.current?.querySelector(`[data-section="${section}"]`);
    tab?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [section, view]);
  // A result that is chosen takes the place of the results.
  useEffect(() => setTyped(''), [place]);
  if (problem)
    return <Failed title="Het protocol kan niet worden getoond" problem={problem} onRetry={retry} />;
  if (!view) return <Loading label="Het protocol wordt geladen" />;
  return (
    <div className={styles.page}>
      <PageTitle title="Protocol" sub={`${view.title} van ${view.school}, versie ${view.version}`} />
      <div className={styles.tools}>
        <SearchBox
          className={styles.search}
          aria-label="Zoek in het protocol"
          placeholder="Zoek in het protocol"
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
        <Button icon={<PrintRegular />} onClick={() => window.print()}>
          Afdrukken
        </Button>
      </div>
      <div className={styles.strip} ref={strip}>
        <TabList
          className={styles.list}
          aria-label="Onderdelen van het protocol"
          selectedValue={section}
          onTabSelect={(_, { value }) => {
            window.location.hash = sectionHref(value as SectionId);
          }}
        >
          {sections.map(({ id, title }) => (
            <Tab key={id} value={id} data-section={id}>
              {title}
            </Tab>
          ))}
        </TabList>
      </div>
      {paper ? (
        Object.entries(parts).map(([id, Part]) => <Part key={id} view={view} paper />)
      ) : typed.trim() !== '' ? (
        <Found view={view} typed={typed} />
      ) : section === 'versies' ? (
        <Versions place={place} />
      ) : (
        <Shown section={section} view={view} at={place.query.get('bij') ?? undefined} />
      )}
    </div>
  );
}

function Shown({
  section,
  view,
  at,
}: {
  section: keyof typeof parts;
  view: ProtocolView;
  at: string | undefined;
}) {
  const Part = parts[section];
  return <Part key={section} view={view} at={at} paper={false} />;
}

function Found({ view, typed }: { view: ProtocolView; typed: string }) {
  const styles = useStyles();
  const hits = find(view, typed);
  const count = hits.length === 1 ? '1 plek gevonden' : `${hits.length} plekken gevonden`;
  return (
    <Block title={`Zoeken naar ‘${typed.trim()}’`}>
      <Text role="status">
        {hits.length > 0 ? count : 'Niets gevonden. Probeer een ander of korter woord.'}
      </Text>
      <ul className={styles.hits}>
        {hits.map(({ section, at, title, line }) => (
          <li key={`${section} ${at} ${title}`}>
            <Link href={sectionHref(section, at)}>{title}</Link>{' '}
            <Text size={200}>bij {sections.find(({ id }) => id === section)?.title}</Text>
            <Text size={200} className={styles.line}>
              {line}
            </Text>
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** Whether the page goes to paper: then all of it does, whatever was open. */
function usePaper(): boolean {
  const [paper, setPaper] = useState(false);
  useEffect(() => {
    const turn = (on: boolean) => () => flushSync(() => setPaper(on));
    const [before, after] = [turn(true), turn(false)];
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return paper;
}
