/** The history of a case in words: who did what, when and why. */
import type { Calendar } from '../domain/calendar.ts';
import type { Event } from '../domain/case.ts';
import { fold } from '../domain/evolve.ts';
import { functionTitle, stepOf } from '../domain/protocol.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import { answerFacts, participantName, refName, reportFacts, roleWords } from '../domain/words.ts';
import type { CaseView } from './contract.ts';

type Entry = CaseView['chronology'][number];
type Said = Pick<Entry, 'text' | 'kind'> & { facts?: Entry['facts'] };

/** One entry an event, oldest first. */
export function chronology(
  events: readonly Event[],
  protocol: Protocol,
  school: School,
  calendar: Calendar,
): Entry[] {
  const state = fold(events);
  const who = (event: Event) => {
    if (event.by.person === 'system') return 'Meldpunt';
    const name = personOf(school, event.by.person)?.name ?? 'Een oud-collega';
    return `${name} (${functionTitle(protocol, event.by.function)})`;
  };
  const titled = (key: string) => {
    const step = state?.steps[key];
    if (!step) return key;
    const apart = step.for ? ` met ${participantName(step.for, school)}` : '';
    return `‘${stepOf(protocol, step.step).title}’${apart}`;
  };

  function say(event: Event): Said {
    switch (event.type) {
      case 'CaseOpened':
      case 'ReportLinked': {
        const text =
          event.type === 'CaseOpened'
            ? `Melding ${event.number}: zaak geopend`
            : `Nieuwe melding erbij (${event.number})`;
        const facts = [
          { label: 'Wat gezien of gehoord', value: event.report.story },
          ...reportFacts(event.report, protocol, school, calendar),
        ];
        return { text, kind: 'report', facts };
      }
      case 'LeadAssigned': {
        const name = event.lead.person && personOf(school, event.lead.person)?.name;
        const title = functionTitle(protocol, event.lead.function);
        return { text: `Aan zet: ${name ? `${name} (${title})` : title}. ${event.because}`, kind: 'other' };
      }
      case 'RoleGiven':
        return { text: `${refName(event.who, school)}: ${roleWords[event.role]}`, kind: 'other' };
      case 'StepOpened':
        return {
          text: `Stap ${titled(event.key)} staat open${event.due ? `, uiterlijk ${calendar.say(event.due.by)}: ${event.due.why}` : ''}`,
          kind: 'other',
        };
      case 'DueMoved':
        return {
          text: `Nieuwe datum voor ${titled(event.key)}: uiterlijk ${calendar.say(event.due.by)}, ${event.due.why}`,
          kind: 'other',
        };
      case 'StepCompleted': {
        const step = stepOf(protocol, state?.steps[event.key]?.step ?? '');
        const outcome = step.outcomes.find((o) => o.id === event.outcome)?.label ?? event.outcome;
        return {
          text: `${titled(event.key)}: ${outcome}`,
          kind: 'step',
          facts: answerFacts(step, event.answers, school, calendar),
        };
      }
      case 'RoundStarted':
        return { text: `Ronde ${event.round} begint`, kind: 'other' };
      case 'Reminded':
        return { text: `Herinnering aan ${titled(event.key)}`, kind: 'reminder' };
      case 'Escalated':
        return {
          text: `${titled(event.key)} wacht nog; de ${functionTitle(protocol, event.to)} weet het`,
          kind: 'escalation',
        };
      case 'CaseClosed':
        return { text: 'Zaak gesloten', kind: 'closed' };
    }
  }
  return events.map((event) => ({ facts: [], ...say(event), at: event.at, who: who(event) }));
}
