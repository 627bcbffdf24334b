/** Vacations and study days: on these days nothing is due and nobody is reminded (A2). */
import { Button, Field, Input, Text } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { sizes } from '../../api/contract/school.ts';
import { useSchool } from './context.ts';
import { PartForm } from './PartForm.tsx';
import { useSchoolStyles } from './styles.ts';

export function Days() {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  return (
    <PartForm
      title="Vakanties en studiedagen"
      sub="Op deze dagen loopt geen termijn af en stuurt Meldpunt geen herinneringen. De landelijke feestdagen kent Meldpunt al."
      now={view.calendar.closed}
      version={view.calendar.version}
      body={(closed) => ({ kind: 'calendar', closed })}
      said="De vakanties en studiedagen zijn bewaard."
    >
      {({ value: closed, change, wrong }) => {
        const set = (at: number, over: Partial<(typeof closed)[number]>) =>
          change(closed.map((c, i) => (i === at ? { ...c, ...over } : c)));
        return (
          <>
            {closed.length === 0 && (
              <Text>Er staan nog geen vakanties in. Voeg ze toe, anders kloppen de datums niet.</Text>
            )}
            {closed.map((period, i) => (
              <Field key={i} {...wrong(`closed.${i}`)}>
                <div className={styles.line} role="group" aria-label={period.name || `Periode ${i + 1}`}>
                  <Field label="Naam" className={styles.grow}>
                    <Input
                      maxLength={sizes.line}
                      value={period.name}
                      placeholder="Herfstvakantie"
                      onChange={(_, { value }) => set(i, { name: value })}
                    />
                  </Field>
                  <Field label="Eerste dag" className={styles.date}>
                    <Input
                      className={styles.box}
                      type="date"
                      value={period.from}
                      onChange={(_, { value }) =>
                        set(i, { from: value, ...(period.to < value && { to: value }) })
                      }
                    />
                  </Field>
                  <Field label="Laatste dag" className={styles.date}>
                    <Input
                      className={styles.box}
                      type="date"
                      value={period.to}
                      onChange={(_, { value }) => set(i, { to: value })}
                    />
                  </Field>
                  <Button
                    icon={<DeleteRegular />}
                    aria-label={`${period.name || `Periode ${i + 1}`} weghalen`}
                    onClick={() => change(closed.filter((_, at) => at !== i))}
                  />
                </div>
              </Field>
            ))}
            <div>
              <Button
                icon={<AddRegular />}
                disabledFocusable={closed.length >= sizes.closures}
                onClick={() => change([...closed, { name: '', from: view.today, to: view.today }])}
              >
                Vakantie of studiedag toevoegen
              </Button>
            </div>
          </>
        );
      }}
    </PartForm>
  );
}
