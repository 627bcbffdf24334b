/** What each act with a step or a case says and asks, beside finishing a step, and what is sent of it. */
import type { ActSent } from '../../api/contract/acts.ts';
import { lengths } from '../../api/contract/acts.ts';
import type { CaseAct, CaseView, StepAct, Whom } from '../../api/contract/case.ts';
import type { ContactSent } from '../../api/contract/step.ts';
import { chargeWords } from '../components/caseWords.ts';
import { longDay } from '../dates.ts';
import { caseActTitles, stepActTitles } from './actTitles.ts';

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

const roles = [
  { id: 'gepeste', label: 'gepeste' },
  { id: 'betrokken', label: 'betrokken' },
  { id: 'pester', label: 'pester' },
  { id: 'meeloper', label: 'meeloper' },
  { id: 'omstander', label: 'omstander' },
  { id: 'steungroep', label: 'lid van de steungroep' },
];

const reason = (label: string, required = true): ActInput => ({
  id: 'because',
  type: 'text',
  label: required ? label : `${label} (mag leeg)`,
  required,
});
const colleague: ActInput = { id: 'to', type: 'colleague', label: 'Welke collega?', required: true };
const word: ActInput = {
  id: 'word',
  type: 'text',
  label: 'Wat moet je collega weten? (mag leeg)',
  hint: 'Dit komt als notitie in de zaak.',
};
const pupil = (label: string): ActInput => ({
  id: 'who',
  type: 'pupil',
  label,
  hint: 'Staat de leerling er niet bij? Typ de naam.',
  required: true,
});
const says = (done: string, now?: (day: string) => string) => (due: string | undefined) =>
  now && due ? `${done}. ${now(longDay(due))}` : `${done}.`;

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

function stepForm({ act, step, parent }: Extract<Wanted, { act: StepAct }>, today: string): ActForm {
  const title = `${stepActTitles[act]}: ${step.title}`;
  const { key } = step;
  switch (act) {
    case 'step.later':
      return {
        title,
        lines: [
          ...(step.due ? [`Nu moet het uiterlijk ${longDay(step.due.by)}.`] : []),
          ...(step.last ? [`Uitstellen mag tot en met ${longDay(step.last)}.`] : []),
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

type OfCase = Extract<Wanted, { act: CaseAct }>;

function caseForm({ act, who }: OfCase, view: CaseView): Omit<ActForm, 'title'> {
  const lead = chargeWords(view.lead);
  switch (act) {
    case 'case.note':
      return {
        lines: ['Je notitie komt in de zaak. Wie de zaak mag zien, kan hem lezen.'],
        inputs: [{ id: 'text', type: 'text', label: 'Wat wil je bewaren?', required: true }],
        send: 'Bewaren',
        done: says('De notitie is bewaard'),
        body: ({ text }) => ({ act, text: text['text'] ?? '' }),
      };
    case 'case.agree':
      return {
        lines: [],
        inputs: [
          {
            id: 'text',
            type: 'text',
            label: 'Wat is afgesproken?',
            hint: 'Wie doet wat, en wanneer?',
            required: true,
          },
        ],
        send: 'Vastleggen',
        done: says('De afspraak is vastgelegd'),
        body: ({ text }) => ({ act, text: text['text'] ?? '' }),
      };
    case 'case.role':
      return {
        lines: [
          ...(who ? [`Voor ${who.name}.`] : []),
          'Doe dit pas na de gesprekken, en alleen als je het zeker weet.',
        ],
        inputs: [
          ...(who ? [] : [pupil('Welke leerling?')]),
          { id: 'role', type: 'choice', label: 'Welke rol?', required: true, choices: roles },
        ],
        send: 'Vastleggen',
        done: says('De rol is vastgelegd'),
        body: (filled) => ({ act, who: who?.whom ?? filled.pupil, role: filled.text['role'] ?? '' }),
      };
    case 'case.apart':
      return {
        lines: [
          'Kunnen twee leerlingen volgend jaar beter niet in één groep? De coördinator leest dit bij het indelen van de nieuwe groepen.',
        ],
        inputs: [pupil('Met welke leerling beter niet?'), reason('Waarom beter niet?', false)],
        send: 'Vastleggen',
        done: says('Het staat klaar voor de groepsindeling'),
        body: (filled) => ({ act, who: filled.pupil, because: filled.text['because'] ?? '' }),
      };
    case 'case.correct': {
      const known = view.participants.map(({ name }, i) => ({ id: String(i), label: name }));
      return {
        lines: [
          'De goede leerling komt overal in de plaats van de verkeerde. Die is daarna niet meer te zien in de zaak.',
          'Zit de goede leerling in een andere groep? Dan kan een andere collega aan zet komen.',
        ],
        inputs: [
          { id: 'from', type: 'choice', label: 'Welke leerling klopt niet?', required: true, choices: known },
          { ...pupil('Wie moet het zijn?'), id: 'to' },
        ],
        before: { from: '0' },
        send: 'Aanpassen',
        done: says('De goede leerling staat nu in de zaak'),
        body: (filled) => ({
          act,
          from: view.participants[Number(filled.text['from'])]?.who ?? { name: '' },
          to: filled.pupil,
        }),
      };
    }
    case 'case.bar':
      return {
        lines: [
          'Is een collega familie van een leerling, of wordt die in deze zaak genoemd? Dan mag die collega de zaak niet zien.',
          'Was die collega aan zet? Dan komt de volgende aan zet.',
        ],
        inputs: [{ ...colleague, id: 'person' }, reason('Waarom mag deze collega er niet bij?')],
        send: 'Deze collega mag de zaak niet zien',
        done: says('Deze collega kan de zaak niet meer zien'),
        body: ({ text }) => ({ act, person: text['person'] || '-', because: text['because'] ?? '' }),
      };
    case 'case.unbar':
      return {
        lines: ['Deze collega kan de zaak daarna weer zien, als de functie daar recht op geeft.'],
        inputs: [{ ...colleague, id: 'person' }, reason('Waarom mag deze collega er weer bij?')],
        send: 'Deze collega mag de zaak weer zien',
        done: says('Deze collega kan de zaak weer zien'),
        body: ({ text }) => ({ act, person: text['person'] || '-', because: text['because'] ?? '' }),
      };
    case 'case.reopen':
      return {
        lines: ['De stappen die bij het sluiten wegvielen, staan dan weer open.'],
        inputs: [reason('Waarom moet deze zaak weer open?')],
        send: 'Weer openen',
        done: says('De zaak is weer open'),
        body: ({ text }) => ({ act, because: text['because'] ?? '' }),
      };
    case 'case.handover':
      return {
        lines: [
          `Nu is ${lead} aan zet. Dat blijft zo tot je collega ja zegt.`,
          ...(view.handover
            ? [
                `${chargeWords(view.handover)} is al gevraagd. Vraag je nu iemand anders, dan vervalt die vraag.`,
              ]
            : []),
        ],
        inputs: [colleague, word],
        send: 'Vragen',
        done: says('Je collega is gevraagd. Je hoort wat het antwoord is'),
        body: ({ text }) => ({ act, to: text['to'] || '-', word: text['word'] ?? '', ...view.charge }),
      };
    case 'case.help':
      return {
        lines: [
          `Je collega mag de zaak dan zien en stappen doen. Aan zet blijft ${lead}.`,
          ...(view.helpers.length > 0
            ? [`Nu helpen al mee: ${view.helpers.map(chargeWords).join(', ')}.`]
            : []),
        ],
        inputs: [colleague, word],
        send: 'Vragen',
        done: says('Hulp gevraagd. Je collega mag de zaak nu zien'),
        body: ({ text }) => ({ act, to: text['to'] || '-', word: text['word'] ?? '' }),
      };
    case 'case.takeover':
      return {
        lines: [`Nu is ${lead} aan zet. Praat eerst even samen: soms is hulp genoeg.`],
        inputs: [{ ...reason('Waarom neem je het over?'), hint: 'Dit staat daarna in de zaak.' }],
        send: 'Ik neem het over',
        done: says('Je bent nu aan zet'),
        body: ({ text }) => ({ act, because: text['because'] ?? '', ...view.charge }),
      };
  }
}

/** How much fits an input. */
export const longest = ({ type }: ActInput): number => (type === 'line' ? lengths.line : lengths.text);
