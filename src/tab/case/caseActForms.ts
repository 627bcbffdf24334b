/** What each act with a case as a whole says and asks. */
import type { CaseAct, CaseView } from '../../api/contract/case.ts';
import { chargeWords } from '../components/caseWords.ts';
import type { ActForm, ActInput, Wanted } from './actForms.ts';
import { reason, says } from './actShared.ts';

const roles = [
  { id: 'gepeste', label: 'gepeste' },
  { id: 'betrokken', label: 'betrokken' },
  { id: 'pester', label: 'pester' },
  { id: 'meeloper', label: 'meeloper' },
  { id: 'omstander', label: 'omstander' },
  { id: 'steungroep', label: 'lid van de steungroep' },
];

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
type OfCase = Extract<Wanted, { act: CaseAct }>;

export function caseForm({ act, who }: OfCase, view: CaseView): Omit<ActForm, 'title'> {
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
