/** A short form for one act, in a dialog: sent once, and kept as it was typed when it is refused. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import { ActDone } from '../../api/contract/acts.ts';
import type { CaseView } from '../../api/contract/case.ts';
import { paths } from '../../api/contract/paths.ts';
import { post } from '../api.ts';
import type { Chosen } from '../components/PupilPicker.tsx';
import { asTyped, PupilPicker } from '../components/PupilPicker.tsx';
import { useMe } from '../me.ts';
import { useForm } from '../useForm.ts';
import { ActControl } from './ActControl.tsx';
import type { ActInput, Wanted } from './actForms.ts';
import { actForm, longest } from './actForms.ts';
import type { Told } from './ParentInputs.tsx';
import { contactOf, NOTHING_TOLD, ParentInputs } from './ParentInputs.tsx';

const useStyles = makeStyles({
  content: { display: 'grid', rowGap: tokens.spacingVerticalM },
});

interface Props {
  view: CaseView;
  wanted: Wanted;
  onClose: () => void;
  onDone: (said: string) => void;
}

export function ActDialog({ view: newest, wanted, onClose, onDone }: Props) {
  // As it was when the dialog opened: what others do meanwhile is not overruled unseen.
  const [view] = useState(newest);
  const styles = useStyles();
  const base = useId();
  const { today } = useMe();
  const form = actForm(wanted, view, today);
  const [typedText, setText] = useState<Record<string, string>>({});
  const text = { ...form.before, ...typedText };
  const [pupils, setPupils] = useState<Chosen[]>([]);
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState<Told>(NOTHING_TOLD);
  const { busy, problem, send } = useForm();
  const parent = 'parent' in wanted ? wanted.parent : undefined;

  const submit = () =>
    send(async (keyOf) => {
      const pupil = (pupils[0] ?? asTyped(typed)).whom;
      const contact = parent && contactOf(parent.key, told);
      const body = form.body({ text, pupil, contact });
      const { due } = await post(paths.acts(view.id), body, ActDone, { key: keyOf(body) });
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
        <ActControl
          caseId={view.id}
          act={wanted.act}
          input={input}
          value={text[input.id] ?? ''}
          onChange={(value) => setText({ ...typedText, [input.id]: value })}
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
