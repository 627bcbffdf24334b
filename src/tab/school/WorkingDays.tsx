/** On which days of the week somebody is there. */
import { Checkbox, Field } from '@fluentui/react-components';
import { useSchool } from './context.ts';
import { useSchoolStyles } from './styles.ts';
import type { Save } from './useSave.ts';
import { dayTitles } from './words.ts';

interface Props {
  /** Undefined: each school day. */
  days: number[] | undefined;
  onDays: (days: number[] | undefined) => void;
  problem: ReturnType<Save['wrong']>;
}

export function WorkingDays({ days, onDays, problem }: Props) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>Werkdagen</legend>
      <Checkbox
        label="Elke schooldag"
        checked={days === undefined}
        onChange={(_, { checked }) => onDays(checked ? undefined : view.weekdays)}
      />
      {days && (
        <div className={styles.buttons}>
          {view.weekdays.map((day) => (
            <Checkbox
              key={day}
              label={dayTitles[day - 1]}
              checked={days.includes(day)}
              onChange={(_, { checked }) =>
                onDays(checked ? [...days, day].toSorted((a, b) => a - b) : days.filter((d) => d !== day))
              }
            />
          ))}
        </div>
      )}
      {/* Not around them: within a field each box would get the id of the first. */}
      {problem.validationMessage !== undefined && <Field {...problem} />}
    </fieldset>
  );
}
