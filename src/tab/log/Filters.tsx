/** What the log is asked for; it stands in the address, so that a link or "back" brings it again. */
import { Button, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { LogPage } from '../../api/contract/log.ts';
import { logKinds } from '../../api/contract/log.ts';
import { useMe } from '../me.ts';
import type { Place } from '../route.ts';

/** As the API has them. */
export const FILTERS = ['wie', 'zaak', 'soort', 'van', 'tot', 'blad'] as const;
export type Filter = (typeof FILTERS)[number];

const kindWords: Record<(typeof logKinds)[number], string> = {
  gezien: 'Gezien',
  veranderd: 'Veranderd in een zaak',
  ingesteld: 'Ingesteld',
};

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 11rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    // By themselves an input is as wide as twenty letters, and a choice as its longest option.
    '& > *, & > * > *': { minWidth: 0 },
    '& select': { minWidth: 0, width: '100%' },
  },
  input: { width: '100%' },
  clear: { gridColumn: '1 / -1', justifySelf: 'start' },
});

interface FilterProps {
  value: LogPage | undefined;
  place: Place;
  set: (name: Filter, text: string) => void;
  clear: () => void;
  /** What is wrong with the number. */
  wrong: string | undefined;
}

export function Filters({ value, place, set, clear, wrong }: FilterProps) {
  const styles = useStyles();
  const { coordinates } = useMe();
  const given = (name: Filter) => place.query.get(name) ?? '';
  const asked = given('zaak');
  const [number, setNumber] = useState(asked);
  // Another address ("back", or cleared) brings another number; what is being typed stays until then.
  const [from, setFrom] = useState(asked);
  if (asked !== from) {
    setFrom(asked);
    setNumber(asked);
  }
  // While the next lines are on their way names and days stay.
  const [heard, setHeard] = useState(value);
  if (value && value !== heard) setHeard(value);
  const filtered = FILTERS.some((name) => name !== 'blad' && given(name));
  return (
    <div className={styles.filters} role="group" aria-label="Zoeken in het logboek">
      <Field label="Wie">
        <Select value={given('wie')} onChange={(_, data) => set('wie', data.value)}>
          <option value="">Iedereen</option>
          {heard?.persons.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {coordinates && (
        <>
          <Field label="Wat">
            <Select value={given('soort')} onChange={(_, data) => set('soort', data.value)}>
              <option value="">Alles</option>
              {logKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kindWords[kind]}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label="Nummer van een zaak"

            validationState={wrong === undefined ? 'none' : 'error'}
            validationMessage={wrong}
          >
            <Input
              className={styles.input}
              value={number}
              maxLength={12}
              onChange={(_, data) => setNumber(data.value)}
              onBlur={() => set('zaak', number.trim())}
              onKeyDown={({ key }) => key === 'Enter' && set('zaak', number.trim())}
            />
          </Field>
        </>
      )}
      <Field label="Vanaf">
        <Input
          className={styles.input}
          type="date"
          value={given('van') || heard?.from || ''}
          onChange={(_, data) => set('van', data.value)}
        />
      </Field>
      <Field label="Tot en met">
        <Input
          className={styles.input}
          type="date"
          value={given('tot') || heard?.to || ''}
          onChange={(_, data) => set('tot', data.value)}
        />
      </Field>
      {filtered && (
        <Button className={styles.clear} onClick={clear}>
          Wis filters
        </Button>
      )}
    </div>
  );
}
