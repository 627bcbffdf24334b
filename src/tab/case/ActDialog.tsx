/** A short form for one act, in a dialog: sent once, and kept as it was typed when it is refused. */
import {
  Button,
  Combobox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Option,
  Radio,
  RadioGroup,
  Text,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useId, useState } from 'react';
import { ActDone, Colleagues } from '../../api/contract/acts.ts';
import type { CaseView } from '../../api/contract/case.ts';
import { paths } from '../../api/contract/paths.ts';
import { get, post } from '../api.ts';
import type { Chosen } from '../components/PupilPicker.tsx';
import { asTyped, PupilPicker } from '../components/PupilPicker.tsx';
import { useMe } from '../me.ts';
import { useAnswer } from '../useAnswer.ts';
import { useForm } from '../useForm.ts';
import type { ActInput, Wanted } from './actForms.ts';
import { actForm, longest } from './actForms.ts';
import type { Told } from './ParentInputs.tsx';
import { contactOf, NOTHING_TOLD, ParentInputs } from './ParentInputs.tsx';

const useStyles = makeStyles({
  content: { display: 'grid', rowGap: tokens.spacingVerticalM },
  short: { maxWidth: '14rem' },
  box: { minWidth: 0 },
});

interface Props {
  view: CaseView;
  wanted: Wanted;
  onClose: () => void;
  onDone: (said: string) => void;
}

export function ActDialog({ view, wanted, onClose, onDone }: Props) {
  const styles = useStyles();
  const base = useId();
  const { today } = useMe();
  const form = actForm(wanted, view, today);
  const [text, setText] = useState<Record<string, string>>(form.before ?? {});
  const [pupils, setPupils] = useState<Chosen[]>([]);
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState<Told>(NOTHING_TOLD);
  const { busy, problem, send } = useForm();
  const parent = 'parent' in wanted ? wanted.parent : undefined;

  const submit = () =>
    send(async (key) => {
      const pupil = (pupils[0] ?? asTyped(typed)).whom;
      const contact = parent && contactOf(parent.key, told);
      const { due } = await post(paths.acts(view.id), form.body({ text, pupil, contact }), ActDone, { key });
      onDone(form.done(due));
    });
  // A refusal without an input of its own stands under the form.
  const at = (input: ActInput) => (problem?.field === input.id ? problem.message : undefined);
  const loose = problem && !form.inputs.some((input) => input.id === problem.field);

  const drawn = (input: ActInput) => {
    const id = `${base}${input.id}`;
    if (input.type === 'pupil')
      return (
        <PupilPicker
          key={input.id}
          id={id}
          label={input.label}
          hint={input.hint}
          required
          most={1}
          longest={longest({ ...input, type: 'line' })}
          chosen={pupils}
          onChosen={setPupils}
          typed={typed}
          onTyped={setTyped}
          problem={at(input)}
        />
      );
    if (input.type === 'contact')
      return (
        <ParentInputs
          key={input.id}
          id={id}
          name={input.label}
          told={told}
          onTold={setTold}
          problem={problem?.field === 'because' ? problem.message : undefined}
        />
      );
    return (
      <Field
        key={input.id}
        label={input.label}
        hint={input.hint}
        required={input.required}
        validationState={at(input) ? 'error' : 'none'}
        validationMessage={at(input)}
      >
        <Control
          caseId={view.id}
          act={wanted.act}
          input={input}
          value={text[input.id] ?? ''}
          onChange={(value) => setText({ ...text, [input.id]: value })}
        />
      </Field>
    );
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
          noValidate
        >
          <DialogBody>
            <DialogTitle>{form.title}</DialogTitle>
            <DialogContent className={styles.content}>
              {form.lines.map((line) => (
                <Text key={line}>{line}</Text>
              ))}
              {form.inputs.map(drawn)}
              {loose && (
                <MessageBar intent="error" layout="multiline" role="alert">
                  <MessageBarBody>{problem.message}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions fluid>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {form.send}
              </Button>
              <Button onClick={onClose}>Annuleren</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

interface ControlProps {
  caseId: string;
  act: string;
  input: ActInput;
  value: string;
  onChange: (value: string) => void;
}

function Control(props: ControlProps) {
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
  const words = typed.toLocaleLowerCase('nl').split(' ');
  const people = (found?.people ?? [])
    .filter(({ name }) => words.every((w) => name.toLocaleLowerCase('nl').includes(w)))
    .slice(0, SHOWN);
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
