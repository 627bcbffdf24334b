/** Moving the case to a newer version of the protocol (A6): what it brings first, then the choice. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useCallback } from 'react';
import { ActDone, VersionPreview } from '../../api/contract/acts.ts';
import { paths } from '../../api/contract/paths.ts';
import { ApiProblem, get, post } from '../api.ts';
import { useAnswer } from '../useAnswer.ts';
import { useForm } from '../useForm.ts';

const useStyles = makeStyles({
  content: { display: 'grid', rowGap: tokens.spacingVerticalM },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

interface Props {
  caseId: string;
  onClose: () => void;
  onDone: (said: string) => void;
}

export function VersionDialog({ caseId, onClose, onDone }: Props) {
  const styles = useStyles();
  const ask = useCallback(
    (signal: AbortSignal) => get(paths.version(caseId), VersionPreview, signal),
    [caseId],
  );
  const { value: preview, problem: unseen, retry } = useAnswer(ask);
  const { busy, problem, send } = useForm();
  const move = ({ to, hash }: VersionPreview) =>
    send(async (keyOf) => {
      const body = { act: 'case.version', hash } as const;
      await post(paths.acts(caseId), body, ActDone, { key: keyOf(body) }).catch((error: unknown) => {
        // What was seen is not what would come: it is shown anew, with why.
        if (error instanceof ApiProblem && error.status === 409) retry();
        throw error;
      });
      onDone(`De zaak loopt nu op versie ${to} van het protocol.`);
    });
  const wrong = problem ?? unseen;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {preview
              ? `Van versie ${preview.from} naar versie ${preview.to}`
              : 'Nieuwe versie van het protocol'}
          </DialogTitle>
          <DialogContent className={styles.content}>
            {!preview && !unseen && <Spinner label="Ik kijk wat er verandert" />}
            {preview && (
              <>
                <Text>Wat klaar is, blijft in de zaak staan. Teruggaan naar de oude versie kan niet.</Text>
                <Part
                  title="Dit verandert nu in deze zaak"
                  lines={preview.now}
                  none="Nu verandert er in deze zaak niets."
                />
                {preview.differences.map(({ heading, lines }) => (
                  <Part
                    key={heading}
                    title={`Verschil in het protocol: ${heading.toLowerCase()}`}
                    lines={lines}
                  />
                ))}
              </>
            )}
            {wrong && (
              <MessageBar intent="error" layout="multiline" role="alert">
                <MessageBarBody>{wrong.message}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions fluid>
            {preview && (
              <Button appearance="primary" disabledFocusable={busy} onClick={() => void move(preview)}>
                Naar versie {preview.to}
              </Button>
            )}
            <Button onClick={onClose}>Annuleren</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** A list under a heading; `none` is said where it is empty, else it is left out. */
function Part({ title, lines, none }: { title: string; lines: string[]; none?: string }) {
  const styles = useStyles();
  if (lines.length === 0) return none ? <Text>{none}</Text> : null;
  return (
    <div>
      <Text weight="semibold">{title}</Text>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>
            <Text>{line}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
