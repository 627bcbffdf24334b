/** What lists show of a pupil. */
import { Button, Switch, Text } from '@fluentui/react-components';
import { PageTitle } from '../components/PageTitle.tsx';
import { useSchool } from './context.ts';
import { Problem } from './Problem.tsx';
import { useSchoolStyles } from './styles.ts';
import { usePart } from './usePart.ts';
import { useSave } from './useSave.ts';

export function Privacy() {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const {
    value: initials,
    version,
    typed,
    change,
    reset,
    saved,
  } = usePart(view.privacy.initials, view.privacy.version);
  const { busy, problem, save } = useSave();
  const submit = async () => {
    if (await save({ kind: 'initials', initials }, version, 'De keuze is bewaard.')) saved();
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
        title="Privacy"
        sub="Namen van leerlingen staan nooit in een lijst, in een kanaal of in een melding van Teams."
      />
      <div>
        <Switch
          label="Initialen van de leerling in de lijst van zaken"
          checked={initials}
          onChange={(_, { checked }) => change(checked)}
        />
        <Text block className={styles.second}>
          Alleen wie de zaak mag zien, ziet de initialen. Let op: een scherm wordt ook door anderen gezien.
        </Text>
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
