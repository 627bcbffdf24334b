/** The form of a step, made from the protocol as the card in the chat is: its questions, and a button for each ending. */
import {
  Button,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useEffect, useId, useState } from 'react';
import { paths } from '../../api/contract/paths.ts';
import { StepDone, StepForm as Form } from '../../api/contract/step.ts';
import { get, post } from '../api.ts';
import { useMe } from '../me.ts';
import { useAnswer } from '../useAnswer.ts';
import { useForm } from '../useForm.ts';
import type { Told } from './ParentInputs.tsx';
import { contactOf, NOTHING_TOLD, ParentInputs } from './ParentInputs.tsx';
import { QuestionInput } from './QuestionInput.tsx';
import { Stories } from './Stories.tsx';
import type { Typed } from './rules.ts';
import { askedNow, holds } from './rules.ts';

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: tokens.spacingVerticalL },
  endings: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  only: { display: 'block', color: tokens.colorNeutralForeground2 },
});

interface Props {
  caseId: string;
  /** By what the step stands in an address. */
  step: string;
  /** It is not open any more: somebody else was first. */
  gone: boolean;
  onDone: (done: StepDone) => void;
}

/** Asks for the form; what was typed on it is kept for as long as it stands there. */
export function StepForm(props: Props) {
  const { caseId, step } = props;
  const ask = useCallback(
    (signal: AbortSignal) =>
      get(`${paths.steps(caseId)}?${new URLSearchParams({ stap: step })}`, Form, signal),
    [caseId, step],
  );
  const { value: form, problem, retry } = useAnswer(ask);
  if (problem)
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          {problem.message} <Button onClick={retry}>Probeer opnieuw</Button>
        </MessageBarBody>
      </MessageBar>
    );
  if (!form) return <Spinner size="small" label="Het formulier wordt geladen" />;
  if (form.became !== undefined)
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{form.became}</MessageBarBody>
      </MessageBar>
    );
  return <Fill {...props} form={form} />;
}

/** Where an input stands, by what the server names it. */
const inputId = (base: string, field: string) => `${base}${field}`;

function Fill({ caseId, step, gone, form, onDone }: Props & { form: Form }) {
  const styles = useStyles();
  const base = useId();
  const { today } = useMe();
  const [changed, setChanged] = useState<Typed>({});
  const typed: Typed = { ...usualDays(form, today), ...changed };
  const [told, setTold] = useState<Record<string, Told>>({});
  const { busy, problem, send } = useForm();
  const { shown, answers } = askedNow(form.questions, typed);
  const parents = holds(form.parentsWhen, answers) ? form.parents : [];
  const [opened] = useState(() => crypto.randomUUID());
  const became = useBecame(caseId, step, gone);

  useEffect(() => {
    const field = problem?.field;
    const first = field === 'parents' ? `parents.${form.parents[0]?.key}` : field;
    const at = first === undefined ? null : document.getElementById(inputId(base, first));
    (at?.querySelector<HTMLElement>('input') ?? at)?.focus();
  }, [problem, base, form.parents]);

  const finish = (outcome: string) =>
    send(async (keyOf) => {
      const contacts = parents.flatMap((p) => contactOf(p.key, told[p.key] ?? NOTHING_TOLD) ?? []);
      const body = { step: form.step, outcome, answers, contacts, opened };
      onDone(await post(paths.steps(caseId), body, StepDone, { key: keyOf(body) }));
    });
  const at = (field: string) => (problem?.field === field ? problem.message : undefined);
  const placed = shown.some((q) => q.id === problem?.field) || problem?.field?.startsWith('parents');
  const tooLate = became ?? (problem?.status === 409 ? problem.message : undefined);
  return (
    <form className={styles.form} aria-label={form.title} onSubmit={(event) => event.preventDefault()}>
      {form.talk && <Text>{form.talk}</Text>}
      <Stories stories={form.stories} />
      {parents.map((parent) => (
        <ParentInputs
          key={parent.key}
          id={inputId(base, `parents.${parent.key}`)}
          name={parent.name}
          when={withWords(form)}
          told={told[parent.key] ?? NOTHING_TOLD}
          onTold={(one) => setTold({ ...told, [parent.key]: one })}
          problem={at(`parents.${parent.key}`) ?? at('parents')}
        />
      ))}
      {shown.map((question) => (
        <QuestionInput
          key={question.id}
          question={question}
          id={inputId(base, question.id)}
          value={typed[question.id]}
          problem={at(question.id)}
          onChange={(value) => setChanged({ ...changed, [question.id]: value })}
        />
      ))}
      {problem && !placed && tooLate === undefined && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{problem.message}</MessageBarBody>
        </MessageBar>
      )}
      {tooLate !== undefined ? (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{tooLate}</MessageBarBody>
        </MessageBar>
      ) : (
        <div role="group" aria-label="Hoe is het gegaan?">
          <div className={styles.endings}>
            {form.outcomes.map((outcome, i) => (
              <Button
                key={outcome.id}
                appearance={i === 0 ? 'primary' : 'secondary'}
                disabledFocusable={busy || !holds(outcome.when, answers)}
                onClick={() => void finish(outcome.id)}
              >
                {outcome.label}
              </Button>
            ))}
          </div>
          {form.outcomes
            .filter((outcome) => outcome.only !== undefined && !holds(outcome.when, answers))
            .map((outcome) => (
              <Text key={outcome.id} size={200} className={styles.only}>
                ‘{outcome.label}’: {outcome.only}
              </Text>
            ))}
        </div>
      )}
    </form>
  );
}

/** What stands in the days that have been: what was noted of them, else today. */
const usualDays = ({ questions }: Form, today: string): Typed =>
  Object.fromEntries(questions.flatMap((q) => (q.past ? [[q.id, q.past.noted ?? today]] : [])));

/** "(nodig bij ‘Gesproken’)", where not every ending asks for it. */
function withWords({ parentsWith, outcomes }: Form): string | undefined {
  if (!parentsWith || parentsWith.length >= outcomes.length) return undefined;
  const labels = outcomes.filter((o) => parentsWith.includes(o.id)).map((o) => `‘${o.label}’`);
  return ` (nodig bij ${labels.join(' en ')})`;
}

/** What became of a step that somebody else ended while its form stood open. */
function useBecame(caseId: string, step: string, gone: boolean): string | undefined {
  const [became, setBecame] = useState<string>();
  useEffect(() => {
    if (!gone) return;
    const stop = new AbortController();
    get(`${paths.steps(caseId)}?${new URLSearchParams({ stap: step })}`, Form, stop.signal).then(
      (now) => setBecame(now.became && `${now.became} Wat je invulde, is niet bewaard. Het staat hier nog.`),
      () => {
        if (!stop.signal.aborted)
          setBecame('Deze stap is er niet meer. Wat je invulde, is niet bewaard. Het staat hier nog.');
      },
    );
    return () => stop.abort();
  }, [caseId, step, gone]);
  return gone ? became : undefined;
}
