/** What each part of decide works with: one command, the case as it stands while events are recorded, and its rules. */
import type { Calendar } from '../calendar.ts';
import { isDate } from '../calendar.ts';
import type { Actor, CaseState, Command, Event, Holders, StepState } from '../case.ts';
import { DomainError } from '../errors.ts';
import { evolve } from '../evolve.ts';
import { limits } from '../limits.ts';
import type { Protocol, Step } from '../protocol.ts';

/** An event without what every event of one command shares. */
export type Bare = Event extends infer E ? (E extends Event ? Omit<E, 'v' | 'at' | 'by'> : never) : never;

export interface Context {
  at: string;
  by: Actor;
  /** The school's date now. */
  today: string;
  holders: Holders;
  protocol: Protocol;
  calendar: Calendar;
  /** The case as it stands, what was recorded so far included. @throws Error before it was opened */
  state: () => CaseState;
  /** Records an event and sees its effect, so that what follows is decided on the newest state. */
  record: (event: Bare) => CaseState;
}

/** A context for one command, and the events that it comes to hold. */
export function contextFor(
  command: Command,
  before: CaseState | undefined,
  protocol: Protocol,
  calendar: Calendar,
): { context: Context; events: Event[] } {
  const events: Event[] = [];
  let now = before;
  const context: Context = {
    at: command.at,
    by: command.by,
    today: calendar.dateOf(command.at),
    holders: command.holders ?? {},
    protocol,
    calendar,
    state() {
      if (!now) throw new Error('no case was opened yet');
      return now;
    },
    record(bare) {
      const event = { v: 1, at: command.at, by: command.by, ...bare } as Event;
      if (JSON.stringify(event).length > limits.eventJson) {
        throw new DomainError(
          'too-large',
          'Er staat te veel tekst in één keer. Maak de tekst korter en probeer het opnieuw.',
        );
      }
      events.push(event);
      return (now = evolve(now, event));
    },
  };
  return { context, events };
}

/** A text that people must give: a reason or a note. @throws DomainError when it is empty or too long */
export function said(text: string | undefined, ask: string, max: number = limits.text): string {
  const kept = maySay(text, max);
  if (kept === undefined) throw new DomainError('invalid', ask);
  return kept;
}

/** A text that people may give; undefined for an empty one. @throws DomainError when it is too long */
export function maySay(text: string | undefined, max: number = limits.text): string | undefined {
  const kept = text?.trim() ?? '';
  if (kept.length > max) throw new DomainError('invalid', `Dit is te lang: maximaal ${max} tekens.`);
  return kept || undefined;
}

/** @throws DomainError for a day that no calendar has */
export function realDay(day: string, field: string): string {
  if (isDate(day)) return day;
  throw new DomainError('invalid', 'Kies een dag die bestaat.', field);
}

/** @throws DomainError when the step is not open, saying what became of it */
export function openStep(state: CaseState, key: string): StepState {
  const step = state.steps[key];
  if (!step) throw new DomainError('not-found', 'Deze stap is er niet (meer).');
  switch (step.status) {
    case 'open':
      return step;
    case 'done':
      throw new DomainError('already-done', 'Deze stap is al afgerond.');
    case 'skipped':
      throw new DomainError(
        'already-done',
        'Deze stap is overgeslagen. Wil je hem toch doen, open hem dan weer.',
      );
    case 'lapsed':
      throw new DomainError('already-done', 'Deze stap is niet meer nodig.');
    case 'dropped':
      throw new DomainError('already-done', 'Deze zaak is al gesloten.');
  }
}

/** The step of the protocol that an instance is of. @throws DomainError when the case's protocol has it no more */
export function defOf(protocol: Protocol, id: string): Step {
  const step = protocol.steps.find((s) => s.id === id);
  if (!step) throw new DomainError('not-found', 'Deze stap staat niet in het protocol van deze zaak.');
  return step;
}
