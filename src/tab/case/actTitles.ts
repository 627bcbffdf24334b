/** How what can be done beside finishing a step is called, in menus and above forms. */
import type { CaseAct, StepAct } from '../../api/contract/case.ts';

export const stepActTitles: Record<StepAct, string> = {
  'step.later': 'Later doen',
  'step.talk': 'Gesprek geweest',
  'step.skip': 'Overslaan',
  'step.parents': 'Contact met ouders vastleggen',
};

export const caseActTitles: Record<CaseAct, string> = {
  'case.note': 'Notitie schrijven',
  'case.agree': 'Afspraak vastleggen',
  'case.role': 'Rol geven',
  'case.apart': 'Niet samen plaatsen',
  'case.correct': 'Verkeerde leerling',
  'case.bar': 'Collega mag er niet bij',
  'case.unbar': 'Collega mag er weer bij',
  'case.reopen': 'Zaak weer openen',
  'case.handover': 'Overdragen',
  'case.help': 'Hulp vragen',
  'case.takeover': 'Ik neem het over',
};

/** The menu, under headings. */
export const caseActGroups: { title: string; acts: CaseAct[] }[] = [
  { title: 'Vastleggen', acts: ['case.note', 'case.agree', 'case.role', 'case.apart'] },
  { title: 'Wie is aan zet', acts: ['case.handover', 'case.help', 'case.takeover'] },
  { title: 'De zaak zelf', acts: ['case.correct', 'case.bar', 'case.unbar', 'case.reopen'] },
];
