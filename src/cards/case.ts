/** A case on one card: who it is about, who is in charge, what is open, what was agreed. The rest stands in the tab. */
import type { Calendar } from '../domain/calendar.ts';
import type { CaseState, StepState } from '../domain/case.ts';
import { openSteps } from '../domain/case.ts';
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import { hasNextDate } from '../domain/reminders.ts';
import type { School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import { byUrgency, urgencyOf } from '../domain/urgency.ts';
import { inCase, participantName } from '../domain/words.ts';
import type { Row } from './list.ts';
import { dueWords, listCard, notesRow } from './list.ts';
import type { Card, Link } from './template.ts';
import { plainText, shortened } from './template.ts';

/** What the reader may do here. */
export interface Doable {
  /** Keys of the steps. */
  steps: readonly string[];
  /** After how many steps there is something to enter in the pupil tracking system. */
  notes: number;
  /** Answer whether to take the case over. */
  handover: boolean;
}
interface CaseCard {
  state: CaseState;
  protocol: Protocol;
  school: School;
  calendar: Calendar;
  /** YYYY-MM-DD */
  today: string;
  /** The instant from which the one in charge is. */
  leadSince: string;
  doable: Doable;
  link: Link;
}

export function caseCard(card: CaseCard): Card {
  const { state, protocol, school, link } = card;
  const agreements = state.agreements.slice(-limits.agreementsShown);
  const earlier = state.agreements.length - agreements.length;
  return listCard({
    title: plainText(inCase(state, school)),
    lines: standing(card),
    facts: factsOf(card),
    sections: [
      {
        title: 'Vraag aan jou',
        rows: card.doable.handover
          ? [
              {
                text: 'Wil je deze zaak overnemen?',
                button: { title: 'Antwoorden', data: { verb: 'handover.open', case: state.id } },
              },
            ]
          : [],
      },
      { title: 'Te doen', rows: capped(stepRows(card)) },
      {
        title: 'Registreren',
        rows: card.doable.notes > 0 ? [notesRow(state.id, card.doable.notes, protocol)] : [],
      },
      {
        title: earlier > 0 ? 'Laatste afspraken' : 'Afspraken',
        rows: agreements.map(({ what }) => ({ text: plainText(shortened(what)) })),
      },
    ],
    buttons: [{ title: 'Iets anders …', data: { verb: 'case.more', case: state.id } }],
    links: [link],
  });
}

/** As many rows as a card has room for; the others are counted. */
const capped = (rows: readonly Row[]): Row[] =>
  rows.length <= limits.listed
    ? [...rows]
    : [...rows.slice(0, limits.listed), { text: `En nog ${rows.length - limits.listed}; zie het tabblad.` }];

/** That it is closed, or that nothing in it has a date. */
function standing({ state, protocol, calendar }: CaseCard): string[] {
  if (state.status === 'closed')
    return [state.closedAt ? `Gesloten op ${calendar.say(calendar.dateOf(state.closedAt))}.` : 'Gesloten.'];
  if (state.waitsUntil === undefined || hasNextDate(state, protocol)) return [];
  const until = calendar.say(calendar.dateOf(state.waitsUntil));
  return [`Er is nu geen stap met een datum. Ik vraag het weer op ${until}.`];
}

function factsOf({ state, protocol, school, calendar, leadSince }: CaseCard) {
  const held = ({ person, function: fn }: { person?: string; function: string }) => {
    const title = functionTitle(protocol, fn);
    return person === undefined ? title : `${personOf(school, person)?.name ?? 'een oud-collega'} (${title})`;
  };
  const day = (instant: string) => calendar.say(calendar.dateOf(instant));
  // Who helped before and took the case over is in charge now.
  const helpers = state.helpers.filter(({ person }) => person !== state.lead.person);
  return [
    state.status === 'closed'
      ? { label: 'Was aan zet', value: held(state.lead) }
      : { label: 'Aan zet', value: `${held(state.lead)}, sinds ${day(leadSince)}` },
    ...(state.handover
      ? [{ label: 'Gevraagd', value: `${held(state.handover)}, om het over te nemen` }]
      : []),
    ...(helpers.length > 0
      ? [{ label: 'Helpt mee', value: helpers.slice(0, limits.names).map(held).join(', ') }]
      : []),
    { label: 'Ronde', value: String(state.round) },
    { label: 'Begonnen', value: day(state.openedAt) },
    ...(state.reports.length > 1 ? [{ label: 'Meldingen', value: String(state.reports.length) }] : []),
  ].map(({ label, value }) => ({ label, value: plainText(value) }));
}

function stepRows({ state, protocol, school, calendar, today, doable }: CaseCard): Row[] {
  return openSteps(state)
    .map((step) => ({ step, due: step.due, urgency: urgencyOf(step.due, today, calendar) }))
    .sort(byUrgency)
    .map(({ step, due, urgency }) => ({
      text: stepText(step, protocol, school),
      under: [dueWords(due, urgency, calendar)],
      button: doable.steps.includes(step.key)
        ? {
            title: urgency === 'later' ? 'Bekijken' : 'Doen',
            data: { verb: 'step.open', case: state.id, step: step.key },
          }
        : undefined,
    }));
}

/** What the step is called, and with whom it is held apart. A case may hold steps that its protocol now lacks. */
function stepText(step: StepState | undefined, protocol: Protocol, school: School): string {
  const def = protocol.steps.find((s) => s.id === step?.step);
  const apart = step?.for === undefined ? '' : ` · ${participantName(step.for, school)}`;
  return plainText((def?.title ?? 'Een stap van een eerdere versie') + apart);
}
