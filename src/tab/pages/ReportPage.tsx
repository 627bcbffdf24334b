/** A report from the tab, for when the chat is not at hand: the same doors, form and order (P1–P6). */
import { useEffect, useState } from 'react';
import type { Dispatch, SetStateAction } from 'react';
import { paths } from '../../api/contract/paths.ts';
import { ReportAnswer, ReportForm } from '../../api/contract/report.ts';
import { get, post } from '../api.ts';
import { Loading } from '../components/Loading.tsx';
import { Notice } from '../components/Notice.tsx';
import { Receipt } from '../report/Receipt.tsx';
import { ConfidantDoor, ReportDoors } from '../report/ReportDoors.tsx';
import type { Door } from '../report/ReportDoors.tsx';
import { bodyOf, emptyDraft, fieldId, isTyped } from '../report/reportDraft.ts';
import type { Draft, KeptReport } from '../report/reportDraft.ts';
import { Danger, Filling } from '../report/ReportFilling.tsx';
import { UrgentPages } from '../report/UrgentPages.tsx';
import { useMe } from '../me.ts';
import { useAnswer } from '../useAnswer.ts';
import type { Sending } from '../useForm.ts';

const askForm = (signal: AbortSignal) => get(paths.report, ReportForm, signal);

interface Props {
  /** What was typed before and what became of it, while the tab is open. */
  kept: KeptReport;
  onKept: Dispatch<SetStateAction<KeptReport>>;
  sending: Sending;
}

export function ReportPage(props: Props) {
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
  return <Reporting form={form} {...props} />;
}

function Reporting({ form, kept, onKept, sending }: Props & { form: ReportForm }) {
  const { today } = useMe();
  const { draft = emptyDraft(), answer } = kept;
  const typed = isTyped(draft);
  const [screen, setScreen] = useState<'doors' | Door>(typed ? 'report' : 'doors');
  const [page, setPage] = useState<string>();

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

  const change = (over: Partial<Draft>) =>
    onKept((now) => ({ ...now, draft: { ...(now.draft ?? emptyDraft()), ...over } }));
  const backToForm = () => {
    onKept((now) => ({ ...now, answer: undefined }));
    setScreen('report');
  };
  const send = async (warned: boolean) => {
    // The answer tells which screen comes: the form shows why it was refused.
    if (warned) change({ warned });
    const body = { ...bodyOf(draft, today), warned };
    const sent = await sending.send(async (keyOf) => {
      const next = await post(paths.report, body, ReportAnswer, { key: keyOf(body) });
      onKept((now) => ('danger' in next ? { ...now, answer: next } : { answer: next }));
    });
    if (!sent) backToForm();
  };

  if (answer && 'danger' in answer)
    return (
      <Danger
        urgent={form.urgent}
        busy={sending.busy}
        onSend={() => void send(true)}
        onBack={() => {
          change({ warned: true });
          backToForm();
        }}
      />
    );
  if (answer)
    return (
      <Receipt
        received={answer}
        urgent={form.urgent}
        onAgain={() => {
          onKept({});
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
