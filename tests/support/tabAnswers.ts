/** A demo school's answers, made up. */
import type { CaseView } from '../../src/api/contract/case.ts';
import type { CaseLine } from '../../src/api/contract/cases.ts';
import type { Me } from '../../src/api/contract/common.ts';

/** Long as real Dutch names can be. */
export const LONG_NAME = 'Wilhelmina Johanna van den Nieuwenhuijzen-Oosterwijk-Bruynvandermeulenbroekhuizen';

export const people = [
  { id: 'p-ans', name: 'Ans Vermeer', functions: ['antipestcoördinator'] },
  { id: 'p-mila', name: 'Mila de Boer', functions: ['mentor'] },
];
export const me: Me = {
  ...people[0]!,
  school: 'Het Zuiderlicht',
  today: '2026-11-23',
  configures: true,
  coordinates: true,
};

const mentor = (name?: string) => ({ function: 'mentor', name });

/** Not in the order in which they have to be shown. */
export const lines: CaseLine[] = [
  {
    id: 'zaak-c',
    number: '2026-016',
    group: '2HV1',
    step: 'Praat met de leerling die gepest wordt',
    lead: mentor('Jasper Hoekstra'),
    due: { by: '2026-11-25', why: 'binnen 2 schooldagen na de melding' },
    late: false,
    round: 1,
    reports: 1,
  },
  {
    id: 'zaak-d',
    number: '2026-017',
    lead: { function: 'leerlingencoördinator' },
    late: false,
    round: 1,
    reports: 1,
  },
  {
    id: 'zaak-a',
    number: '2026-014',
    group: '1HV2',
    step: 'Evalueer met de steungroep',
    lead: mentor(LONG_NAME),
    due: { by: '2026-11-20', why: '2 weken na het eerste gesprek; de studiedag telt niet mee' },
    late: true,
    round: 2,
    reports: 3,
  },
  {
    id: 'zaak-b',
    number: '2026-015',
    group: '3V',
    step: 'Bel de ouders',
    lead: mentor('Mila de Boer'),
    due: { by: '2026-11-24', why: 'de dag na de melding' },
    late: false,
    round: 1,
    reports: 1,
  },
];

export const view: CaseView = {
  id: 'zaak-a',
  number: '2026-014',
  status: 'open',
  protocol: 'Antipestprotocol KiiM',
  group: '1HV2',
  round: 2,
  lead: mentor(LONG_NAME),
  participants: [
    { name: 'Noor Bakker', group: '1HV2', roles: ['gepeste'] },
    { name: 'Daan Willems', group: '1HV2', roles: ['betrokkene', 'meeloper'] },
    { name: LONG_NAME, roles: ['ouder'] },
  ],
  openSteps: [
    {
      key: 'evaluatie',
      title: 'Evalueer met de steungroep',
      why: 'Zo hoor je of het pesten echt is gestopt.',
      how: [
        'Vraag eerst hoe het nu gaat.',
        'Vraag wat de groep heeft gedaan.',
        'Spreek af wat er nog nodig is.',
      ],
      due: {
        from: '2026-11-16',
        by: '2026-11-20',
        why: '2 weken na het eerste gesprek; de studiedag telt niet mee',
      },
      late: true,
      norm: true,
      parents: [],
    },
    {
      key: 'gesprek',
      title: 'Praat na',
      why: 'De gepeste leerling merkt dat er iets gebeurt.',
      how: [],
      for: 'Noor',
      due: { by: '2026-11-27', why: 'een week na de evaluatie' },
      late: false,
      norm: false,
      parents: ['Noor Bakker'],
    },
  ],
  handover: { function: 'leerlingencoördinator', name: 'Lot Visser' },
  helpers: [{ function: 'mentor', name: 'Mila de Boer' }],
  agreements: [
    { at: '2026-11-03T13:05:00.000Z', what: 'Daan en Sem gebruiken de bijnaam niet meer.' },
    { at: '2026-11-19T08:00:00.000Z', what: 'Noor zit in de pauze bij de conciërge als ze dat wil.' },
  ],
  parentContacts: [
    {
      at: '2026-11-03T15:30:00.000Z',
      who: 'Mila de Boer (mentor)',
      pupil: 'Noor Bakker',
      text: 'ingelicht (telefoon)',
    },
    {
      at: '2026-11-04T15:30:00.000Z',
      who: 'Mila de Boer (mentor)',
      pupil: LONG_NAME,
      text: 'niet gebeld: de leerling is 18 en wil het niet',
    },
  ],
  lvs: 'Somtoday',
  registrations: [{ heading: 'Logboek', pupil: 'Noor Bakker', function: 'mentor' }],
  chronology: [
    {
      at: '2026-11-02T07:20:00.000Z',
      who: 'Jasper Hoekstra (vakdocent of andere medewerker)',
      text: 'Melding 2026-014: zaak geopend',
      facts: [
        {
          label: 'Wat gezien of gehoord',
          value: 'In de kantine lachten drie leerlingen Noor uit.\nZij liep weg.',
        },
        { label: 'Hoe', value: 'Met woorden, Buitensluiten' },
      ],
      kind: 'report',
    },
    {
      at: '2026-11-02T07:20:00.000Z',
      who: 'Meldpunt',
      text: `Aan zet: ${LONG_NAME} (mentor). Mentor van 1HV2`,
      facts: [],
      kind: 'other',
    },
    {
      at: '2026-11-02T07:20:00.000Z',
      who: 'Meldpunt',
      text: 'Stap ‘Praat met de leerling’ staat open, uiterlijk wo 4 nov: binnen 2 schooldagen',
      facts: [],
      kind: 'other',
    },
    {
      at: '2026-11-03T13:05:00.000Z',
      who: `${LONG_NAME} (mentor)`,
      text: '‘Praat met de leerling’: de leerling wil een steungroep',
      facts: [{ label: 'Wat wil de leerling?', value: 'Dat Daan en Sem ophouden met de bijnaam.' }],
      kind: 'step',
    },
    {
      at: '2026-11-19T07:00:00.000Z',
      who: 'Meldpunt',
      text: 'Herinnering aan ‘Evalueer met de steungroep’',
      facts: [],
      kind: 'reminder',
    },
    {
      at: '2026-11-23T07:00:00.000Z',
      who: 'Meldpunt',
      text: '‘Evalueer met de steungroep’ wacht nog; de antipestcoördinator weet het',
      facts: [],
      kind: 'escalation',
    },
  ],
};
