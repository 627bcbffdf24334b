/** "Wil je deze zaak overnemen?", for whoever is asked (K5). */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { ActDone } from '../../api/contract/acts.ts';
import { paths } from '../../api/contract/paths.ts';
import { post } from '../api.ts';
import { useForm } from '../useForm.ts';

interface Props {
  caseId: string;
  onDone: (said: string) => void;
  /** A no may have a reason. */
  onDecline: () => void;
}

export function HandoverAsk({ caseId, onDone, onDecline }: Props) {
  const { busy, problem, send } = useForm();
  const accept = () =>
    send(async (keyOf) => {
      const body = { act: 'case.answer', accept: true, because: '' } as const;
      await post(paths.acts(caseId), body, ActDone, { key: keyOf(body) });
      onDone('Je bent nu aan zet.');
    });
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {problem?.message ?? 'Je bent gevraagd om deze zaak over te nemen. Wil je dat?'}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void accept()}>
          Ja, ik neem het over
        </Button>
        <Button onClick={onDecline}>Nee</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
