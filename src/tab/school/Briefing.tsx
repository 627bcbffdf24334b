/** When the dagopening begins (K1). */
import { Field, Input } from '@fluentui/react-components';
import { useSchool } from './context.ts';
import { PartForm } from './PartForm.tsx';
import { useSchoolStyles } from './styles.ts';

export function Briefing() {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  return (
    <PartForm
      title="Dagopening"
      sub="Op elke schooldag zet Meldpunt dan een kaart in het kanaal van elk kernteam."
      now={view.briefing.at}
      version={view.briefing.version}
      body={(at) => ({ kind: 'briefing-at', at })}
      said="De tijd van de dagopening is bewaard."
    >
      {({ value: at, change, wrong }) => (
        <Field label="Begint om" required {...wrong('at')}>
          <Input
            className={styles.amount}
            type="time"
            value={at}
            onChange={(_, { value }) => change(value)}
          />
        </Field>
      )}
    </PartForm>
  );
}
