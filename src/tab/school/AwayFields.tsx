/** From when until when somebody is away, and who stands in (P15). */
import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import type { PersonView } from '../../api/contract/school.ts';
import { useSchool } from './context.ts';
import { useSchoolStyles } from './styles.ts';
import type { Save } from './useSave.ts';

interface Props {
  person: string;
  away: PersonView['away'];
  onAway: (away: PersonView['away']) => void;
  wrong: Save['wrong'];
}

export function AwayFields({ person, away, onAway, wrong }: Props) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>Afwezigheid</legend>
      <Checkbox
        label="Is (binnenkort) afwezig"
        checked={away !== undefined}
        onChange={(_, { checked }) => onAway(checked ? { from: view.today, until: view.today } : undefined)}
      />
      {away && (
        <>
          <div className={styles.row}>
            <Field label="Vanaf" className={styles.grow}>
              <Input
                type="date"
                value={away.from ?? ''}
                onChange={(_, { value }) => onAway({ ...away, from: value || undefined })}
              />
            </Field>
            <Field label="Tot en met" required className={styles.grow} {...wrong('until')}>
              <Input
                type="date"
                value={away.until}
                onChange={(_, { value }) => onAway({ ...away, until: value || view.today })}
              />
            </Field>
          </div>
          <Field
            label="Wie neemt waar?"
            hint="Wie waarneemt, ziet de zaken en krijgt de taken zolang de afwezigheid duurt."
            {...wrong('substitute')}
          >
            <Select
              value={away.substitute ?? ''}
              onChange={(_, { value }) => onAway({ ...away, substitute: value || undefined })}
            >
              <option value="">Niemand</option>
              {view.persons
                .filter((p) => p.id !== person)
                .map((p) => (
                  <option key={p.id} value={p.id}>
                    {p.name}
                  </option>
                ))}
            </Select>
          </Field>
        </>
      )}
    </fieldset>
  );
}
