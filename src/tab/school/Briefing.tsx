/** When the dagopening begins (K1). */
import { Button, Field, Input } from '@fluentui/react-components';
import { PageTitle } from '../components/PageTitle.tsx';
import { useSchool } from './context.ts';
import { Problem } from './Problem.tsx';
import { useSchoolStyles } from './styles.ts';
import { usePart } from './usePart.ts';
import { useSave } from './useSave.ts';

export function Briefing() {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const {
    value: at,
    version,
    typed,
    change,
    reset,
    saved,
  } = usePart(view.briefing.at, view.briefing.version);
  const { busy, problem, save, wrong } = useSave();
  const submit = async () => {
    if (await save({ kind: 'briefing-at', at }, version, 'De tijd van de dagopening is bewaard.')) saved();
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
        title="Dagopening"
        sub="Op elke schooldag zet Meldpunt dan een kaart in het kanaal van elk kernteam."
      />
      <Field label="Begint om" required {...wrong('at')}>
        <Input type="time" value={at} onChange={(_, { value }) => change(value)} />
      </Field>
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
