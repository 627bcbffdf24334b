/** Menus: what a person can do with a step or a case beside finishing a step. */
import type { Calendar } from '../domain/calendar.ts';
import type { CaseState, StepState } from '../domain/case.ts';
import type { Step } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import { inCase } from '../domain/words.ts';
import { asks } from './acts.ts';
import type { ActVerb } from './acts.ts';
import type { Button, Card, Link } from './template.ts';
import { buttonsOf, defineCard, plainText } from './template.ts';

interface Group {
  label: string;
  buttons: Button[];
  links?: Link[];
}

const expand = defineCard('menu');

/** Each button on a line of its own, so that a phone shows all of them whole. */
const menu = (title: string, lines: string[], groups: Group[], link: Link): Card =>
  expand({
    title,
    lines: lines.map((text) => ({ text })),
    groups: groups
      .map(({ label, buttons, links = [] }) => ({ label, actions: buttonsOf(buttons), links }))
      .filter(({ actions, links }) => actions.length + links.length > 0),
    links: [link],
  });

/** Buttons of the charge of a case; what they lead to stands in cards of its own. */
const charges = {
  'case.handover': 'Overdragen',
  'case.help': 'Hulp vragen',
  'case.takeover': 'Ik neem het over',
} as const;
export type ChargeVerb = keyof typeof charges;

const chargeButtons = (verbs: readonly ChargeVerb[], { id }: CaseState): Button[] =>
  verbs.map((verb) => ({ title: charges[verb], data: { verb, case: id } }));
const actButtons = (acts: readonly ActVerb[], { id }: CaseState, step?: StepState): Button[] =>
  acts.map((act) => ({
    title: asks[act].title,
    data: { verb: 'act.form', act, case: id, ...(step ? { step: step.key } : {}) },
  }));

const stands: Record<Exclude<StepState['status'], 'open'>, string> = {
  done: 'is afgerond',
  skipped: 'is overgeslagen',
  lapsed: 'is niet meer nodig',
  dropped: 'is niet meer nodig: de zaak is gesloten',
};

interface Shared {
  state: CaseState;
  school: School;
  calendar: Calendar;
  /** What this person can do, as the rules allow it. */
  acts: readonly ActVerb[];
  charges: readonly ChargeVerb[];
  link: Link;
}

interface StepMenu extends Shared {
  step: StepState;
  def: Step;
  /** Where it is this person's to hold: Teams' form for a meeting. */
  meeting?: Link;
}

export function stepMenu({
  state,
  school,
  calendar,
  acts,
  charges,
  link,
  step,
  def,
  meeting,
}: StepMenu): Card {
  const due = step.due ? `: uiterlijk ${calendar.say(step.due.by)}` : '';
  const how = step.status === 'open' ? due : ` ${stands[step.status]}`;
  return menu(
    'Iets anders',
    [plainText(inCase(state, school, step.for)), `‘${def.title}’${how}.`],
    [
      {
        label: 'Met deze stap',
        buttons: actButtons(
          acts.filter((act) => act.startsWith('step.')),
          state,
          step,
        ),
        links: meeting ? [meeting] : [],
      },
      {
        label: 'Met de zaak',
        buttons: [
          ...actButtons(
            acts.filter((act) => act.startsWith('case.')),
            state,
          ),
          ...chargeButtons(charges, state),
          { title: 'Wat kan er nog meer?', data: { verb: 'case.more', case: state.id } },
        ],
      },
    ],
    link,
  );
}

interface CaseMenu extends Shared {
  /** Steps for which nobody is asked, and which this person can begin. */
  hand: readonly Step[];
}

export function caseMenu({ state, school, acts, charges, link, hand }: CaseMenu): Card {
  return menu(
    'Wat kan ik doen?',
    [plainText(inCase(state, school)), ...(state.status === 'closed' ? ['Deze zaak is gesloten.'] : [])],
    [
      {
        label: 'Zelf beginnen',
        buttons: [
          ...hand.map((step) => ({
            title: step.title,
            data: { verb: 'step.begin', case: state.id, step: step.id },
          })),
          ...actButtons(acts.filter(reopens), state),
        ],
      },
      {
        label: 'Vastleggen',
        buttons: actButtons(
          acts.filter((act) => !reopens(act)),
          state,
        ),
      },
      { label: 'Wie is aan zet', buttons: chargeButtons(charges, state) },
    ],
    link,
  );
}

const reopens = (act: ActVerb) => act === 'case.reopen';
