/** What one act with a step or a case says and asks, beside finishing a step. */
import type { Calendar } from '../domain/calendar.ts';
import type { CaseState, StepState } from '../domain/case.ts';
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { Person, School } from '../domain/school.ts';
import type { Input } from './questions.ts';
import { input } from './questions.ts';

/** What a form is drawn from. */
export interface ActScene {
  state: CaseState;
  protocol: Protocol;
  school: School;
  calendar: Calendar;
  /** YYYY-MM-DD: the day on which the form is made. */
  today: string;
  /** For whom. */
  person: Person;
  /** What it is about, where it is about a step. */
  step?: StepState;
  /** The last day to which that step may be put off. */
  last?: string;
}

export interface Ask {
  /** On the button that opens the form, and above the form. */
  title: string;
  lines?: (scene: ActScene) => string[];
  inputs: (scene: ActScene) => Input[];
  /** On the button that sends it. */
  send: string;
  /** Once it is done. */
  done: string;
  /** And by when what it was about is due now. */
  now?: (day: string) => string;
}

export const reason = (label: string, required = true): Input =>
  input({
    id: 'because',
    type: 'text',
    label: required ? label : `${label} (mag leeg)`,
    required,
    max: limits.text,
  });

/** A longer text that must be there. */
export const written = (label: string, placeholder = ' '): Input =>
  input({ id: 'text', type: 'text', label, placeholder, required: true, max: limits.text });
