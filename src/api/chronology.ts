/** The history of a case in words: who did what, when and why. */
import type { Event } from '../domain/case.ts';
import { withPupil } from '../domain/correct.ts';
import { unreachable } from '../domain/errors.ts';
import { personOf } from '../domain/school.ts';
import { participantName, refName, reportFacts, roleWords } from '../domain/words.ts';
import type { CaseView } from './contract/case.ts';
import type { Said } from './stepEvents.ts';
import { sayStepEvent } from './stepEvents.ts';
import type { Telling } from './words.ts';
import { actorWords } from './words.ts';

/** One entry an event, oldest first; `telling` holds the case as it is after all of them. */
export function chronology(events: readonly Event[], telling: Telling): CaseView['chronology'] {
  return corrected(events).map((event) => {
    const { text, kind, facts = [] } = say(event, telling);
    const who = doerWords(event.by, telling);
    const about = aboutOf(event, telling);
    return { text: text[0]!.toUpperCase() + text.slice(1), kind, facts, about, at: event.at, who };
  });
}

/** Who did it, and for whom where that colleague was away (P15). */
function doerWords({ instead, ...by }: Event['by'], telling: Telling): string {
  const doer = actorWords(by, telling);
  if (!instead) return doer;
  return `${doer}, voor ${actorWords(instead, telling)}, die er niet was`;
}

/** Whether it was a talk, or people decided something: what one looks for in a long history. */
function aboutOf(event: Event, { state, protocol }: Telling): CaseView['chronology'][number]['about'] {
  switch (event.type) {
    case 'TalkNoted':
    case 'ParentsInformed':
      return 'talk';
    case 'StepCompleted': {
      const step = protocol.steps.find((s) => s.id === state.steps[event.key]?.step);
      return step?.questions.some((q) => q.type === 'date' && q.happened) ? 'talk' : 'decision';
    }
    case 'StepSkipped':
    case 'StepReopened':
    case 'RoleGiven':
    case 'RoleTaken':
    case 'PersonBarred':
    case 'PersonAllowed':
    case 'ApartAdvised':
    case 'HandoverAnswered':
    case 'AgreementMade':
    case 'VersionMoved':
    case 'CaseClosed':
    case 'CaseReopened':
    case 'RoundStarted':
      return 'decision';
    case 'DueMoved':
      return event.because === undefined ? undefined : 'decision';
    case 'LeadAssigned':
      return event.rule === undefined ? 'decision' : undefined;
    default:
      return undefined;
  }
}

/** The history as if the right pupil had stood in it from the start: the wrong one is nobody's business (P14). */
const corrected = (events: readonly Event[]): readonly Event[] =>
  events.reduce<readonly Event[]>(
    (history, event) =>
      event.type === 'PupilCorrected'
        ? [...history.map((earlier) => withPupil(earlier, event.from, event.to)), event]
        : [...history, event],
    [],
  );

function say(event: Event, telling: Telling): Said {
  const { protocol, school, calendar } = telling;
  const because = (reason: string | undefined) => (reason === undefined ? '' : `. ${reason}`);
  const other = (text: string): Said => ({ text, kind: 'other' });
  switch (event.type) {
    case 'CaseOpened':
    case 'ReportLinked':
      return sayReport(event, telling);
    case 'ReportSeparated':
      return other(`Melding ${event.number} is nu een eigen zaak`);
    case 'YearOpened':
      return other(`Schooljaar ${event.schoolYear}-${event.schoolYear + 1} begint`);
    case 'LeadAssigned':
      return other(`Aan zet: ${actorWords(event.lead, telling)}. ${event.because}`);
    case 'RoleGiven':
      return other(`${refName(event.who, school)}: ${roleWords[event.role]}`);
    case 'RoleTaken':
      return other(`${refName(event.who, school)}: geen ${roleWords[event.role]} meer`);
    case 'PupilCorrected':
      return other('De verkeerde leerling is vervangen door de goede');
    case 'RoundStarted':
      return other(`Ronde ${event.round} begint`);
    case 'Suggested': {
      const says = protocol.suggestions.find((s) => s.id === event.suggestion)?.says ?? event.suggestion;
      return other(event.about === undefined ? says : `${participantName(event.about, school)}: ${says}`);
    }
    case 'PersonBarred':
      return other(
        `${personOf(school, event.person)?.name ?? 'Een oud-collega'} mag deze zaak niet zien. ${event.because}`,
      );
    case 'YearTurned':
      return other(
        event.group === undefined ? 'Nieuw schooljaar' : `Nieuw schooljaar, in groep ${event.group}`,
      );
    case 'ApartAdvised':
      return other(`Beter niet samen plaatsen met ${refName(event.who, school)}${because(event.because)}`);
    case 'PersonAllowed':
      return other(
        `${personOf(school, event.person)?.name ?? 'Een oud-collega'} mag deze zaak weer zien. ${event.because}`,
      );
    case 'HandoverProposed':
      return other(`Gevraagd om de zaak over te nemen: ${actorWords(event.to, telling)}`);
    case 'HandoverAnswered':
      return other(`Neemt de zaak ${event.accept ? '' : 'niet '}over${because(event.because)}`);
    case 'HelperInvited':
      return other(`Gevraagd om mee te helpen: ${actorWords(event.helper, telling)}`);
    case 'NoteAdded':
      return { text: 'Notitie', kind: 'other', facts: [{ label: 'Wat', value: event.text }] };
    case 'AgreementMade':
      return other(`Afspraak: ${event.what}`);
    case 'WaitStarted': {
      const until = calendar.say(calendar.dateOf(event.until));
      return other(`Er is geen stap met een datum. Meldpunt vraagt het weer op ${until}`);
    }
    case 'VersionMoved':
      return other(`De zaak loopt nu op versie ${event.protocol.version} van het protocol`);
    case 'CaseClosed':
      return { text: 'Zaak gesloten', kind: 'closed' };
    case 'CaseReopened':
      return { text: `Zaak weer geopend${because(event.because)}`, kind: 'reopened' };
    case 'StepOpened':
    case 'DueMoved':
    case 'TalkNoted':
    case 'ParentsInformed':
    case 'StepCompleted':
    case 'StepSkipped':
    case 'StepLapsed':
    case 'StepReopened':
    case 'RegistrationAsked':
    case 'Registered':
    case 'Reminded':
    case 'Escalated':
      return sayStepEvent(event, telling);
    default:
      return unreachable(event);
  }
}

function sayReport(event: Extract<Event, { type: 'CaseOpened' | 'ReportLinked' }>, telling: Telling): Said {
  const { protocol, school, calendar } = telling;
  const opens = event.type === 'CaseOpened';
  const earlier = opens ? (event.signals ?? []) : [];
  return {
    text: opens ? `Melding ${event.number}: zaak geopend` : `Nieuwe melding erbij (${event.number})`,
    kind: 'report',
    facts: [
      { label: 'Wat gezien of gehoord', value: event.report.story },
      ...reportFacts(event.report, protocol, school, calendar),
      ...(earlier.length > 0
        ? [{ label: 'Eerder gemeld', value: earlier.map((date) => calendar.say(date)).join(', ') }]
        : []),
    ],
  };
}
