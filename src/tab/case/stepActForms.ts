/** What each act with a step says and asks. */
import type { StepAct } from '../../api/contract/case.ts';
import { shortDay } from '../dates.ts';
import type { ActForm, Wanted } from './actForms.ts';
import { reason, says } from './actShared.ts';
import { stepActTitles } from './actTitles.ts';

/** @param today YYYY-MM-DD */
export function stepForm({ act, step, parent }: Extract<Wanted, { act: StepAct }>, today: string): ActForm {
  const title = `${stepActTitles[act]}: ${step.title}`;
  const { key } = step;
  switch (act) {
    case 'step.later':
      return {
        title,
        lines: [
          ...(step.due ? [`Nu moet het uiterlijk ${shortDay(step.due.by)}.`] : []),
          ...(step.last ? [`Uitstellen mag tot en met ${shortDay(step.last)}.`] : []),
        ],
        inputs: [
          {
            id: 'to',
            type: 'date',
            label: 'Op welke dag doe je het?',
            required: true,
            first: today,
            last: step.last,
          },
          reason('Waarom doe je het later?'),
        ],
        send: 'Uitstellen',
        done: says('Uitgesteld', (day) => `Doe het nu uiterlijk ${day}.`),
        body: ({ text }) => ({ act, step: key, to: text['to'] ?? '', because: text['because'] ?? '' }),
      };
    case 'step.talk':
      return {
        title,
        lines: ['Leg nu kort vast dat je elkaar sprak. De rest vul je later in.'],
        inputs: [
          { id: 'on', type: 'date', label: 'Wanneer was het gesprek?', required: true, last: today },
          { id: 'line', type: 'line', label: 'Hoe ging het, in één regel?', required: true },
        ],
        before: { on: today },
        send: 'Vastleggen',
        done: says('Kort vastgelegd', (day) => `Vul de rest uiterlijk ${day} in.`),
        body: ({ text }) => ({ act, step: key, on: text['on'] ?? '', line: text['line'] ?? '' }),
      };
    case 'step.skip':
      return {
        title,
        lines: ['Past deze stap hier niet? Sla hem dan over. Je reden staat daarna in de zaak.'],
        inputs: [reason('Waarom sla je deze stap over?')],
        send: 'Overslaan',
        done: says('De stap is overgeslagen'),
        body: ({ text }) => ({ act, step: key, because: text['because'] ?? '' }),
      };
    case 'step.parents':
      return {
        title: stepActTitles[act],
        lines: ['Ook een poging die niet lukte, leg je vast.'],
        inputs: [{ id: 'contact', type: 'contact', label: parent?.name ?? '' }],
        send: 'Vastleggen',
        done: says('Het contact is vastgelegd'),
        body: ({ contact }) => ({
          act,
          step: key,
          contact: contact ?? { of: parent?.key ?? '', how: 'phone', reached: false, because: '' },
        }),
      };
  }
}
