/** Lines of a timeline: what happened when, to whom and why, from the events of a case and the messages they lead to. */
import type { Calendar } from '../../domain/calendar.ts';
import type { CaseState, Event } from '../../domain/case.ts';
import { SYSTEM } from '../../domain/case.ts';
import type { Message, Planned } from '../../domain/messages.ts';
import type { Protocol } from '../../domain/protocol.ts';
import { functionTitle } from '../../domain/protocol.ts';
import { doersOf } from '../../domain/covering.ts';
import type { School } from '../../domain/school.ts';
import type { What } from './scenario.ts';

/** One line; `at` on the school's clock with its offset. Fields that don't apply are left out. */
export interface Line {
  at: string;
  what: What;
  step?: string;
  rows?: string[];
  for?: string;
  by?: string;
  to?: string[];
  due?: string;
  why?: string;
}
/** A line, with the persons behind its functions: for people and expectations, not in the JSON. */
export interface Entry {
  line: Line;
  /** Who did it. */
  actor?: string;
  /** To whom it goes. */
  persons: string[];
  /** The instance of a step that the line is about. */
  key?: string;
}

export interface Scene {
  state: CaseState;
  protocol: Protocol;
  calendar: Calendar;
  school: School;
  now: string;
}

/** What one command led to, as lines in order. */
export function entriesOf(events: readonly Event[], planned: readonly Planned[], scene: Scene): Entry[] {
  const { calendar, now } = scene;
  const messages = planned.flatMap((p) => (p.work.kind === 'message' ? [p.work.message] : []));
  const lines = events.flatMap((event) => lineOf(event, messages, scene));
  const told = tellsOf(messages, scene);
  return [...lines, ...told].map((entry) => ({
    ...entry,
    line: { ...entry.line, at: entry.line.at || calendar.wallClock(now) },
  }));
}

const clean = <T extends object>(line: T): T =>
  Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined)) as T;

function lineOf(event: Event, messages: readonly Message[], scene: Scene): Entry[] {
  const { state, protocol, calendar, school } = scene;
  const by = event.by.person === SYSTEM.person ? undefined : event.by.function;
  const actor = by === undefined ? undefined : event.by.person;
  const entry = (what: What, more: Omit<Line, 'at' | 'what'> = {}, persons: string[] = []): Entry[] => [
    { line: clean({ at: '', what, by, ...more }), actor, persons },
  ];
  const about = (key: string) => {
    const step = state.steps[key];
    const rows = protocol.steps.find((s) => s.id === step?.step)?.rows;
    return { step: step?.step ?? key, rows: rows?.length ? rows : undefined, for: step?.for };
  };
  const ofStep = (what: What, key: string, more: Omit<Line, 'at' | 'what'> = {}, persons: string[] = []) =>
    entry(what, { ...about(key), ...more }, persons).map((e) => ({ ...e, key }));
  /** Those who do a step: their function, and who they are. */
  const doers = (key: string) => {
    const step = state.steps[key]!;
    const wanted = protocol.steps.find((s) => s.id === step.step)?.by ?? 'lead';
    const to = [wanted === 'lead' ? state.lead.function : wanted];
    return { to, persons: doersOf(step, scene) };
  };
  const dueLine = (key: string, due: { by: string; why: string }): Entry => {
    const { to, persons } = doers(key);
    const at = calendar.wallClock(calendar.instant(due.by, school.settings.calendar.hours.to));
    return { line: clean({ at, what: 'due', ...about(key), to, due: due.by, why: due.why }), persons, key };
  };
  const reached = (say: Message['say'], key?: string) =>
    messages
      .filter((m) => m.say === say && (key === undefined || ('step' in m && m.step === key)))
      .flatMap((m) => ('person' in m.to ? [m.to.person] : []));

  switch (event.type) {
    case 'CaseOpened':
    case 'YearOpened':
      return entry(
        'opened',
        {
          for: event.type === 'CaseOpened' && 'pupil' in event.about ? event.about.pupil : undefined,
          to: [state.lead.function],
          why:
            event.type === 'CaseOpened'
              ? `melding ${event.number}: zaak geopend`
              : `schooljaar ${event.number}`,
        },
        state.lead.person ? [state.lead.person] : [],
      );
    case 'PupilCorrected':
    case 'PersonBarred':
    case 'PersonAllowed':
    case 'ApartAdvised':
    case 'YearTurned':
      return [];
    case 'ReportSeparated':
      return entry('opened', { why: `melding ${event.number} is nu een eigen zaak` });
    case 'ReportLinked':
      return entry('opened', { why: `melding ${event.number} erbij` });
    case 'StepOpened': {
      const { to, persons } = doers(event.key);
      const { due } = event;
      const opened = ofStep('opened', event.key, { to, due: due?.by, why: due?.why }, persons);
      return due ? [...opened, dueLine(event.key, due)] : opened;
    }
    case 'StepReopened': {
      const { to, persons } = doers(event.key);
      const reopened = ofStep('reopened', event.key, { to, due: event.due?.by, why: event.because }, persons);
      return event.due ? [...reopened, dueLine(event.key, event.due)] : reopened;
    }
    case 'DueMoved': {
      const { to, persons } = doers(event.key);
      const why = [event.due?.why ?? 'geen datum meer', event.because].filter(Boolean).join(': ');
      const moved = ofStep('moved', event.key, { to, due: event.due?.by, why }, persons);
      return event.due ? [...moved, dueLine(event.key, event.due)] : moved;
    }
    case 'StepCompleted': {
      const outcome = protocol.steps
        .find((s) => s.id === state.steps[event.key]?.step)
        ?.outcomes.find((o) => o.id === event.outcome);
      return ofStep('done', event.key, { why: `${event.outcome}: ${outcome?.label ?? ''}` });
    }
    case 'StepSkipped':
    case 'StepLapsed':
      return ofStep('skipped', event.key, { why: event.because });
    case 'ParentsInformed': {
      const { of, how, because, reached: spoken } = event.contact;
      const why = because ?? `${how}, ${spoken ? 'bereikt' : 'niet bereikt'}`;
      return ofStep('tell', event.key, { for: of, to: ['ouders'], why });
    }
    case 'RegistrationAsked': {
      const more = { for: event.pupil, to: [event.doer], why: `${protocol.lvs}: ${event.heading}` };
      return ofStep('register', event.key, more, reached('register', event.key));
    }
    case 'Registered':
      return ofStep('register', event.key, { for: event.pupil, why: `genoteerd in ${protocol.lvs}` });
    case 'Suggested': {
      const suggestion = protocol.suggestions.find((s) => s.id === event.suggestion);
      return entry('suggest', { for: event.about, to: suggestion?.to, why: suggestion?.says });
    }
    case 'HandoverProposed':
      return entry('handover', { to: [event.to.function], why: 'gevraagd om over te nemen' }, [
        event.to.person,
      ]);
    case 'HandoverAnswered':
      return event.accept ? [] : entry('handover', { why: event.because ?? 'niet overgenomen' });
    case 'LeadAssigned': {
      if (event.at === state.openedAt) return [];
      const { lead } = event;
      return entry('handover', { to: [lead.function], why: event.because }, lead.person ? [lead.person] : []);
    }
    case 'HelperInvited':
      return entry('handover', { to: [event.helper.function], why: 'uitgenodigd om mee te helpen' }, [
        event.helper.person,
      ]);
    case 'RoundStarted':
      return entry('round', { why: `ronde ${event.round}` });
    case 'Reminded':
      return ofStep(
        'remind',
        event.key,
        { to: doers(event.key).to, due: state.steps[event.key]?.due?.by },
        reached('reminder', event.key),
      );
    case 'Escalated':
      return ofStep(
        'escalate',
        event.key,
        {
          to: [event.to],
          due: state.steps[event.key]?.due?.by,
          why: `nog niet gedaan; de ${functionTitle(protocol, event.to)} hoort het`,
        },
        reached('escalation', event.key),
      );
    case 'WaitStarted':
      return entry('waiting', {
        to: [state.lead.function],
        due: calendar.dateOf(event.until),
        why: 'geen stap met een datum',
      });
    case 'VersionMoved':
      return entry('moved', { why: `naar versie ${event.protocol.version} van het protocol` });
    case 'CaseClosed':
      return entry('closed', { ...(event.step ? about(event.step) : {}), why: event.outcome });
    case 'CaseReopened':
      return entry('reopened', { why: event.because });
    case 'RoleGiven':
    case 'RoleTaken':
    case 'TalkNoted':
    case 'NoteAdded':
    case 'AgreementMade':
      return [];
  }
}

/** One line for each thing that was told, to all who hear it. */
function tellsOf(messages: readonly Message[], { state, protocol }: Scene): Entry[] {
  const said = messages.filter((m) => m.say === 'tell');
  const kinds = [...new Set(said.map((m) => `${m.step} ${m.tell}`))];
  return kinds.map((kind) => {
    const heard = said.filter((m) => `${m.step} ${m.tell}` === kind);
    const { step: key, tell } = heard[0]!;
    const instance = state.steps[key];
    const step = protocol.steps.find((s) => s.id === instance?.step);
    const line: Line = {
      at: '',
      what: 'tell',
      step: step?.id,
      rows: step?.rows.length ? step.rows : undefined,
      for: instance?.for,
      to: [...new Set(heard.map((m) => m.function))],
      why: step?.tells[tell]?.says,
    };
    return { line: clean(line), persons: heard.flatMap((m) => ('person' in m.to ? [m.to.person] : [])), key };
  });
}
