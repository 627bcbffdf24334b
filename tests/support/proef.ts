/** A case on the protocol of proef.yaml, which uses each feature of the language once: given – when – then. */
import { CalendarData, makeCalendar } from '../../src/domain/calendar.ts';
import type { CaseState, Command, CommandOf, Event } from '../../src/domain/case.ts';
import { SYSTEM } from '../../src/domain/case.ts';
import { decide } from '../../src/domain/decide/decide.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { fold } from '../../src/domain/evolve.ts';
import type { Protocol } from '../../src/domain/protocol.ts';
import { readProtocol } from '../../src/storage/protocolFiles.ts';
import { at, report } from './world.ts';

export const { protocol: proef, ref } = readProtocol('tests/support/proef.yaml');
export const calendar = makeCalendar(
  CalendarData.parse({ closed: [{ from: '2026-10-10', to: '2026-10-18', name: 'herfstvakantie' }] }),
);
export const holders = {
  mentor: 'mila',
  coordinator: 'cor',
  leerlingencoordinator: 'lot',
  directeur: 'dora',
  docent: 'dirk',
};
export const mila = { person: 'mila', function: 'mentor' };

/** A command without what each of them carries. */
type Bare = Command extends infer C ? (C extends Command ? Omit<C, 'at' | 'by' | 'holders'> : never) : never;

/** A case as a sequence of commands; `world` is replaced to run on other rules. */
export class Case {
  events: Event[] = [];
  constructor(
    private readonly protocol: Protocol = proef,
    private readonly days = calendar,
  ) {}

  get state(): CaseState {
    return fold(this.events)!;
  }

  /** Decides one command at a local time and keeps its events. @returns the new events */
  does(local: string, command: Bare, by: Command['by'] = mila): Event[] {
    const whole = { ...command, at: at(local), by, holders } as Command;
    const more = decide(whole, fold(this.events), this.protocol, this.days);
    this.events.push(...more);
    return more;
  }

  completes(
    local: string,
    step: string,
    outcome = 'gedaan',
    more: Partial<CommandOf<'completeStep'>> = {},
  ): Event[] {
    const { by, ...rest } = more;
    return this.does(local, { type: 'completeStep', step, outcome, answers: {}, ...rest }, by);
  }

  wakes(local: string): Event[] {
    return this.does(local, { type: 'wake' }, SYSTEM);
  }

  /** The refusal of a command; undefined when it is not refused. Nothing is kept either way. */
  refuses(run: (on: Case) => unknown): { code: string; message: string } | undefined {
    const before = [...this.events];
    try {
      run(this);
      return undefined;
    } catch (error) {
      if (error instanceof DomainError) return { code: error.code, message: error.message };
      throw error;
    } finally {
      this.events = before;
    }
  }

  /** Keys of the steps that are open, in the order of their opening. */
  get open(): string[] {
    return Object.values(this.state.steps)
      .filter((s) => s.status === 'open')
      .map((s) => s.key);
  }
}

/** A case that was reported on Monday 5 October 2026 at 8:20, by a docent, about A; B did something. */
export function reported(change: Partial<CommandOf<'openCase'>> = {}, rules: Protocol = proef): Case {
  const fresh = new Case(rules);
  const { by = { person: 'dirk', function: 'docent' }, ...rest } = change;
  fresh.does(
    '2026-10-05T08:20',
    {
      type: 'openCase',
      case: 'zaak',
      number: '2026-0001',
      figure: 'figure',
      report: report({ involved: [{ who: { pupil: 'B' }, part: 'deed' }] }),
      about: { pupil: 'A' },
      facts: { 'beyond-team': false },
      protocol: ref,
      ...rest,
    },
    by,
  );
  return fresh;
}

/** Events without what every event of a command shares. */
export const bare = (events: readonly Event[]) =>
  events.map((event) => {
    const { v, at: when, by, ...rest } = event;
    void [v, when, by];
    return rest;
  });

/** The types of events, with the step they are about. */
export const said = (events: readonly Event[]): string[] =>
  events.map((e) => ('key' in e ? `${e.type} ${e.key}` : e.type));
