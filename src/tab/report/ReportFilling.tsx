/** The form of a report as it is filled in, and the screen that comes before it is sent when there may be danger (P2, P4). */
import { Button, MessageBar, MessageBarBody, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReportForm } from '../../api/contract/report.ts';
import { isRefusal } from '../useForm.ts';
import type { Sending } from '../useForm.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import type { Draft } from './reportDraft.ts';
import { ReportFields } from './ReportFields.tsx';
import { Call } from './UrgentPages.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, minWidth: 0, maxWidth: '40rem' },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface FillingProps {
  form: ReportForm;
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  sending: Sending;
  onSend: () => void;
  onBack: () => void;
}

export function Filling({ form, draft, onDraft, sending: { busy, problem }, onSend, onBack }: FillingProps) {
  const styles = useStyles();
  return (
    <form
      className={styles.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend();
      }}
    >
      <PageTitle
        title="Melding maken"
        sub="Het duurt ongeveer twee minuten. Je hoeft niets zeker te weten."
      />
      <ReportFields form={form} draft={draft} onDraft={onDraft} problem={problem} />
      <Text>Is er nu gevaar? Bel 112 en wacht niet op Teams.</Text>
      {problem && (
        <MessageBar intent="error" role="alert" layout="multiline">
          <MessageBarBody>
            {isRefusal(problem)
              ? 'Je melding is nog niet verstuurd.'
              : 'We weten niet of je melding is aangekomen.'}{' '}
            {problem.field === undefined ? problem.message : 'Kijk wat er bij het formulier staat.'} Wat je
            typte, staat er nog.{!isRefusal(problem) && ' Verstuur het nog een keer: het telt één keer mee.'}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.ways}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {busy ? 'Wordt verstuurd …' : 'Melding versturen'}
        </Button>
        <Button onClick={onBack}>Terug</Button>
      </div>
    </form>
  );
}

/** Before a report is sent in which words point to danger to life: whom to call, once, with all that was typed kept. */
export function Danger(props: {
  urgent: ReportForm['urgent'];
  busy: boolean;
  onSend: () => void;
  onBack: () => void;
}) {
  const { urgent, busy, onSend, onBack } = props;
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <PageTitle title="Lees dit eerst: is er gevaar?" />
      <Call urgent={urgent} lead="Wacht niet op Teams. Bel nu:" also={urgent.danger} />
      <Text>
        In je melding staan woorden die op levensgevaar kunnen wijzen.{' '}
        <strong>Je melding is nog niet verstuurd.</strong>
      </Text>
      <Text>{urgent.whenRead}</Text>
      <Text>Heb je gebeld, of is dit niet nodig? Verstuur dan je melding. Er is niets weg.</Text>
      <div className={styles.ways}>
        <Button appearance="primary" disabledFocusable={busy} onClick={onSend}>
          Gebeld of niet nodig: versturen
        </Button>
        <Button onClick={onBack}>Terug naar het formulier</Button>
      </div>
    </div>
  );
}
