/** Whom to call when it can't wait (P2). */
import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { sizes } from '../../api/contract/school.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import { useSchool } from './context.ts';
import { Problem } from './Problem.tsx';
import { useSchoolStyles } from './styles.ts';
import { usePart } from './usePart.ts';
import { useSave } from './useSave.ts';

export function Emergency() {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const {
    value: numbers,
    version,
    typed,
    change,
    reset,
    saved,
  } = usePart(view.emergency.numbers, view.emergency.version);
  const { busy, problem, save, wrong } = useSave();
  const set = (at: number, over: Partial<(typeof numbers)[number]>) =>
    change(numbers.map((n, i) => (i === at ? { ...n, ...over } : n)));
  const submit = async () => {
    if (await save({ kind: 'emergency', numbers }, version, 'De noodnummers zijn bewaard.')) saved();
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <PageTitle
        title="Noodnummers"
        sub="Wie je nu belt als het niet kan wachten. Deze nummers staan bij elke melding die haast heeft, naast 112."
      />
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
      <Problem problem={problem} onReset={reset} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || !typed}>
          {busy ? 'Wordt bewaard …' : 'Bewaren'}
        </Button>
        {typed && <Button onClick={reset}>Annuleren</Button>}
      </div>
    </form>
  );
}
