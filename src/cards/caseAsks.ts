/** What people do with a case as a whole. */
import { mayBar } from '../domain/access.ts';
import { keptOut } from '../domain/barred.ts';
import { Role } from '../domain/protocol.ts';
import { limits } from '../domain/limits.ts';
import type { Person } from '../domain/school.ts';
import { roleWords } from '../domain/words.ts';
import type { Ask } from './ask.ts';
import { reason, written } from './ask.ts';
import { inCaseNow, nearTo, typedName } from './casePupils.ts';
import { pupilChoices } from './pupils.ts';
import { input } from './questions.ts';

export const caseAsks = {
  'case.note': {
    title: 'Notitie',
    lines: () => ['Je notitie komt in de zaak. Wie de zaak mag zien, kan hem lezen.'],
    inputs: () => [written('Wat wil je bewaren?')],
    send: 'Bewaren',
    done: 'De notitie is bewaard',
  },
  'case.agree': {
    title: 'Afspraak vastleggen',
    inputs: () => [written('Wat is afgesproken?', 'Wie doet wat, en wanneer?')],
    send: 'Vastleggen',
    done: 'De afspraak is vastgelegd',
  },
  'case.role': {
    title: 'Rol geven',
    lines: () => ['Doe dit pas na de gesprekken, en alleen als je het zeker weet.'],
    inputs: (scene) => [
      input({
        id: 'who',
        type: 'pupil',
        label: 'Welke leerling?',
        choices: [...inCaseNow(scene), ...pupilChoices(nearTo(scene), scene.school)].slice(0, limits.choices),
      }),
      typedName('Staat de leerling er niet bij? Typ de naam'),
      input({
        id: 'role',
        type: 'choice',
        label: 'Welke rol?',
        required: true,
        choices: Role.options.map((value) => ({ value, title: roleWords[value] })),
      }),
    ],
    send: 'Vastleggen',
    done: 'De rol is vastgelegd',
  },
  'case.apart': {
    title: 'Niet samen plaatsen',
    lines: () => [
      'Kunnen twee leerlingen volgend jaar beter niet in één groep? De coördinator leest dit bij het indelen van de nieuwe groepen.',
    ],
    inputs: (scene) => [
      input({
        id: 'who',
        type: 'pupil',
        label: 'Met welke leerling beter niet?',
        choices: pupilChoices(nearTo(scene, 'gepeste'), scene.school).slice(0, limits.choices),
      }),
      typedName('Staat de leerling er niet bij? Typ de naam'),
      reason('Waarom beter niet?', false),
    ],
    send: 'Vastleggen',
    done: 'Het staat klaar voor de groepsindeling',
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
        type: 'pupil',
        label: 'Wie moet het zijn? (mag leeg)',
        choices: pupilChoices(nearTo(scene), scene.school).slice(0, limits.choices),
      }),
      typedName('Staat de goede leerling er niet bij? Typ de naam'),
    ],
    send: 'Aanpassen',
    done: 'De goede leerling staat nu in de zaak',
  },
  'case.bar': {
    title: 'Collega mag er niet bij',
    lines: () => [
      'Is een collega familie van een leerling, of wordt die in deze zaak genoemd? Dan mag die collega de zaak niet zien.',
      'Was die collega aan zet? Dan komt de volgende aan zet.',
    ],
    inputs: (scene) => [
      whichColleague(
        scene.school.persons.filter(
          (p) => !scene.state.barred.includes(p.id) && mayBar(scene.person, p, scene),
        ),
      ),
      reason('Waarom mag deze collega er niet bij?'),
    ],
    send: 'Deze collega mag de zaak niet zien',
    done: 'Deze collega kan de zaak niet meer zien',
  },
  'case.unbar': {
    title: 'Collega mag er weer bij',
    lines: () => [
      'Mocht een collega deze zaak niet zien, en kan dat nu wel? Dan staat de zaak weer open voor die collega.',
      'Familie van een leerling mag er nooit bij.',
    ],
    inputs: ({ state, school }) => [
      whichColleague(keptOut(state, school)),
      reason('Waarom mag deze collega er weer bij?'),
    ],
    send: 'Deze collega mag de zaak weer zien',
    done: 'Deze collega kan de zaak weer zien',
  },
  'case.reopen': {
    title: 'Zaak weer openen',
    lines: () => ['De stappen die bij het sluiten wegvielen, staan dan weer open.'],
    inputs: () => [reason('Waarom moet deze zaak weer open?')],
    send: 'Weer openen',
    done: 'De zaak is weer open',
  },
} satisfies Record<string, Ask>;

const whichColleague = (colleagues: readonly Person[]) =>
  input({
    id: 'person',
    type: 'person',
    label: 'Welke collega?',
    placeholder: 'Typ een naam',
    required: true,
    errorMessage: 'Kies een collega.',
    choices: colleagues.slice(0, limits.choices).map((p) => ({ title: p.name, value: p.id })),
  });
