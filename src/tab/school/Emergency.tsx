/** Whom to call when it can't wait (P2). */
import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { sizes } from '../../api/contract/school.ts';
import { useSchool } from './context.ts';
import { PartForm } from './PartForm.tsx';
import { useSchoolStyles } from './styles.ts';

export function Emergency() {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  return (
    <PartForm
      title="Noodnummers"
      sub="Wie je nu belt als het niet kan wachten. Deze nummers staan bij elke melding die haast heeft, naast 112."
      now={view.emergency.numbers}
      version={view.emergency.version}
      body={(numbers) => ({ kind: 'emergency', numbers })}
      said="De noodnummers zijn bewaard."
    >
      {({ value: numbers, change, wrong }) => {
        const set = (at: number, over: Partial<(typeof numbers)[number]>) =>
          change(numbers.map((n, i) => (i === at ? { ...n, ...over } : n)));
        return (
          <>
            {numbers.map((number, i) => (
              <Field key={i} {...wrong(`emergency.${i}`)}>
                <div className={styles.line} role="group" aria-label={number.who || `Nummer ${i + 1}`}>
                  <Field label="Wie" className={styles.grow}>
                    <Input
                      maxLength={sizes.line}
                      value={number.who}
                      onChange={(_, { value }) => set(i, { who: value })}
                    />
                  </Field>
                  <Field label="Telefoonnummer" className={styles.grow}>
                    <Input
                      type="tel"
                      maxLength={sizes.phone}
                      value={number.phone}
                      onChange={(_, { value }) => set(i, { phone: value })}
                    />
                  </Field>
                  <Button
                    icon={<DeleteRegular />}
                    aria-label={`${number.who || `Nummer ${i + 1}`} weghalen`}
                    onClick={() => change(numbers.filter((_, at) => at !== i))}
                  />
                </div>
              </Field>
            ))}
            <div>
              <Button
                icon={<AddRegular />}
                disabledFocusable={numbers.length >= sizes.emergencyNumbers}
                onClick={() => change([...numbers, { who: '', phone: '' }])}
              >
                Nummer toevoegen
              </Button>
            </div>
          </>
        );
      }}
    </PartForm>
  );
}
