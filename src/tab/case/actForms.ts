/** What each act with a step or a case says and asks, beside finishing a step, and what is sent of it. */
import type { ActSent } from '../../api/contract/acts.ts';
import { lengths } from '../../api/contract/acts.ts';
import type { CaseAct, CaseView, StepAct, Whom } from '../../api/contract/case.ts';
import type { ContactSent } from '../../api/contract/step.ts';
import { reason, says } from './actShared.ts';
import { caseActTitles } from './actTitles.ts';
import { caseForm } from './caseActForms.ts';
import { stepForm } from './stepActForms.ts';

type Step = CaseView['openSteps'][number];

/** What somebody wants to do. */
export type Wanted =
  | { act: CaseAct; who?: { whom: Whom; name: string } }
  | { act: StepAct; step: Step; parent?: Step['parents'][number] }
  | { act: 'step.reopen'; step: { key: string; title: string } }
  | { act: 'case.roleTaken'; whom: Whom; name: string; role: { id: string; label: string } }
  | { act: 'case.answer' };

export interface ActInput {
  id: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** `colleague` is chosen from who can be asked for this act, `pupil` from the register or typed. */
  type: 'line' | 'text' | 'date' | 'choice' | 'colleague' | 'pupil' | 'contact';
  choices?: { id: string; label: string }[];
  /** Bounds of a date. */
  first?: string;
  last?: string;
}

/** What was filled in. */
export interface Filled {
  text: Record<string, string>;
  pupil: Whom;
  contact: ContactSent | undefined;
}

export interface ActForm {
  title: string;
  lines: string[];
  inputs: ActInput[];
  /** What stands in the inputs before anything is typed. */
  before?: Record<string, string>;
  send: string;
  /** Once it is done; `due`: by when what it was about is due now. */
  done: (due: string | undefined) => string;
  body: (filled: Filled) => ActSent;
}

/** @param today YYYY-MM-DD */
export function actForm(wanted: Wanted, view: CaseView, today: string): ActForm {
  switch (wanted.act) {
    case 'step.later':
    case 'step.talk':
    case 'step.skip':
    case 'step.parents':
      return stepForm(wanted, today);
    case 'step.reopen': {
      const { step } = wanted;
      return {
        title: `Weer openen: ${step.title}`,
        lines: ['De stap staat dan weer open. Wat er eerder is vastgelegd, blijft bewaard.'],
        inputs: [reason('Waarom open je deze stap weer?', false)],
        send: 'Weer openen',
        done: says('De stap staat weer open', (day) => `Doe het uiterlijk ${day}.`),
        body: ({ text }) => ({ act: 'step.reopen', step: step.key, because: text['because'] ?? '' }),
      };
    }
    case 'case.roleTaken': {
      const { name, role, whom } = wanted;
      return {
        title: 'Rol weghalen',
        lines: [`${name} is dan geen ${role.label} meer in deze zaak.`],
        inputs: [],
        send: 'Rol weghalen',
        done: says('De rol is weggehaald'),
        body: () => ({ act: 'case.roleTaken', who: whom, role: role.id }),
      };
    }
    case 'case.answer':
      return {
        title: 'Niet overnemen',
        lines: ['Wie het vroeg, blijft aan zet en hoort je antwoord.'],
        inputs: [reason('Waarom niet?', false)],
        send: 'Ik neem het niet over',
        done: says('Je neemt de zaak niet over'),
        body: ({ text }) => ({ act: 'case.answer', accept: false, because: text['because'] ?? '' }),
      };
    default:
      return { title: caseActTitles[wanted.act], ...caseForm(wanted, view) };
  }
}

/** How much fits an input. */
export const longest = ({ type }: ActInput): number => (type === 'line' ? lengths.line : lengths.text);
