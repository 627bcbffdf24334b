/** A report from the tab, for when the chat is not at hand: the same doors, form and order (P1–P6). */
import { Button, MessageBar, MessageBarBody, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { paths } from '../../api/contract/paths.ts';
import { ReportAnswer, ReportForm } from '../../api/contract/report.ts';
import { get, post } from '../api.ts';
import { Loading } from '../components/Loading.tsx';
import { Notice } from '../components/Notice.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { Receipt } from '../components/Receipt.tsx';
import type { Received } from '../components/Receipt.tsx';
import { ConfidantDoor, ReportDoors } from '../components/ReportDoors.tsx';
import type { Door } from '../components/ReportDoors.tsx';
import { bodyOf, emptyDraft, fieldId, isTyped } from '../components/reportDraft.ts';
import type { Draft } from '../components/reportDraft.ts';
import { ReportFields } from '../components/ReportFields.tsx';
import { Call, UrgentPages } from '../components/UrgentPages.tsx';
import { useAnswer } from '../useAnswer.ts';
import { useForm } from '../useForm.ts';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, minWidth: 0, maxWidth: '40rem' },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const askForm = (signal: AbortSignal) => get(paths.report, ReportForm, signal);

/** @param kept what was typed before, while the tab is open */
export function ReportPage({ kept }: { kept: { draft?: Draft } }) {
  const { value: form, problem, retry } = useAnswer(askForm);
  if (problem)
    return (
      <Notice
        title="Je kunt nu niet melden in dit scherm"
        alert
        action={{ label: 'Probeer opnieuw', onClick: retry }}
      >
        {problem.message} Is er gevaar? Bel 112 en wacht niet.
      </Notice>
    );
  if (!form) return <Loading label="Het formulier wordt geladen" />;
  return <Reporting form={form} kept={kept} />;
}

type Screen = 'doors' | Door | 'danger';

function Reporting({ form, kept }: { form: ReportForm; kept: { draft?: Draft } }) {
  const [draft, setDraft] = useState<Draft>(() => kept.draft ?? emptyDraft());
  const [screen, setScreen] = useState<Screen>(() => (isTyped(draft) ? 'report' : 'doors'));
  const [page, setPage] = useState<string>();
  const [received, setReceived] = useState<Received>();
  const sending = useForm();

  const typed = isTyped(draft);
  useEffect(() => {
    kept.draft = draft;
  }, [kept, draft]);
  useEffect(() => {
    if (!typed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [typed]);
  useEffect(() => {
    const field = sending.problem?.field;
    if (field === undefined) return;
    const at = document.getElementById(fieldId(field));
    (at?.matches('input, select, textarea') ? at : at?.querySelector<HTMLElement>('input'))?.focus();
  }, [sending.problem]);

  const change = useCallback((over: Partial<Draft>) => setDraft((now) => ({ ...now, ...over })), []);
  const send = async (warned: boolean) => {
    // The answer tells which screen comes: the form shows why it was refused.
    if (warned) change({ warned });
    let answer: ReportAnswer | undefined;
    const sent = await sending.send(async (key) => {
      answer = await post(paths.report, { ...bodyOf(draft, form.today), warned }, ReportAnswer, { key });
    });
    if (!sent || !answer) return setScreen('report');
    if ('danger' in answer) return setScreen('danger');
    setReceived(answer);
    setDraft(emptyDraft());
  };

  if (received)
    return (
      <Receipt
        received={received}
        urgent={form.urgent}
        onAgain={() => {
          setReceived(undefined);
          setScreen('doors');
        }}
      />
    );
  switch (screen) {
    case 'doors':
      return (
        <ReportDoors
          onDoor={(door) => {
            setPage(undefined);
            setScreen(door);
          }}
        />
      );
    case 'urgent':
      return (
        <UrgentPages
          urgent={form.urgent}
          page={page}
          onPage={setPage}
          onReport={() => {
            change({ text: { ...draft.text, safe: 'nee' } });
            setScreen('report');
          }}
          onBack={() => setScreen('doors')}
        />
      );
    case 'confidant':
      return <ConfidantDoor onBack={() => setScreen('doors')} />;
    case 'danger':
      return (
        <Danger
          urgent={form.urgent}
          busy={sending.busy}
          onSend={() => void send(true)}
          onBack={() => {
            change({ warned: true });
            setScreen('report');
          }}
        />
      );
    case 'report':
      return (
        <Filling
          form={form}
          draft={draft}
          onDraft={change}
          sending={sending}
          onSend={() => void send(draft.warned)}
          onBack={() => setScreen('doors')}
        />
      );
  }
}

interface FillingProps {
  form: ReportForm;
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  sending: ReturnType<typeof useForm>;
  onSend: () => void;
  onBack: () => void;
}

function Filling({ form, draft, onDraft, sending: { busy, problem }, onSend, onBack }: FillingProps) {
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
            Je melding is nog niet verstuurd.{' '}
            {problem.field === undefined ? problem.message : 'Kijk wat er bij het formulier staat.'} Wat je
            typte, staat er nog.
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
function Danger(props: {
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
