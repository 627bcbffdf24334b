/** What people are asked for each thing they can do with a step or a case beside finishing a step. */
import type { Calendar } from '../domain/calendar.ts';
import type { CaseState, StepState } from '../domain/case.ts';
import { refKey } from '../domain/case.ts';
import { limits } from '../domain/limits.ts';
import { Role } from '../domain/protocol.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { Pupil, School } from '../domain/school.ts';
import { participantName, roleWords } from '../domain/words.ts';
import type { Input } from './questions.ts';
import { pupilChoice } from './pupils.ts';
import { input } from './questions.ts';

/** Each is the verb of the form's button. */
export const ACTS = [
  'step.later',
  'step.talk',
  'step.skip',
  'step.reopen',
  'case.note',
  'case.agree',
  'case.role',
  'case.correct',
  'case.bar',
  'case.reopen',
] as const;
export type ActVerb = (typeof ACTS)[number];

/** What a form is drawn from. */
export interface ActScene {
  state: CaseState;
  protocol: Protocol;
  school: School;
  calendar: Calendar;
  /** YYYY-MM-DD: the day on which the form is made. */
  today: string;
  /** What it is about, where it is about a step. */
  step?: StepState;
  /** The last day to which that step may be put off. */
  last?: string;
}
/** What one form says and asks. */
interface Asks {
  title: string;
  lines: (scene: ActScene) => string[];
  inputs: (scene: ActScene) => Input[];
  send: string;
}

const reason = (label: string, required = true) =>
  input({
    id: 'because',
    type: 'text',
    label: required ? label : `${label} (mag leeg)`,
    required,
    max: limits.text,
  });

export const asks: Record<ActVerb, Asks> = {
  'step.later': {
    title: 'Later doen',
    lines: ({ calendar, step, last }) => [
      ...(step?.due ? [`Nu moet het uiterlijk ${calendar.say(step.due.by)}.`] : []),
      ...(last ? [`Uitstellen mag tot en met **${calendar.say(last)}**.`] : []),
    ],
    inputs: ({ last = '' }) => [
      input({ id: 'to', type: 'date', label: 'Op welke dag doe je het?', required: true, last }),
      reason('Waarom doe je het later?'),
    ],
    send: 'Uitstellen',
  },
  'step.talk': {
    title: 'Gesprek geweest',
    lines: () => ['Leg nu kort vast dat je elkaar sprak. De rest vul je later in.'],
    inputs: ({ today }) => [
      input({
        id: 'on',
        type: 'date',
        label: 'Wanneer was het gesprek?',
        required: true,
        value: today,
        last: today,
      }),
      input({ id: 'line', type: 'line', label: 'Hoe ging het, in één regel?', required: true }),
    ],
    send: 'Vastleggen',
  },
  'step.skip': {
    title: 'Overslaan',
    lines: () => ['Past deze stap hier niet? Sla hem dan over. Je reden staat daarna in de zaak.'],
    inputs: () => [reason('Waarom sla je deze stap over?')],
    send: 'Overslaan',
  },
  'step.reopen': {
    title: 'Weer openen',
    lines: () => ['De stap staat dan weer open. Wat er eerder is vastgelegd, blijft bewaard.'],
    inputs: () => [reason('Waarom open je deze stap weer?', false)],
    send: 'Weer openen',
  },
  'case.note': {
    title: 'Notitie',
    lines: () => ['Je notitie komt in de zaak. Wie de zaak mag zien, kan hem lezen.'],
    inputs: () => [
      input({
        id: 'text',
        type: 'text',
        label: 'Wat wil je bewaren?',
        required: true,
        max: limits.text,
      }),
    ],
    send: 'Bewaren',
  },
  'case.agree': {
    title: 'Afspraak vastleggen',
    lines: () => [],
    inputs: () => [
      input({
        id: 'text',
        type: 'text',
        label: 'Wat is afgesproken?',
        placeholder: 'Wie doet wat, en wanneer?',
        required: true,
        max: limits.text,
      }),
    ],
    send: 'Vastleggen',
  },
  'case.role': {
    title: 'Rol geven',
    lines: () => ['Doe dit pas na de gesprekken, en alleen als je het zeker weet.'],
    inputs: (scene) => [
      input({
        id: 'who',
        type: 'choice',
        label: 'Welke leerling?',
        required: true,
        choices: pupilsFor(scene),
      }),
      input({
        id: 'role',
        type: 'choice',
        label: 'Welke rol?',
        required: true,
        choices: Role.options.map((value) => ({ value, title: roleWords[value] })),
      }),
    ],
    send: 'Vastleggen',
  },
  'case.correct': {
    title: 'Verkeerde leerling',
    lines: () => [
      'De goede leerling komt overal in de plaats van de verkeerde. Die is daarna niet meer te zien in de zaak.',
      'Zit de goede leerling in een andere groep? Dan kan een andere collega aan zet komen.',
    ],
    inputs: (scene) => [
      input({
        id: 'who',
        type: 'choice',
        label: 'Welke leerling klopt niet?',
        required: true,
        choices: inCaseNow(scene),
      }),
      input({
        id: 'right',
        type: 'choice',
        label: 'Wie moet het zijn? (mag leeg)',
        choices: chosenFrom(othersFor(scene)),
      }),
      input({
        id: 'name',
        type: 'line',
        label: 'Staat de goede leerling er niet bij? Typ de naam',
        placeholder: 'Voornaam en achternaam',
      }),
    ],
    send: 'Verbeteren',
  },
  'case.bar': {
    title: 'Collega mag er niet bij',
    lines: () => [
      'Is een collega familie van een leerling, of wordt die in deze zaak genoemd? Sluit de zaak dan voor die collega.',
      'Was die collega aan zet? Dan komt de volgende aan zet.',
    ],
    inputs: ({ school, state }) => [
      input({
        id: 'person',
        type: 'person',
        label: 'Welke collega?',
        placeholder: 'Typ een naam',
        required: true,
        errorMessage: 'Kies een collega.',
        choices: school.persons
          .filter((p) => !state.barred.includes(p.id))
          .slice(0, limits.choices)
          .map((p) => ({ title: p.name, value: p.id })),
      }),
      reason('Waarom mag deze collega er niet bij?'),
    ],
    send: 'Zaak sluiten voor deze collega',
  },
  'case.reopen': {
    title: 'Zaak weer openen',
    lines: () => ['De stappen die bij het sluiten wegvielen, staan dan weer open.'],
    inputs: () => [reason('Waarom moet deze zaak weer open?')],
    send: 'Weer openen',
  },
};

const inCaseNow = ({ state, school }: ActScene) =>
  state.participants.map(({ who, roles }) => ({
    value: refKey(who),
    title: `${participantName(refKey(who), school)} (nu: ${roles.map((r) => roleWords[r]).join(', ') || 'geen rol'})`,
  }));

/** Pupils who are not in the case: those of the group first. */
function othersFor({ state, school }: ActScene): Pupil[] {
  const inIt = new Set(state.participants.map(({ who }) => refKey(who)));
  const near = (p: Pupil) => (p.group === state.group ? 0 : 1);
  return school.pupils
    .filter((p) => !inIt.has(p.id))
    .sort((a, b) => near(a) - near(b) || a.name.localeCompare(b.name, 'nl'));
}

const chosenFrom = (pupils: Pupil[]) => pupils.slice(0, limits.choices).map(pupilChoice);

/** Who is in the case, then the others of the group. */
const pupilsFor = (scene: ActScene) => [
  ...inCaseNow(scene),
  ...chosenFrom(othersFor(scene).filter((p) => p.group === scene.state.group)),
];
