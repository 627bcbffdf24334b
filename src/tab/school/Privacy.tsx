/** What lists show of a pupil. */
import { Switch, Text } from '@fluentui/react-components';
import { useSchool } from './context.ts';
import { PartForm } from './PartForm.tsx';
import { useSchoolStyles } from './styles.ts';

export function Privacy() {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  return (
    <PartForm
      title="Privacy"
      sub="Namen van leerlingen staan nooit in een lijst, in een kanaal of in een melding van Teams."
      now={view.privacy.initials}
      version={view.privacy.version}
      body={(initials) => ({ kind: 'initials', initials })}
      said="De keuze is bewaard."
    >
      {({ value: initials, change }) => (
        <>
          <div>
            <Switch
              label="Initialen van de leerling in de lijst van zaken"
              checked={initials}
              onChange={(_, { checked }) => change(checked)}
            />
            <Text block className={styles.second}>
              Alleen wie de zaak mag zien, ziet de initialen. Let op: een scherm wordt ook door anderen
              gezien.
            </Text>
          </div>
        </>
      )}
    </PartForm>
  );
}
