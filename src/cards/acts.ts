/** Short forms for what people do with a step or a case beside finishing a step, and what stands in their place once sent. */
import type { Calendar } from '../domain/calendar.ts';
import { inCase } from '../domain/words.ts';
import { asks } from './asks.ts';
import type { ActScene, ActVerb } from './asks.ts';
import { formCard } from './form.ts';
import { notice } from './notice.ts';
import type { Card, Link } from './template.ts';
import { plainText } from './template.ts';

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
    lines: [plainText(inCase(state, school, step?.for)), ...lines(form)],
    error,
    inputs: inputs(form).map((i) => ({ ...i, value: fields[i.id] ?? i.value })),
    buttons: [{ title: send, style: 'positive', data }],
    links: [link],
  });
}

interface Done {
  /** What the case is called: "Zaak 2026-0001". */
  called: string;
  /** The title of the step that it was about. */
  step?: string;
  due?: string;
}

const dones: Record<ActVerb, { title: string; now?: (day: string) => string }> = {
  'step.later': { title: 'Uitgesteld', now: (day) => `Doe het nu uiterlijk ${day}.` },
  'step.talk': { title: 'Kort vastgelegd', now: (day) => `Vul de rest uiterlijk ${day} in.` },
  'step.skip': { title: 'Overgeslagen' },
  'step.reopen': { title: 'Weer open', now: (day) => `Doe het uiterlijk ${day}.` },
  'case.note': { title: 'De notitie is bewaard' },
  'case.agree': { title: 'De afspraak is vastgelegd' },
  'case.role': { title: 'De rol is vastgelegd' },
  'case.correct': { title: 'De leerling is verbeterd' },
  'case.bar': { title: 'Deze collega kan de zaak niet meer zien' },
  'case.reopen': { title: 'De zaak is weer open' },
};

/** What happened and by when it is due now; nothing of what was typed (P17). */
export function actDone(verb: ActVerb, { called, step, due }: Done, calendar: Calendar, link: Link): Card {
  const { title, now } = dones[verb];
  return notice({
    title: `✓ ${title}`,
    lines: [
      step === undefined ? called : `${called}: ‘${step}’`,
      ...(now && due ? [now(calendar.say(due))] : []),
    ],
    links: [link],
  });
}
