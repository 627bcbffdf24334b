/** One question of a step's form, drawn by its type. */
import {
  Checkbox,
  Field,
  Input,
  Radio,
  RadioGroup,
  Select,
  Text,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { FieldControlProps } from '@fluentui/react-components';
import type { StepQuestion } from '../../api/contract/step.ts';
import { useMe } from '../me.ts';
import { RegisteredPicker } from './RegisteredPicker.tsx';

const useStyles = makeStyles({
  short: { maxWidth: '14rem' },
  group: { display: 'grid' },
  scores: {
    display: 'grid',
    gridTemplateColumns: 'repeat(11, minmax(0, 2.75rem))',
    '@media (max-width: 640px)': { gridTemplateColumns: 'repeat(6, minmax(0, 1fr))' },
  },
  ends: {
    display: 'flex',
    justifyContent: 'space-between',
    maxWidth: '30rem',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
});

/** A list that is longer is folded. */
const SHOWN_CHOICES = 7;
const NUMBERS = Array.from({ length: 11 }, (_, n) => String(n));

interface Props {
  question: StepQuestion;
  /** The id of the input, by which it gets the focus. */
  id: string;
  value: string | string[] | undefined;
  problem: string | undefined;
  onChange: (value: string | string[]) => void;
}

export function QuestionInput(props: Props) {
  const { question, problem } = props;
  const several = question.type === 'choices' || question.type === 'consult';
  if (question.type === 'pupils') return <RegisteredPicker {...props} />;
  return (
    <Field
      label={question.label}
      hint={question.hint}
      required={question.required}
      validationState={problem === undefined ? 'none' : 'error'}
      validationMessage={problem}
    >
      {several ? (field) => <Several {...props} field={field} /> : <Control {...props} />}
    </Field>
  );
}

/** Inside the field, which gives it its name. */
function Control({ question, id, value, onChange }: Props) {
  const { today } = useMe();
  const styles = useStyles();
  const text = typeof value === 'string' ? value : '';
  switch (question.type) {
    case 'line':
      return <Input id={id} value={text} maxLength={question.max} onChange={(_, d) => onChange(d.value)} />;
    case 'text':
    case 'agreements':
      return (
        <Textarea
          id={id}
          value={text}
          resize="vertical"
          rows={question.type === 'text' ? 3 : 4}
          maxLength={question.type === 'text' ? question.max : undefined}
          onChange={(_, d) => onChange(d.value)}
        />
      );
    case 'date':
      return (
        <Input
          id={id}
          className={styles.short}
          type="date"
          value={text}
          max={question.past && today}
          onChange={(_, d) => onChange(d.value)}
        />
      );
    case 'score':
      return <Scores id={id} value={text} onChange={onChange} />;
    case 'yesno':
      return (
        <RadioGroup id={id} layout="horizontal" value={text} onChange={(_, d) => onChange(d.value)}>
          <Radio value="ja" label="Ja" />
          <Radio value="nee" label="Nee" />
        </RadioGroup>
      );
    case 'choice':
      return question.choices.length > SHOWN_CHOICES ? (
        <Select id={id} value={text} onChange={(_, d) => onChange(d.value)}>
          <option value="">Kies …</option>
          {question.choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </Select>
      ) : (
        <RadioGroup id={id} value={text} onChange={(_, d) => onChange(d.value)}>
          {question.choices.map((choice) => (
            <Radio key={choice.id} value={choice.id} label={choice.label} />
          ))}
        </RadioGroup>
      );
    // Drawn elsewhere: they are more than one input.
    case 'choices':
    case 'consult':
    case 'pupils':
      return null;
  }
}

/** 0 to 10, with words at both ends. */
function Scores({ id, value, onChange }: { id: string; value: string; onChange: (value: string) => void }) {
  const styles = useStyles();
  return (
    <div>
      <RadioGroup
        id={id}
        className={styles.scores}
        layout="horizontal-stacked"
        value={value}
        onChange={(_, d) => onChange(d.value)}
      >
        {NUMBERS.map((n) => (
          <Radio key={n} value={n} label={n} />
        ))}
      </RadioGroup>
      <div className={styles.ends} aria-hidden>
        <Text size={200}>0 = helemaal niet veilig</Text>
        <Text size={200}>10 = helemaal veilig</Text>
      </div>
    </div>
  );
}

/** Choices of which more than one can hold; a group of its own, named by the field. */
function Several({ id, question, value, onChange, field }: Props & { field: FieldControlProps }) {
  const styles = useStyles();
  const chosen = Array.isArray(value) ? value : [];
  return (
    <div
      id={id}
      role="group"
      tabIndex={-1}
      className={styles.group}
      aria-labelledby={field['aria-labelledby']}
      aria-describedby={field['aria-describedby']}
    >
      {question.choices.map((choice) => (
        <Checkbox
          key={choice.id}
          label={choice.label}
          checked={chosen.includes(choice.id)}
          onChange={(_, { checked }) =>
            onChange(checked === true ? [...chosen, choice.id] : chosen.filter((c) => c !== choice.id))
          }
        />
      ))}
    </div>
  );
}
