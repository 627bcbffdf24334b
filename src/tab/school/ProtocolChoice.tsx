/** The protocol with which new cases open; running cases keep theirs (A6). */
import { Button, Field, Radio, RadioGroup, Text } from '@fluentui/react-components';
import { PageTitle } from '../components/PageTitle.tsx';
import { useSchool } from './context.ts';
import { Problem } from './Problem.tsx';
import { useSchoolStyles } from './styles.ts';
import { usePart } from './usePart.ts';
import { useSave } from './useSave.ts';

export function ProtocolChoice() {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const { protocol } = view;
  const { value: id, version, typed, change, reset, saved } = usePart(protocol.id, protocol.version);
  const { busy, problem, save, wrong } = useSave();
  const submit = async () => {
    if (await save({ kind: 'protocol', id }, version, 'Nieuwe zaken volgen voortaan dit protocol.')) saved();
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
      <PageTitle title="Protocol" sub="Het protocol dat nieuwe zaken volgen." />
      <Field label="Protocol van onze school" {...wrong('protocol')}>
        <RadioGroup value={id} onChange={(_, { value }) => change(value)}>
          {protocol.choices.map((choice) => (
            <Radio key={choice.id} value={choice.id} label={`${choice.title} (versie ${choice.version})`} />
          ))}
        </RadioGroup>
      </Field>
      <Text>
        Zaken die al lopen, houden het protocol waarmee ze begonnen. Een ander protocol kent andere functies:
        kijk daarna bij Mensen of iedereen de goede functie heeft.
      </Text>
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
