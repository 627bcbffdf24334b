/** What somebody did in a case, for a log that is read over many cases: which step, and no names or texts of the case. Pure. */
import type { CaseState, Event, StepKey } from './case.ts';
import { unreachable } from './errors.ts';
import type { Protocol } from './protocol.ts';

/** @param events of one command */
export function eventWords(
  events: readonly Event[],
  { state, protocol }: { state: CaseState; protocol: Protocol },
): string {
  const title = (key: StepKey) => {
    const id = state.steps[key]?.step ?? key.split('.')[0];
    return protocol.steps.find((s) => s.id === id)?.title ?? 'een stap van een eerdere versie';
  };
  const words = events.flatMap((event) => wordsOf(event, title) ?? []);
  return words.length > 0 ? [...new Set(words)].join(' ') : 'Veranderde de zaak.';
}

/** Undefined for what followed by the rules. */
function wordsOf(event: Event, title: (key: StepKey) => string): string | undefined {
  switch (event.type) {
    case 'CaseOpened':
      return 'Meldde; de zaak is geopend.';
    case 'ReportLinked':
      return 'Meldde; de melding hoort bij deze zaak.';
    case 'ReportSeparated':
      return 'Maakte van een melding een eigen zaak.';
    case 'LeadAssigned':
      return event.rule === undefined ? 'Veranderde wie aan zet is.' : undefined;
    case 'RoleGiven':
    case 'RoleTaken':
      return 'Veranderde de rol van een leerling.';
    case 'PupilCorrected':
      return 'Verving een leerling door een ander.';
    case 'DueMoved':
      return event.because === undefined ? undefined : `Verzette een datum: ${title(event.key)}.`;
    case 'TalkNoted':
      return `Noteerde een gesprek: ${title(event.key)}.`;
    case 'ParentsInformed':
      return 'Noteerde contact met ouders.';
    case 'StepCompleted':
      return `Rondde een stap af: ${title(event.key)}.`;
    case 'StepSkipped':
      return `Sloeg een stap over: ${title(event.key)}.`;
    case 'StepReopened':
      return `Opende een stap opnieuw: ${title(event.key)}.`;
    case 'Registered':
      return 'Noteerde dat iets in het leerlingvolgsysteem staat.';
    case 'PersonBarred':
      return 'Sloot de zaak voor een collega.';
    case 'PersonAllowed':
      return 'Opende de zaak weer voor een collega.';
    case 'YearTurned':
      return 'Zette de zaak over naar het nieuwe schooljaar.';
    case 'ApartAdvised':
      return 'Adviseerde om leerlingen niet samen te plaatsen.';
    case 'HandoverProposed':
      return 'Vroeg een collega om de zaak over te nemen.';
    case 'HandoverAnswered':
      return event.accept ? 'Nam de zaak over.' : 'Nam de zaak niet over.';
    case 'HelperInvited':
      return 'Vroeg een collega om mee te helpen.';
    case 'NoteAdded':
      return 'Voegde een notitie toe.';
    case 'AgreementMade':
      return 'Legde een afspraak vast.';
    case 'VersionMoved':
      return 'Zette de zaak over naar een nieuwe versie van het protocol.';
    case 'CaseClosed':
      return 'Sloot de zaak.';
    case 'CaseReopened':
      return 'Opende de zaak opnieuw.';
    case 'YearOpened':
    case 'StepOpened':
    case 'StepLapsed':
    case 'RoundStarted':
    case 'RegistrationAsked':
    case 'Suggested':
    case 'Reminded':
    case 'Escalated':
    case 'WaitStarted':
      return undefined;
    default:
      return unreachable(event);
  }
}
