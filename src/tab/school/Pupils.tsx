/** The pupils of the register: found by name and group, a page at a time. */
import { Badge, Button, Card, Input, Select, Text } from '@fluentui/react-components';
import { AddRegular, ArrowImportRegular, EditRegular, SearchRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useState } from 'react';
import { Failed } from '../components/Failed.tsx';
import { PupilPage } from '../../api/contract/school.ts';
import type { PupilView } from '../../api/contract/school.ts';
import { paths } from '../../api/contract/paths.ts';
import { poll } from '../api.ts';
import { Loading } from '../components/Loading.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import type { Place } from '../route.ts';
import { hrefOf } from '../route.ts';
import { usePolled } from '../usePolled.ts';
import { useSchool } from './context.ts';
import { ImportPupils } from './ImportPupils.tsx';
import { Pager } from '../components/Pager.tsx';
import { PupilDialog } from './PupilDialog.tsx';
import { useSchoolStyles } from './styles.ts';

const PAUSE_MS = 250;

export function Pupils({ place }: { place: Place }) {
  return place.query.has('inlezen') ? <ImportPupils /> : <PupilList />;
}

/** What is looked for stays out of the address: it is a pupil's name. */
function PupilList() {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState({ q: '', groep: '', blad: 1 });
  useEffect(() => {
    const timer = window.setTimeout(
      () => setAsked((now) => (now.q === typed ? now : { ...now, q: typed, blad: 1 })),
      PAUSE_MS,
    );
    return () => window.clearTimeout(timer);
  }, [typed]);
  return (
    <div className={styles.page}>
      <PageTitle
        title="Leerlingen"
        sub={`${view.pupils} leerlingen`}
        beside={
          <>
            <PupilDialog
              pupil={undefined}
              trigger={<Button icon={<AddRegular />}>Leerling toevoegen</Button>}
            />
            <Button
              as="a"
              href={hrefOf('school', 'leerlingen', new URLSearchParams({ inlezen: '' }))}
              appearance="primary"
              icon={<ArrowImportRegular />}
            >
              Lijst inlezen
            </Button>
          </>
        }
      />
      <div className={styles.row}>
        <Input
          className={styles.grow}
          type="search"
          aria-label="Zoek op naam"
          placeholder="Zoek op naam"
          contentBefore={<SearchRegular />}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
        <Select
          aria-label="Groep"
          value={asked.groep}
          onChange={(_, { value }) => setAsked((now) => ({ ...now, groep: value, blad: 1 }))}
        >
          <option value="">Alle groepen</option>
          {view.groups.map(({ id }) => (
            <option key={id}>{id}</option>
          ))}
        </Select>
      </div>
      <Found asked={asked} onPage={(blad) => setAsked((now) => ({ ...now, blad }))} />
    </div>
  );
}

function Found(props: { asked: { q: string; groep: string; blad: number }; onPage: (page: number) => void }) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const { q, groep, blad } = props.asked;
  const ask = useCallback(
    (signal: AbortSignal, etag?: string) => {
      const query = new URLSearchParams({ q, groep, blad: String(blad) });
      return poll(`${paths.schoolPupils}?${query}`, PupilPage, signal, etag);
    },
    [q, groep, blad],
  );
  const { value, problem, look } = usePolled(ask);
  // What was saved here shows at once.
  useEffect(look, [view, look]);
  if (problem && !value)
    return <Failed title="De leerlingen kunnen niet worden getoond" problem={problem} onRetry={look} />;
  if (!value) return <Loading label="De leerlingen worden geladen" />;
  return (
    <>
      <ul className={styles.list} aria-label="Leerlingen">
        {value.pupils.map((pupil) => (
          <li key={pupil.id}>
            <Line pupil={pupil} />
          </li>
        ))}
      </ul>
      {value.total === 0 && (
        <Text>
          {view.pupils === 0
            ? 'Er staan nog geen leerlingen in. Lees een lijst in uit je leerlingadministratie.'
            : 'Geen leerling gevonden. Typ minder letters of kies een andere groep.'}
        </Text>
      )}
      <Pager page={value.page} pages={value.pages} onPage={props.onPage} />
    </>
  );
}

function Line({ pupil }: { pupil: PupilView }) {
  const styles = useSchoolStyles();
  return (
    <Card className={styles.card} size="small">
      <div className={styles.text}>
        <Text>
          {pupil.name} <span className={styles.second}>· {pupil.group}</span>
        </Text>
      </div>
      {pupil.inCase && (
        <Badge appearance="outline" color="informative">
          in een open zaak
        </Badge>
      )}
      <PupilDialog
        pupil={pupil}
        trigger={
          <Button appearance="subtle" icon={<EditRegular />} aria-label={`${pupil.name} veranderen`} />
        }
      />
    </Card>
  );
}
