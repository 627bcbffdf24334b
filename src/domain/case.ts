/** The words of a case: its commands, its events and the state they fold to. No logic. */
import { z } from 'zod/v4';
import type { Due } from './calendar.ts';
import { limits } from './limits.ts';
import type { Fact, ProtocolRef, Role } from './protocol.ts';

/** Who acts: a person in a function, or the system by itself. */
export interface Actor {
  person: string;
  function: string;
  /** The colleague who is away, for somebody who may do it as their substitute only (P15). */
  instead?: Required<Lead>;
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

/** What a step instance is called: `step.round`, `step.round.refKey` when it is held apart, `~n` for one that comes more often. */
export type StepKey = string;

/** Facts that the shell gathered before it asked the core: the core looks nothing up. `beyond-team`: it plays beyond the kernteam or the school (K4). */
export type Facts = Record<Fact, boolean>;
export interface Lead {
  function: string;
  person?: string;
}
/** Who is first in line for each function in this case, as the shell found it: function → person. */
export type Holders = Readonly<Record<string, string | undefined>>;

/** How parents were spoken to (M9): who, how and when is recorded. */
export const Contact = z.strictObject({
  /** refKey of the pupil whose parents they are. */
  of: z.string().min(1).max(limits.line),
  how: z.enum(['phone', 'talk', 'appointment', 'mail', 'letter', 'other']),
  reached: z.boolean(),
  /** Why the parents are not called; it stands in place of the contact (P11). */
  because: z.string().trim().min(1).max(limits.text).optional(),
});
export type Contact = z.infer<typeof Contact>;

interface Base {
  /** The instant at which it is done, from the Clock. */
  at: string;
  by: Actor;
  /** Needed wherever the lead may change by the protocol's rules. */
  holders?: Holders;
}
interface Opened {
  case: string;
  number: string;
  protocol: ProtocolRef;
  figure: string;
}
/** A note for the pupil tracking system (K17): of which pupil, and by which function or person in it. */
export interface Noted {
  pupil: string;
  doer: string;
  person?: string;
}
interface Told {
  report: Report;
  about: PupilRef;
}
/** What a new school year brings a case: the pupil's new group, and who holds the lead's function for it. */
export interface Turn {
  group?: string;
  to?: Required<Lead>;
}
export type Command = Base &
  (
    | (Opened &
        Told & {
          type: 'openCase';
          group?: string;
          facts: Facts;
          /** Dates of earlier reports about this pupil (P7). */ signals?: string[];
        })
    /** The case of a school year's own steps (K21): no pupil is in it. */
    | (Opened & { type: 'openYear'; schoolYear: number })
    | (Told & { type: 'linkReport'; number: string })
    /** `step`: a key, or the id of a step that is done by hand. */
    | {
        type: 'completeStep';
        step: StepKey;
        outcome: string;
        answers: Answers;
        contacts?: Contact[];
        /** Pupils who are a confirmed pester in another case (K12), by refKey. */ elsewhere?: string[];
      }
    | { type: 'skipStep'; step: StepKey; because: string }
    | { type: 'postponeStep'; step: StepKey; to: string; because: string }
    | { type: 'reopenStep'; step: StepKey; because?: string }
    /** P19: that the talk took place; the details follow. */
    | { type: 'noteTalk'; step: StepKey; on: string; line: string }
    | { type: 'informParents'; step: StepKey; contact: Contact }
    /** That it was entered in the pupil tracking system (K17). */
    | ({ type: 'register'; step: StepKey } & Noted)
    /** `elsewhere`: this pupil is a confirmed pester in another case too (K12). */
    | { type: 'giveRole'; who: PupilRef; role: Role; elsewhere?: boolean }
    | { type: 'takeRole'; who: PupilRef; role: Role }
    /** The case was about somebody else (P14). `group`: that of the right pupil, where the wrong one was the gepeste. */
    | { type: 'correctPupil'; from: PupilRef; to: PupilRef; group?: string }
    /** Somebody on the staff may have nothing to do with this case: named in it, or family (P13). */
    | { type: 'bar'; person: string; because: string }
    | { type: 'unbar'; person: string; because: string }
    /** With whom a pupil had better not be placed in the new groups (P21). */
    | { type: 'adviseApart'; who: PupilRef; because?: string }
    /** `word`: for the colleague, kept as a note in the same go. */
    | { type: 'handOver'; to: Required<Lead>; word?: string }
    | { type: 'answerHandOver'; accept: boolean; because?: string }
    | { type: 'takeOver'; because?: string }
    | { type: 'invite'; helper: Required<Lead>; word?: string }
    | { type: 'note'; text: string }
    | { type: 'agree'; what: string }
    | { type: 'reopenCase'; because?: string }
    /** Moves the case to the protocol that decide is given with it (A6). */
    | { type: 'moveVersion'; protocol: ProtocolRef }
    /** A new school year passes the case on, as an offer (P21). */
    | (Turn & { type: 'turnYear' })
    /** The time has come to look: what is due is reminded, what is late escalates. */
    | { type: 'wake'; turn?: Turn }
    /** The calendar, the norms or the people changed: dates are reckoned again. `left`: was in charge, and left the staff. */
    | { type: 'review'; left?: string }
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
    | (Opened & Told & { type: 'CaseOpened'; group?: string; facts: Facts; signals?: string[] })
    | (Opened & { type: 'YearOpened'; schoolYear: number })
    | (Told & { type: 'ReportLinked'; number: string })
    /** The report leaves this case and becomes one of its own (P6). */
    | { type: 'ReportSeparated'; number: string }
    /** `rule`: the function that the protocol's rules gave; absent when people did it. `relieved`: who was in charge, and did not ask for it. */
    | { type: 'LeadAssigned'; lead: Lead; because: string; rule?: string; relieved?: string }
    | { type: 'RoleGiven'; who: PupilRef; role: Role }
    | { type: 'RoleTaken'; who: PupilRef; role: Role }
    | { type: 'PupilCorrected'; from: PupilRef; to: PupilRef; group?: string }
    | { type: 'StepOpened'; key: StepKey; step: string; round: number; for?: string; due?: Due }
    /** `because`: people moved it; else the case or the calendar did. */
    | { type: 'DueMoved'; key: StepKey; due?: Due; because?: string }
    | { type: 'TalkNoted'; key: StepKey; on: string; line: string }
    | { type: 'ParentsInformed'; key: StepKey; contact: Contact }
    | { type: 'StepCompleted'; key: StepKey; outcome: string; answers: Answers; on: string }
    | { type: 'StepSkipped'; key: StepKey; step: string; round: number; because: string }
    | { type: 'StepLapsed'; key: StepKey; because: string }
    | { type: 'StepReopened'; key: StepKey; due?: Due; because?: string }
    | { type: 'RoundStarted'; round: number }
    /** `person`: whose it is; absent where whoever holds the function enters it, and in older histories. */
    | (Noted & { type: 'RegistrationAsked'; key: StepKey; heading: string })
    /** Without a doer, in older histories: what anybody was asked for this pupil. */
    | { type: 'Registered'; key: StepKey; pupil: string; doer?: string; person?: string }
    | { type: 'Suggested'; suggestion: string; about?: string }
    | { type: 'PersonBarred'; person: string; because: string }
    | { type: 'PersonAllowed'; person: string; because: string }
    /** A new school year: the pupil's new group, where it is another one (P21). */
    | { type: 'YearTurned'; group?: string }
    | { type: 'ApartAdvised'; who: PupilRef; because?: string }
    | { type: 'HandoverProposed'; to: Required<Lead> }
    /** `asked`: the person who had asked. */
    | { type: 'HandoverAnswered'; accept: boolean; asked: string; because?: string }
    | { type: 'HelperInvited'; helper: Required<Lead> }
    | { type: 'NoteAdded'; text: string }
    | { type: 'AgreementMade'; what: string }
    | { type: 'Reminded'; key: StepKey; rung: number }
    | { type: 'Escalated'; key: StepKey; rung: number; to: string }
    /** No step has a date: the case waits, and is looked at again then. */
    | { type: 'WaitStarted'; until: string }
    | { type: 'VersionMoved'; protocol: ProtocolRef }
    | { type: 'CaseClosed'; outcome: string; step: StepKey }
    | { type: 'CaseReopened'; because?: string }
  );
export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>;

export interface StepState {
  key: StepKey;
  step: string;
  round: number;
  /** refKey of the participant, for a step held with each of them apart. */
  for?: string;
  openedAt: string;
  /** When it was last opened again. */
  reopenedAt?: string;
  due?: Due;
  /** People set its date; the rules leave it alone. */
  postponed?: boolean;
  /** `skipped`: left out by people; `lapsed`: overtaken; `dropped`: the case closed before it. */
  status: 'open' | 'done' | 'skipped' | 'lapsed' | 'dropped';
  /** Noted briefly, details to follow (P19). */
  talk?: { on: string; line: string };
  /** The day it took place, once done. */
  on?: string;
  endedAt?: string;
  outcome?: string;
  answers?: Answers;
  because?: string;
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
  /** Which step closed it. */
  closedBy?: StepKey;
  /** How often it closed. */
  closings: number;
  /** Set for the case of a school year's own steps. */
  schoolYear?: number;
  group?: string;
  facts: Facts;
  reports: { number: string; at: string; by: Actor; report: Report; about: PupilRef }[];
  /** Dates of earlier reports about this pupil (P7). */
  signals: string[];
  participants: { who: PupilRef; roles: Role[] }[];
  lead: Lead;
  /** The function in charge by the rules; people may have put another in charge since. */
  ruled?: string;
  /** Who is asked to take the case over, and has not answered; `asked`: by whom. */
  handover?: Required<Lead> & { asked: string };
  helpers: Required<Lead>[];
  /** Persons to whom the case is closed, beside family (P13). */
  barred: string[];
  round: number;
  steps: Record<StepKey, StepState>;
  contacts: (Contact & { key: StepKey; at: string; by: Actor })[];
  /** What is to be entered in the pupil tracking system; `at`: when it was. */
  registrations: (Noted & { key: StepKey; heading: string; at?: string })[];
  suggestions: { suggestion: string; about?: string; at: string }[];
  agreements: { what: string; at: string }[];
  /** With whom the pupil had better not be placed in the new groups (P21). */
  apart: { who: PupilRef; because?: string; at: string; by: Actor }[];
  notes: { text: string; at: string; by: Actor }[];
  /** When a new school year last changed something in it. */
  turnedAt?: string;
  /** When the case is looked at again while no step has a date. */
  waitsUntil?: string;
}

/** The numbers of the later reports that are linked to a case (P6); undefined where there are none. */
export function linkedNumbers({ number, reports }: CaseState): string[] | undefined {
  const linked = reports.map((report) => report.number).filter((of) => of !== number);
  return linked.length > 0 ? linked : undefined;
}

export const openSteps = (state: CaseState): StepState[] =>
  Object.values(state.steps).filter((s) => s.status === 'open');
/** The later report that opened this step: its number ends the key (P6). */
export const reportsOf = ({ key }: StepState, state: CaseState): CaseState['reports'] =>
  state.reports.filter((r) => key.endsWith(`.${r.number}`));
/** The refKeys of the participants who have one of these roles, each once. */
export const inRole = (state: CaseState, ...roles: Role[]): string[] =>
  state.participants.filter((p) => p.roles.some((r) => roles.includes(r))).map((p) => refKey(p.who));

/** Whether a note for the pupil tracking system is the one that is meant; without a doer it is whoever's it is. */
export const isNote = (
  note: Noted & { key: StepKey },
  { key, pupil, doer, person }: Pick<Noted, 'pupil' | 'person'> & { key: StepKey; doer?: string },
): boolean =>
  note.key === key &&
  note.pupil === pupil &&
  (doer === undefined || (note.doer === doer && note.person === person));
