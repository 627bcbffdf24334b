/** The protocol with which new cases open; running cases keep theirs (A6). */
import { Field, Radio, RadioGroup, Text } from '@fluentui/react-components';
import { useSchool } from './context.ts';
import { PartForm } from './PartForm.tsx';

export function ProtocolChoice() {
  const { view } = useSchool();
  const { protocol } = view;
  return (
    <PartForm
      title="Protocol"
      sub="Het protocol dat nieuwe zaken volgen."
      now={protocol.id}
      version={protocol.version}
      body={(id) => ({ kind: 'protocol', id })}
      said="Nieuwe zaken volgen voortaan dit protocol."
    >
      {({ value: id, change, wrong }) => (
        <>
          <Field label="Protocol van onze school" {...wrong('protocol')}>
            <RadioGroup value={id} onChange={(_, { value }) => change(value)}>
              {protocol.choices.map((choice) => (
                <Radio
                  key={choice.id}
                  value={choice.id}
                  label={`${choice.title} (versie ${choice.version})`}
                />
              ))}
            </RadioGroup>
          </Field>
          <Text>
            Zaken die al lopen, houden het protocol waarmee ze begonnen. Een ander protocol kent andere
            functies: kijk daarna bij Mensen of iedereen de goede functie heeft.
          </Text>
        </>
      )}
    </PartForm>
  );
}
