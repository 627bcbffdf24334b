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

/** What most lines share. */
const quiet = { asks: 'soon', mine: false, behaviours: [] } satisfies Partial<CaseLine>;

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
    ...quiet,
  },
  {
    id: 'zaak-d',
    number: '2026-017',
    lead: { function: 'leerlingencoördinator' },
    late: false,
    round: 1,
    reports: 1,
    ...quiet,
    asks: 'later',
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
    asks: 'late',
    mine: false,
    team: 'onderbouw',
    behaviours: [
      { id: 'woorden', label: 'Met woorden' },
      { id: 'online', label: 'Online' },
    ],
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
    ...quiet,
  },
];

const role = (id: string) => ({ id, label: id });

export const view: CaseView = {
  id: 'zaak-a',
  number: '2026-014',
  status: 'open',
  protocol: 'Antipestprotocol KiiM',
  group: '1HV2',
  round: 2,
  lead: mentor(LONG_NAME),
  participants: [
    { who: { pupil: 'noor' }, name: 'Noor Bakker', group: '1HV2', roles: [role('gepeste')] },
    {
      who: { pupil: 'daan' },
      name: 'Daan Willems',
      group: '1HV2',
      roles: [role('betrokken'), role('meeloper')],
    },
    { who: { name: LONG_NAME }, name: LONG_NAME, roles: [role('omstander')] },
  ],
  charge: { lead: 'p-wilhelmina', asked: 'p-lot' },
  acts: ['case.note', 'case.role', 'case.handover'],
  begin: [{ step: 'extra', title: 'Extra hulp', why: 'Soms is meer nodig.' }],
  askedOfMe: false,
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
      ref: 'evaluatie',
      mine: true,
      acts: ['step.later'],
      last: '2026-12-04',
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
      parents: [{ key: 'noor', name: 'Noor Bakker' }],
      ref: 'gesprek',
      mine: false,
      acts: [],
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
  registrations: [
    {
      heading: 'Logboek',
      pupil: 'Noor Bakker',
      function: 'mentor',
      step: 'praten.1',
      note: 'maandag 2 november: Gesprek (Gesprek gevoerd)',
      stepTitle: 'Praat met de leerling',
      key: 'noor',
      doer: 'mentor',
      mine: true,
    },
  ],
  voice: [
    {
      on: '2026-11-03',
      step: 'Praat met de leerling',
      score: 4,
      said: [{ label: 'Wat wil de leerling?', value: 'Rust' }],
    },
    { on: '2026-11-12', step: 'Praat na', score: 6, said: [] },
  ],
  steps: [
    {
      key: 'praten.1',
      title: 'Praat met de leerling',
      round: 1,
      became: 'in-time',
      due: { by: '2026-11-04', why: 'binnen 2 schooldagen' },
      on: '2026-11-03',
      lateBy: 0,
      outcome: 'Gesproken',
      reopens: true,
    },
    {
      key: 'ouders.1',
      title: 'Bel de ouders',
      round: 1,
      became: 'skipped',
      on: '2026-11-04',
      lateBy: 0,
      because: 'De ouders deden de melding.',
      reopens: false,
    },
    {
      key: 'evaluatie',
      title: 'Evalueer met de steungroep',
      round: 2,
      became: 'late',
      due: { from: '2026-11-16', by: '2026-11-20', why: '2 weken na het eerste gesprek' },
      lateBy: 1,
      reopens: false,
    },
  ],
  path: {
    nodes: [
      { id: 'melding', title: 'Melding', state: 'moment', more: [], far: false },
      {
        id: 'stap:praten',
        title: 'Praat met de leerling',
        state: 'done',
        more: ['Gedaan op dinsdag 3 november.'],
        far: false,
      },
      {
        id: 'stap:evaluatie',
        title: 'Evalueer met de steungroep',
        state: 'late',
        more: ['Open.'],
        far: false,
      },
      {
        id: 'stap:besluit',
        title: 'Besluit hoe het verder gaat',
        state: 'may',
        more: ['Zo kies je.'],
        far: false,
      },
      { id: 'dicht', title: 'Zaak dicht', state: 'moment', more: [], far: true },
    ],
    edges: [
      { from: 'melding', to: 'stap:praten', gone: true },
      { from: 'stap:praten', to: 'stap:evaluatie', gone: true },
      { from: 'stap:evaluatie', to: 'stap:besluit', label: 'Geweest', gone: false },
      { from: 'stap:besluit', to: 'dicht', label: 'Klaar', gone: false },
    ],
  },
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
