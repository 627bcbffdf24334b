/** Who saw or changed what; what did not arrive; whether every open case is looked after. */
import {
  Button,
  Card,
  Field,
  Input,
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  Text,
} from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { LogPage as Lines, logKinds } from '../../api/contract/log.ts';
import { paths } from '../../api/contract/paths.ts';
import { get } from '../api.ts';
import { Loading } from '../components/Loading.tsx';
import { Notice } from '../components/Notice.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { dayOf, timeOf } from '../dates.ts';
import { useMe } from '../me.ts';
import type { Place } from '../route.ts';
import { caseHref, setQuery } from '../route.ts';
import { Health } from '../school/Health.tsx';
import { Pager } from '../school/Pager.tsx';
import { useSchoolStyles } from '../school/styles.ts';
import { useAnswer } from '../useAnswer.ts';

/** `wie`, `zaak`, `soort`, `van`, `tot` and `blad`, as the API has them. */
const FILTERS = ['wie', 'zaak', 'soort', 'van', 'tot', 'blad'] as const;
type Filter = (typeof FILTERS)[number];

const kindWords: Record<(typeof logKinds)[number], string> = {
  gezien: 'Gezien',
  veranderd: 'Veranderd in een zaak',
  ingesteld: 'Ingesteld',
};

export function LogPage({ place }: { place: Place }) {
  const styles = useSchoolStyles();
  const { configures, coordinates } = useMe();
  const asked = new URLSearchParams(
    FILTERS.flatMap((name) => {
      const value = place.query.get(name);
      return value ? [[name, value]] : [];
    }),
  ).toString();
  const ask = useCallback((signal: AbortSignal) => get(`${paths.log}?${asked}`, Lines, signal), [asked]);
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
      <Log ask={ask} place={place} />
    </div>
  );
}

function Log({ ask, place }: { ask: (signal: AbortSignal) => Promise<Lines>; place: Place }) {
  const styles = useSchoolStyles();
  const { value, problem, retry } = useAnswer(ask);
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
      <Filters value={value} place={place} set={set} />
      {problem && (
        <MessageBar intent="error" role="alert" layout="multiline">
          <MessageBarBody>{problem.message}</MessageBarBody>
          <Button onClick={retry}>Probeer opnieuw</Button>
        </MessageBar>
      )}
      {!value && !problem && <Loading label="Het logboek wordt geladen" />}
      {value && <Found value={value} onPage={(page) => set('blad', String(page))} />}
    </section>
  );
}

interface FilterProps {
  value: Lines | undefined;
  place: Place;
  set: (name: Filter, text: string) => void;
}

function Filters({ value, place, set }: FilterProps) {
  const styles = useSchoolStyles();
  const { coordinates } = useMe();
  const given = (name: Filter) => place.query.get(name) ?? '';
  const [number, setNumber] = useState(given('zaak'));
  // While the next lines are on their way the names stay.
  const [persons, setPersons] = useState(value?.persons ?? []);
  if (value && value.persons !== persons) setPersons(value.persons);
  return (
    <div className={styles.row} role="group" aria-label="Zoeken in het logboek">
      <Field label="Wie" className={styles.grow}>
        <Select value={given('wie')} onChange={(_, data) => set('wie', data.value)}>
          <option value="">Iedereen</option>
          {persons.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {coordinates && (
        <>
          <Field label="Wat" className={styles.grow}>
            <Select value={given('soort')} onChange={(_, data) => set('soort', data.value)}>
              <option value="">Alles</option>
              {logKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kindWords[kind]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Nummer van een zaak" className={styles.grow}>
            <Input
              value={number}
              maxLength={12}
              placeholder="2026-0001"
              onChange={(_, data) => setNumber(data.value)}
              onBlur={() => set('zaak', number.trim())}
              onKeyDown={({ key }) => key === 'Enter' && set('zaak', number.trim())}
            />
          </Field>
        </>
      )}
      <Field label="Vanaf" className={styles.grow}>
        <Input
          type="date"
          value={given('van') || value?.from || ''}
          onChange={(_, data) => set('van', data.value)}
        />
      </Field>
      <Field label="Tot en met" className={styles.grow}>
        <Input
          type="date"
          value={given('tot') || value?.to || ''}
          onChange={(_, data) => set('tot', data.value)}
        />
      </Field>
    </div>
  );
}

function Found({ value, onPage }: { value: Lines; onPage: (page: number) => void }) {
  const styles = useSchoolStyles();
  const days = new Map<string, Lines['lines']>();
  for (const line of value.lines) days.set(dayOf(line.at), [...(days.get(dayOf(line.at)) ?? []), line]);
  return (
    <>
      {value.cut && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Niet alle zaken staan erbij.</MessageBarTitle> Kies een kortere periode, of vul
            het nummer van een zaak in.
          </MessageBarBody>
        </MessageBar>
      )}
      <Text role="status">{value.total === 1 ? '1 regel' : `${value.total} regels`} in deze periode</Text>
      {value.lines.length === 0 && (
        <Text>Hier gebeurde niets. Kies een langere periode of een ander filter.</Text>
      )}
      {[...days].map(([day, lines]) => (
        <Card key={day}>
          <Text as="h3" weight="semibold" className={styles.heading}>
            {day}
          </Text>
          <ul className={styles.list}>
            {lines.map((line, i) => (
              <li key={i}>
                <Text>
                  <time dateTime={line.at}>{timeOf(line.at)}</time> · {line.who}
                  {line.case && (
                    <>
                      {' · '}
                      <Link href={caseHref(line.case.id)}>zaak {line.case.number}</Link>
                    </>
                  )}
                </Text>
                <Text block className={styles.second}>
                  {line.what}
                </Text>
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <Pager page={value.page} pages={value.pages} onPage={onPage} />
    </>
  );
}
