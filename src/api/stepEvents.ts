/** What happened to a step of a case, in words. */
import type { EventOf } from '../domain/case.ts';
import { unreachable } from '../domain/errors.ts';
import { functionTitle } from '../domain/protocol.ts';
import { answerFacts, participantName } from '../domain/words.ts';
import type { CaseView } from './contract/case.ts';
import type { Telling } from './words.ts';
import { contactWords, dueWords, stepWords } from './words.ts';

type Entry = CaseView['chronology'][number];
/** What an event says, without who and when. */
export type Said = Pick<Entry, 'text' | 'kind'> & { facts?: Entry['facts'] };

export type StepEvent = EventOf<
  | 'StepOpened'
  | 'DueMoved'
  | 'TalkNoted'
  | 'ParentsInformed'
  | 'StepCompleted'
  | 'StepSkipped'
  | 'StepLapsed'
  | 'StepReopened'
  | 'RegistrationAsked'
  | 'Registered'
  | 'Reminded'
  | 'Escalated'
>;

export function sayStepEvent(event: StepEvent, telling: Telling): Said {
  const { state, protocol, school, calendar } = telling;
  const step = stepWords(state.steps[event.key], telling);
  const other = (text: string): Said => ({ text, kind: 'other' });
  switch (event.type) {
    case 'StepOpened': {
      const due = event.due ? `, ${dueWords(event.due, calendar)}: ${event.due.why}` : '';
      return other(`Stap ${step} staat open${due}`);
    }
    case 'DueMoved': {
      if (!event.due) return other(`${step} heeft nu geen datum`);
      const why = event.because === undefined ? `, ${event.due.why}` : `. ${event.because}`;
      return other(`Nieuwe datum voor ${step}: ${dueWords(event.due, calendar)}${why}`);
    }
    case 'TalkNoted':
      return { text: `${step} was op ${calendar.say(event.on)}: ${event.line}`, kind: 'step' };
    case 'ParentsInformed': {
      const whose = participantName(event.contact.of, school);
      return other(`Ouders van ${whose}: ${contactWords(event.contact)}`);
    }
    case 'StepCompleted':
      return sayCompleted(event, telling);
    case 'StepSkipped':
      return { text: `${step} overgeslagen: ${event.because}`, kind: 'step' };
    case 'StepLapsed':
      return other(`${step} is niet meer nodig. ${event.because}`);
    case 'StepReopened': {
      const due = event.due ? `, ${dueWords(event.due, calendar)}` : '';
      const because = event.because === undefined ? '' : `. ${event.because}`;
      return other(`${step} staat weer open${due}${because}`);
    }
    case 'RegistrationAsked': {
      const pupil = participantName(event.pupil, school);
      const doer = functionTitle(protocol, event.doer);
      return other(`Te noteren in ${protocol.lvs} bij ${pupil}: ${event.heading} (door de ${doer})`);
    }
    case 'Registered':
      return other(`Genoteerd in ${protocol.lvs} bij ${participantName(event.pupil, school)}, na ${step}`);
    case 'Reminded':
      return { text: `Herinnering aan ${step}`, kind: 'reminder' };
    case 'Escalated': {
      const to = functionTitle(protocol, event.to);
      return { text: `${step} wacht nog; de ${to} weet het`, kind: 'escalation' };
    }
    default:
      return unreachable(event);
  }
}

/** How a step ended and what was answered; answers to questions that the protocol now lacks are shown as they are. */
function sayCompleted(event: EventOf<'StepCompleted'>, telling: Telling): Said {
  const { state, protocol, school, calendar } = telling;
  const step = state.steps[event.key];
  const def = protocol.steps.find((s) => s.id === step?.step);
  const outcome = def?.outcomes.find((o) => o.id === event.outcome)?.label ?? event.outcome;
  const known = new Set(def?.questions.map((q) => q.id));
  const lost = Object.entries(event.answers).filter(([id]) => !known.has(id));
  return {
    text: `${stepWords(step, telling)}: ${outcome}`,
    kind: 'step',
    facts: [
      ...(def ? answerFacts(def, event.answers, protocol, school, calendar) : []),
      ...lost.map(([label, value]) => ({
        label,
        value: Array.isArray(value) ? value.join(', ') : String(value),
      })),
    ],
  };
}
