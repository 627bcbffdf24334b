/** Short forms for what people do with a step or a case beside finishing a step, and what stands in their place once sent. */
import type { Calendar } from '../domain/calendar.ts';
import type { School } from '../domain/school.ts';
import { inCase } from '../domain/words.ts';
import type { ActScene, Ask } from './ask.ts';
import { caseAsks } from './caseAsks.ts';
import { formCard } from './form.ts';
import { notice } from './notice.ts';
import { pupilChoices, pupilChosen } from './pupils.ts';
import type { Input } from './questions.ts';
import { stepAsks } from './stepAsks.ts';
import type { Card, Link } from './template.ts';
import { plainText } from './template.ts';

/** Each is the verb of the form's button. */
export type ActVerb = keyof typeof stepAsks | keyof typeof caseAsks;
export const asks: Record<ActVerb, Ask> = { ...stepAsks, ...caseAsks };
export const ACTS = Object.keys(asks) as [ActVerb, ...ActVerb[]];

interface ActForm extends ActScene {
  nonce: string;
  fields: Record<string, string>;
  error?: string;
  link: Link;
}

const titleOf = ({ protocol, step }: ActScene): string | undefined =>
  step && protocol.steps.find((s) => s.id === step.step)?.title;

export function actForm(verb: ActVerb, form: ActForm): Card {
  const { state, school, step, nonce, today: day, fields, error, link } = form;
  const { title, lines, inputs, send } = asks[verb];
  const data = { verb, case: state.id, ...(step ? { step: step.key } : {}), nonce, day };
  return formCard({
    title: [title, titleOf(form)].filter(Boolean).join(': '),
    lines: [plainText(inCase(state, school, step?.for)), ...(lines?.(form) ?? [])],
    error,
    inputs: inputs(form).map((i) => withChosen({ ...i, value: fields[i.id] ?? i.value }, school)),
    buttons: [{ title: send, style: 'positive', data }],
    links: [link],
  });
}

/** Whoever was found while typing stands in no list of the nearest: a form that comes back still shows them. */
function withChosen(asked: Input, school: School): Input {
  const chosen = asked.type === 'pupil' ? pupilChosen(asked.value, school) : undefined;
  const [choice] = chosen ? pupilChoices([chosen], school) : [];
  if (!choice) return asked;
  const known = asked.choices.some((c) => c.value === choice.value);
  return { ...asked, value: choice.value, choices: known ? asked.choices : [choice, ...asked.choices] };
}

interface Done {
  /** What the case is called: "Zaak 2026-0001". */
  called: string;
  /** The title of the step that it was about. */
  step?: string;
  due?: string;
}

/** What happened and by when it is due now; nothing of what was typed (P17). */
export function actDone(verb: ActVerb, { called, step, due }: Done, calendar: Calendar, link: Link): Card {
  const { done, now } = asks[verb];
  return notice({
    title: `✓ ${done}`,
    lines: [
      step === undefined ? called : `${called}: ‘${step}’`,
      ...(now && due ? [now(calendar.say(due))] : []),
    ],
    links: [link],
  });
}
