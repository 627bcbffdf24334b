/** One input of the form of an act, inside the field that names it. */
import { Combobox, Input, Option, Radio, RadioGroup, Textarea, makeStyles } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { hasWords } from '../../api/contract/words.ts';
import { Colleagues } from '../../api/contract/acts.ts';
import { paths } from '../../api/contract/paths.ts';
import { get } from '../api.ts';
import { useAnswer } from '../useAnswer.ts';
import type { ActInput } from './actForms.ts';
import { longest } from './actForms.ts';

const useStyles = makeStyles({
  short: { maxWidth: '14rem' },
  box: { minWidth: 0 },
});

interface ControlProps {
  caseId: string;
  act: string;
  input: ActInput;
  value: string;
  onChange: (value: string) => void;
}

export function ActControl(props: ControlProps) {
  const styles = useStyles();
  const { input, value, onChange } = props;
  switch (input.type) {
    case 'line':
      return <Input value={value} maxLength={longest(input)} onChange={(_, d) => onChange(d.value)} />;
    case 'text':
      return (
        <Textarea
          value={value}
          rows={4}
          resize="vertical"
          maxLength={longest(input)}
          onChange={(_, d) => onChange(d.value)}
        />
      );
    case 'date':
      return (
        <Input
          className={styles.short}
          type="date"
          value={value}
          min={input.first}
          max={input.last}
          onChange={(_, d) => onChange(d.value)}
        />
      );
    case 'choice':
      return (
        <RadioGroup value={value} onChange={(_, d) => onChange(d.value)}>
          {(input.choices ?? []).map((choice) => (
            <Radio key={choice.id} value={choice.id} label={choice.label} />
          ))}
        </RadioGroup>
      );
    case 'colleague':
      return <Colleague {...props} />;
    case 'pupil':
    case 'contact':
      return null;
  }
}

/** Who can be asked, found while typing. */
function Colleague({ caseId, act, onChange }: ControlProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const ask = useCallback(
    (signal: AbortSignal) =>
      get(`${paths.colleagues(caseId)}?${new URLSearchParams({ voor: act })}`, Colleagues, signal),
    [caseId, act],
  );
  const { value: found, problem } = useAnswer(ask);
  const people = (found?.people ?? []).filter(({ name }) => hasWords(name, typed)).slice(0, SHOWN);
  return (
    <Combobox
      className={styles.box}
      freeform
      autoComplete="off"
      placeholder={problem ? 'De lijst kon niet worden geladen' : 'Typ een naam'}
      value={typed}
      selectedOptions={[]}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange('');
      }}
      onOptionSelect={(_, { optionValue, optionText }) => {
        setTyped(optionText ?? '');
        onChange(optionValue ?? '');
      }}
    >
      {people.map((p) => (
        <Option key={p.id} value={p.id}>
          {p.name}
        </Option>
      ))}
    </Combobox>
  );
}
/** As many as one can look over; typing finds the others. */
const SHOWN = 20;
