/** What is still to be entered in the pupil tracking system, with a button to say that it is there (K17). */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ActDone } from '../../api/contract/acts.ts';
import type { CaseView } from '../../api/contract/case.ts';
import { paths } from '../../api/contract/paths.ts';
import { post } from '../api.ts';
import { useForm } from '../useForm.ts';
import { NoteText } from './NoteText.tsx';

const useStyles = makeStyles({
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
  button: { marginTop: tokens.spacingVerticalXS },
});

interface Props {
  view: CaseView;
  registration: CaseView['registrations'][number];
  onDone: (said: string) => void;
}

export function Registration({ view, registration, onDone }: Props) {
  const styles = useStyles();
  const { busy, problem, send } = useForm();
  const { pupil, heading, stepTitle, step, key: of, doer, person, mine } = registration;
  const done = () =>
    send(async (keyOf) => {
      const sent = { act: 'step.register', step, pupil: of, doer, person } as const;
      await post(paths.acts(view.id), sent, ActDone, { key: keyOf(sent) });
      onDone(`Genoteerd in ${view.lvs}.`);
    });
  return (
    <>
      <Text>
        <Text weight="semibold">{pupil}</Text>: {heading}
      </Text>
      <Text className={styles.more} size={200}>
        Na ‘{stepTitle}’ · door de {registration.function}
      </Text>
      <NoteText text={registration.note} />
      {mine && (
        <Button
          className={styles.button}
          size="small"
          disabledFocusable={busy}
          aria-label={`Staat erin: ${heading} van ${pupil}`}
          onClick={() => void done()}
        >
          Staat erin
        </Button>
      )}
      {problem && <Text role="alert">{problem.message}</Text>}
    </>
  );
}
