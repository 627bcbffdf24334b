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
import { dueWords, listCard } from './list.ts';
import type { Card, Link } from './template.ts';
import { plainText } from './template.ts';

/** What the reader may do here. */
export interface Doable {
  /** Keys of the steps. */
  steps: readonly string[];
  /** What to enter in the pupil tracking system. */
  registrations: readonly { step: string; doer: string }[];
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
  const steps = stepRows(card);
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
      { title: 'Te doen', rows: steps.slice(0, limits.listed) },
      {
        title: `Nog in ${protocol.lvs} te zetten`,
        rows: card.doable.registrations.map(({ step, doer }) => ({
          text: stepTitle(state.steps[step], protocol),
          button: { title: 'Doen', data: { verb: 'register.open', case: state.id, step, doer } },
        })),
      },
      {
        title: earlier > 0 ? 'Laatste afspraken' : 'Afspraken',
        rows: agreements.map(({ what }) => ({ text: plainText(shortened(what)) })),
      },
    ],
    subtle:
      steps.length > limits.listed
        ? [`En nog ${steps.length - limits.listed} stappen. Die staan in het tabblad.`]
        : [],
    buttons: [{ title: 'Iets anders …', data: { verb: 'case.more', case: state.id } }],
    links: [link],
  });
}

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
  return [
    state.status === 'closed'
      ? { label: 'Was aan zet', value: held(state.lead) }
      : { label: 'Aan zet', value: `${held(state.lead)}, sinds ${day(leadSince)}` },
    ...(state.handover
      ? [{ label: 'Gevraagd', value: `${held(state.handover)}, om het over te nemen` }]
      : []),
    ...(state.helpers.length > 0
      ? [{ label: 'Helpt mee', value: state.helpers.slice(0, limits.names).map(held).join(', ') }]
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
      text: `${stepTitle(step, protocol)}${step.for === undefined ? '' : plainText(` met ${participantName(step.for, school)}`)}`,
      under: [dueWords(due, urgency, calendar)],
      button: doable.steps.includes(step.key)
        ? {
            title: urgency === 'later' ? 'Bekijken' : 'Doen',
            data: { verb: 'step.open', case: state.id, step: step.key },
          }
        : undefined,
    }));
}

/** A case may hold steps that its protocol now lacks. */
const stepTitle = (step: StepState | undefined, protocol: Protocol): string =>
  protocol.steps.find((s) => s.id === step?.step)?.title ?? 'Een stap van een eerdere versie';

const shortened = (text: string): string =>
  text.length <= limits.line ? text : `${text.slice(0, limits.line - 1)}…`;
