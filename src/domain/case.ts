/** The words of a case: its commands, its events and the state they fold to. No logic. */
import { z } from 'zod/v4';
import type { Due } from './calendar.ts';
import { limits } from './limits.ts';
import type { Fact, ProtocolRef, Role } from './protocol.ts';

/** Who acts: a person in a function, or the system by itself. */
export interface Actor {
  person: string;
  function: string;
}
export const SYSTEM: Actor = { person: 'system', function: 'system' };

/** A pupil in a case: a pupil of the register by id, or a name that was typed because the register lacks it. */
export const PupilRef = z.union([
  z.strictObject({ pupil: z.string().min(1) }),
  z.strictObject({ name: z.string().trim().min(1).max(limits.line) }),
]);
export type PupilRef = z.infer<typeof PupilRef>;
/** One string for a pupil of a case, used in step keys and answers. */
export const refKey = (ref: PupilRef): string => ('pupil' in ref ? ref.pupil : `naam:${ref.name}`);

const unsure = z.enum(['ja', 'nee', 'onbekend']);
/** What a reporter tells (P4). Limits are in limits.ts; the messages are for the reporter. */
export const Report = z.strictObject({
  about: z
    .array(PupilRef)
    .min(1, 'Kies over wie je je zorgen maakt, of vul een naam in.')
    .max(limits.targets),
  story: z
    .string()
    .trim()
    .min(1, 'Vertel wat je zag of hoorde.')
    .max(limits.story, `Dit is te lang: maximaal ${limits.story} tekens.`),
  source: z.enum(['zelf', 'leerling', 'ouder', 'collega', 'online']),
  happened: z.iso.date('Kies een datum.'),
  safe: unsure,
  pupilKnows: unsure.optional(),
  doneSoFar: z.string().trim().max(limits.text).optional(),
  involved: z
    .array(z.strictObject({ who: PupilRef, part: z.enum(['deed', 'deed-mee', 'zag', 'onbekend']) }))
    .max(limits.involved)
    .default([]),
  where: z.string().trim().max(limits.line).optional(),
  behaviours: z.array(z.string()).max(20).default([]),
  often: unsure.optional(),
  onPurpose: unsure.optional(),
  unequal: unsure.optional(),
  beyond: unsure.optional(),
  toldBy: z.string().trim().max(limits.line).optional(),
});
export type Report = z.infer<typeof Report>;

export type Answer = string | number | boolean | string[];
export type Answers = Record<string, Answer>;

/** What a step instance is called: `step.round` or `step.round.refKey`. */
export type StepKey = string;

/** Facts that the shell gathered before it asked the core: the core looks nothing up. `beyond-team`: it plays beyond the kernteam or the school (K4). */
export type Facts = Record<Fact, boolean>;
export interface Lead {
  function: string;
  person?: string;
}

interface Base {
  /** The instant at which it is done, from the Clock. */
  at: string;
  by: Actor;
}
export type Command = Base &
  (
    | {
        type: 'openCase';
        case: string;
        number: string;
        report: Report;
        about: PupilRef;
        group?: string;
        facts: Facts;
        lead: Lead;
        protocol: ProtocolRef;
        figure: string;
      }
    | { type: 'linkReport'; number: string; report: Report; about: PupilRef }
    | { type: 'completeStep'; step: StepKey; outcome: string; answers: Answers }
    /** The time has come to look: what is due is reminded, what is late escalates. */
    | { type: 'wake' }
    /** The calendar changed: dates are reckoned again. */
    | { type: 'review' }
  );
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** Version of each event's shape; a reader of old events decides by it. */
export interface Recorded {
  v: 1;
  at: string;
  by: Actor;
}
export type Event = Recorded &
  (
    | {
        type: 'CaseOpened';
        case: string;
        number: string;
        report: Report;
        about: PupilRef;
        group?: string;
        facts: Facts;
        protocol: ProtocolRef;
        figure: string;
      }
    | { type: 'ReportLinked'; number: string; report: Report; about: PupilRef }
    | { type: 'LeadAssigned'; lead: Lead; because: string }
    | { type: 'RoleGiven'; who: PupilRef; role: Role }
    | { type: 'StepOpened'; key: StepKey; step: string; round: number; for?: string; due?: Due }
    | { type: 'DueMoved'; key: StepKey; due: Due }
    | { type: 'StepCompleted'; key: StepKey; outcome: string; answers: Answers; on: string }
    | { type: 'RoundStarted'; round: number }
    | { type: 'Reminded'; key: StepKey; rung: number }
    | { type: 'Escalated'; key: StepKey; rung: number; to: string }
    | { type: 'CaseClosed'; outcome: string; step: StepKey }
  );
export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>;

export interface StepState {
  key: StepKey;
  step: string;
  round: number;
  /** refKey of the participant, for a step held with each of them apart. */
  for?: string;
  openedAt: string;
  due?: Due;
  status: 'open' | 'done' | 'dropped';
  /** The day it took place, once done. */
  on?: string;
  outcome?: string;
  answers?: Answers;
  doneBy?: Actor;
  /** How far reminding has come; see reminders.ts. */
  rung: number;
  /** When the last reminder or escalation was decided. */
  nudgedAt?: string;
  /** Functions that heard of its lateness. */
  escalatedTo: string[];
}

export interface CaseState {
  id: string;
  number: string;
  /** Number of events so far. */
  version: number;
  status: 'open' | 'closed';
  protocol: ProtocolRef;
  figure: string;
  openedAt: string;
  closedAt?: string;
  closedAs?: string;
  group?: string;
  facts: Facts;
  reports: { number: string; at: string; by: Actor; report: Report }[];
  participants: { who: PupilRef; roles: Role[] }[];
  lead: Lead;
  round: number;
  steps: Record<StepKey, StepState>;
}

export const openSteps = (state: CaseState): StepState[] =>
  Object.values(state.steps).filter((s) => s.status === 'open');
export const inRole = (state: CaseState, role: Role): string[] =>
  state.participants.filter((p) => p.roles.includes(role)).map((p) => refKey(p.who));
