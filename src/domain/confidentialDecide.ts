/** What may be done with a confidential message, by whom, and what time does to it (P3). Pure. */
import type { Calendar } from './calendar.ts';
import { confidantAs, isBarredFrom, nextFor, othersFor } from './confidants.ts';
import type { Confidential, ConfidentialEvent, Consent, Ending, Letter, Why } from './confidential.ts';
import { mayForward } from './confidential.ts';
import { DomainError, unreachable } from './errors.ts';
import { limits } from './limits.ts';
import type { Protocol } from './protocol.ts';
import type { School } from './school.ts';
import { personOf } from './school.ts';
import { deadlineOf } from './confidentialReact.ts';

export interface ConfidentialScene {
  school: School;
  protocol: Protocol;
  calendar: Calendar;
}

export interface Writing {
  type: 'write';
  id: string;
  number: string;
  to: string;
  letter: Letter;
}
/** What its vertrouwenspersoon does. */
type Reading =
  { type: 'read' } | { type: 'note'; text: string } | { type: 'askConsent' } | { type: 'close'; as: Ending };
/** What its reporter does. */
type Choosing = { type: 'pass'; to: string } | { type: 'keep' } | { type: 'consent'; consent: Consent };
export type ByPerson = (Reading | Choosing) & { at: string; by: string };
/** What nobody does: its time has come, or its card was refused. */
export type BySystem = { at: string } & ({ type: 'wake' } | { type: 'unreachable'; to: string; why: Why });

/** The same for a message that is not there, for one of somebody else, and for one that went on to another. */
export const notTheirs = () =>
  new DomainError('not-found', 'Dit bericht is er niet, of het is niet (meer) voor jou.');

/** @throws DomainError when this vertrouwenspersoon is none, or may not read it */
export function write(
  { id, number, to, letter, at, by }: Writing & { at: string; by: string },
  { school, protocol }: ConfidentialScene,
): ConfidentialEvent[] {
  const person = personOf(school, to);
  if (!person || confidantAs(person, protocol) === undefined || to === by)
    throw new DomainError('invalid', 'Kies aan wie je schrijft.', 'to');
  if (isBarredFrom(person, { reporter: by, letter }, school))
    throw new DomainError(
      'invalid',
      `Kies iemand anders: ${person.name} heeft zelf met iemand in je bericht te maken.`,
      'to',
    );
  return [{ v: 1, at, by, type: 'Written', id, number, to, letter }];
}

/** Whether somebody may read a message: it is with them, and they are still a vertrouwenspersoon. */
export function mayRead(
  state: Confidential,
  personId: string,
  { school, protocol }: Pick<ConfidentialScene, 'school' | 'protocol'>,
): boolean {
  const person = personOf(school, personId);
  if (!person || state.to !== personId || confidantAs(person, protocol) === undefined) return false;
  return !isBarredFrom(person, state, school);
}

/** @throws DomainError for whoever it is not for, and for what can't be done (any more) */
export function decideConfidential(
  command: ByPerson,
  state: Confidential,
  scene: ConfidentialScene,
): ConfidentialEvent[] {
  const event = { v: 1, at: command.at, by: command.by } as const;
  switch (command.type) {
    case 'read':
      if (!mayRead(state, command.by, scene)) throw notTheirs();
      return state.readAt === undefined && !state.closed ? [{ ...event, type: 'Read' }] : [];
    case 'note':
    case 'askConsent':
    case 'close':
      if (!mayRead(state, command.by, scene)) throw notTheirs();
      return asConfidant(command, state).map((done) => ({ ...event, ...done }));
    case 'pass':
    case 'keep':
    case 'consent':
      if (state.reporter !== command.by) throw notTheirs();
      return asReporter(command, state, scene).map((done) => ({ ...event, ...done }));
    default:
      return unreachable(command);
  }
}

type Bare<T> = T extends ConfidentialEvent ? Omit<T, 'v' | 'at' | 'by'> : never;
type Done = Bare<ConfidentialEvent>;

function asConfidant(command: Exclude<Reading, { type: 'read' }>, state: Confidential): Done[] {
  if (state.closed) throw new DomainError('already-done', 'Je hebt dit bericht al afgerond.');
  switch (command.type) {
    case 'note': {
      const text = command.text.trim();
      if (text === '' || text.length > limits.confidentialNote)
        throw new DomainError('invalid', `Schrijf je notitie in hooguit ${limits.confidentialNote} tekens.`);
      return [{ type: 'Noted', text }];
    }
    case 'askConsent':
      if (state.consent && state.consent.answer === undefined) return [];
      if (mayForward(state)) return [];
      return [{ type: 'ConsentAsked' }];
    case 'close':
      if (command.as === 'melding' && !mayForward(state))
        throw new DomainError(
          'invalid',
          'Wie dit schreef, heeft nog geen ja gezegd tegen een gewone melding. Vraag het eerst.',
        );
      return [{ type: 'Closed', as: command.as }];
  }
}

function asReporter(command: Choosing, state: Confidential, scene: ConfidentialScene): Done[] {
  if (state.closed) throw new DomainError('already-done', 'Je bericht is al afgerond.');
  if (command.type === 'consent') {
    if (!state.consent || state.consent.answer !== undefined)
      throw new DomainError('already-done', 'Deze vraag is al beantwoord, of niet meer nodig.');
    return [{ type: 'ConsentGiven', consent: command.consent }];
  }
  const now = personOf(scene.school, state.to)?.name ?? 'Wie je koos';
  if (!state.asked)
    throw new DomainError(
      'already-done',
      state.readAt
        ? `${now} heeft je bericht gelezen. Je hoeft niets te kiezen.`
        : `Je bericht is nu bij ${now}. Je hoeft niets te kiezen.`,
    );
  if (command.type === 'keep') return state.asked.kept ? [] : [{ type: 'Kept' }];
  if (!othersFor(state, scene.school, scene.protocol).some((p) => p.id === command.to))
    throw new DomainError('invalid', 'Deze collega kan je bericht niet krijgen. Kies iemand anders.', 'to');
  return [{ type: 'Passed', to: command.to }];
}

/**
 * What time does: unread after a school day the reporter is asked, and a school day later it goes to the next one. Left
 * with who it is with, or with nobody else to go to, it is brought to mind every school day.
 */
export function decideBySystem(
  command: BySystem,
  state: Confidential,
  scene: ConfidentialScene,
): ConfidentialEvent[] {
  const { school, protocol, calendar } = scene;
  const { at } = command;
  const event = { v: 1, at } as const;
  if (state.closed) return [];
  const next = nextFor(state, calendar.dateOf(at), school, protocol)?.id;
  const ask = (why: Why): ConfidentialEvent[] => [{ ...event, type: 'ChoiceAsked', why, next }];
  if (command.type === 'unreachable')
    return command.to === state.to && !state.readAt && !state.asked ? ask(command.why) : [];
  const { asked } = state;
  const lost = !mayRead(state, state.to, scene);
  if (lost && asked?.why !== 'left') return ask('left');
  const deadline = deadlineOf(state, calendar);
  const early = deadline !== undefined && at < deadline;
  if (state.readAt !== undefined || early || !calendar.mayRemindAt(at)) return [];
  if (!asked) return ask('unread');
  // Nobody else was there when the reporter was asked: they hear who it is before it goes there.
  const choosable = othersFor(state, school, protocol).some((p) => p.id === asked.next);
  if (!asked.kept && asked.next !== undefined && choosable)
    return [{ ...event, type: 'Passed', to: asked.next }];
  if (!asked.kept && next !== undefined) return ask(asked.why);
  return lost ? [] : [{ ...event, type: 'Reminded' }];
}
