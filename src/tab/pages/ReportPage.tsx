/** A report from the tab, for when the chat is not at hand: the same doors, form and order (P1–P6). */
import { useCallback, useEffect, useState } from 'react';
import { paths } from '../../api/contract/paths.ts';
import { ReportAnswer, ReportForm } from '../../api/contract/report.ts';
import { get, post } from '../api.ts';
import { Loading } from '../components/Loading.tsx';
import { Notice } from '../components/Notice.tsx';
import { Receipt } from '../components/Receipt.tsx';
import type { Received } from '../components/Receipt.tsx';
import { ConfidantDoor, ReportDoors } from '../components/ReportDoors.tsx';
import type { Door } from '../components/ReportDoors.tsx';
import { bodyOf, emptyDraft, fieldId, isTyped } from '../components/reportDraft.ts';
import type { Draft, KeptReport } from '../components/reportDraft.ts';
import { Danger, Filling } from '../components/ReportFilling.tsx';
import { UrgentPages } from '../components/UrgentPages.tsx';
import { useAnswer } from '../useAnswer.ts';
import { useForm } from '../useForm.ts';

const askForm = (signal: AbortSignal) => get(paths.report, ReportForm, signal);

/** @param kept what was typed before, while the tab is open */
export function ReportPage({ kept }: { kept: KeptReport }) {
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

function Reporting({ form, kept }: { form: ReportForm; kept: KeptReport }) {
  const [draft, setDraft] = useState<Draft>(() => kept.draft ?? emptyDraft());
  const [screen, setScreen] = useState<Screen>(() => (isTyped(draft) ? 'report' : 'doors'));
  const [page, setPage] = useState<string>();
  const [received, setReceived] = useState<Received>();
  const sending = useForm(kept);

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
    const body = { ...bodyOf(draft, form.today), warned };
    let answer: ReportAnswer | undefined;
    const sent = await sending.send(async (keyOf) => {
      answer = await post(paths.report, body, ReportAnswer, { key: keyOf(body) });
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
