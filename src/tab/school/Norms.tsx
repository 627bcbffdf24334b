/** Where the protocol's sources set no number, the school does, or switches the part off: *afspraak van onze school*. */
import { Field, SpinButton, Switch, Text } from '@fluentui/react-components';
import type { NormView } from '../../api/contract/school.ts';
import { useSchool } from './context.ts';
import { PartForm } from './PartForm.tsx';
import { useSchoolStyles } from './styles.ts';
import type { Save } from './useSave.ts';
import { amountWords, unitWords } from './words.ts';

/** The longest that a norm can be, as the protocol's language has it. */
const MOST = 400;
const BEST_SCORE = 10;

type Norms = Record<string, number | 'off'>;

export function Norms() {
  const { view } = useSchool();
  const { list, version: stands } = view.norms;
  const now: Norms = Object.fromEntries(
    list.flatMap(({ id, set }) => (set === undefined ? [] : [[id, set]])),
  );
  return (
    <PartForm
      title="Afspraken van onze school"
      sub="Hier noemt het protocol zelf geen getal. Meldpunt stelt er een voor; de school beslist. Op elk scherm staat erbij dat het een afspraak van onze school is."
      now={now}
      version={stands}
      body={(norms) => ({ kind: 'norms', norms })}
      said="De afspraken zijn bewaard."
    >
      {({ value: norms, change, wrong }) => (
        <>
          {list.length === 0 && <Text>Dit protocol laat niets open: er zijn geen eigen afspraken.</Text>}
          {list.map((norm) => (
            <Line
              key={norm.id}
              norm={norm}
              value={norms[norm.id]}
              wrong={wrong}
              onValue={(value) => {
                const others = Object.fromEntries(Object.entries(norms).filter(([id]) => id !== norm.id));
                change(value === undefined ? others : { ...others, [norm.id]: value });
              }}
            />
          ))}
        </>
      )}
    </PartForm>
  );
}

interface LineProps {
  norm: NormView;
  value: number | 'off' | undefined;
  onValue: (value: number | 'off' | undefined) => void;
  wrong: Save['wrong'];
}

function Line({ norm, value, onValue, wrong }: LineProps) {
  const styles = useSchoolStyles();
  const { id, label, usual, unit } = norm;
  const own = value !== undefined && value !== usual;
  const suggested = usual === undefined ? 'aan' : amountWords(usual, unit);
  return (
    <div className={styles.line} role="group" aria-label={label}>
      <div className={styles.text}>
        <Text weight="semibold">{label}</Text>
        <Text size={200} className={styles.second}>
          Voorstel: {suggested}
          {own && '. Onze school wijkt hiervan af.'}
        </Text>
      </div>
      {usual !== undefined && value !== 'off' && (
        <Field label={unit ? unitWords[unit] : 'aantal'} {...wrong(id)}>
          <SpinButton
            className={styles.amount}
            min={0}
            max={unit === 'score' ? BEST_SCORE : MOST}
            value={value ?? usual}
            onChange={(_, data) => {
              const next = data.value ?? Number(data.displayValue);
              if (Number.isInteger(next) && next >= 0) onValue(next === usual ? undefined : next);
            }}
          />
        </Field>
      )}
      <Switch
        label={value === 'off' ? 'Uit' : 'Aan'}
        aria-label={`${label}: aan`}
        checked={value !== 'off'}
        onChange={(_, { checked }) => onValue(checked ? undefined : 'off')}
      />
    </div>
  );
}
