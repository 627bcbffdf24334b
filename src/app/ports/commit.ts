/** What is written in one transaction. */
import type { CaseAccess } from '../../domain/access.ts';
import type { Alert } from '../../domain/alerts.ts';
import type { CaseState, Event } from '../../domain/case.ts';
import type { ConfidentialEvent } from '../../domain/confidential.ts';
import type { Figure, LaterReports } from '../../domain/figures.ts';
import type { Role } from '../../domain/protocol.ts';
import type { SchoolParts } from '../../domain/schoolChange.ts';
import type { Watch } from '../../domain/watchdog.ts';
import type { ConfidentialRow, DeadJob, Job, ListRow, LogEntry, NewJob, Posted, Slot } from './rows.ts';

/** What one command writes of one case. */
export interface CaseChange {
  case: string;
  /** The guard that was read, or `new`. A case that moved on since makes the whole commit fail. */
  guard: string;
  /** Number of events before this change. */
  from: number;
  events: Event[];
  state: CaseState;
  /** The row for the list of open cases; absent when the case is closed. */
  list?: ListRow;
  /** What access to it depends on, for the row that lists it. */
  access: CaseAccess;
  /** The school year under which a closed case is filed. */
  schoolYear: number;
  /** What the figures of a school year need of it, of each that has a report of it; a school year's own case has none. */
  figures: { schoolYear: number; figure: Figure | LaterReports }[];
  /** Pupils of the register and staff who have to do with the case. */
  pupils: { pupil: string; roles: Role[] }[];
  /** Pupils of the register who have nothing to do with it any more (P14). */
  gone: string[];
  persons: { person: string; roles: ('reporter' | 'lead')[] }[];
}

/** What one command writes of one confidential message (P3). */
export interface ConfidentialChange {
  id: string;
  /** The guard that was read, or `new`. */
  guard: string;
  /** Number of events before this change. */
  from: number;
  events: ConfidentialEvent[];
  row: ConfidentialRow;
  /** With whom it was before and is not any more. */
  gone?: string;
}

/** One transaction: all of it happens or nothing. */
export interface Commit {
  cases?: CaseChange[];
  jobs?: NewJob[];
  /** Result of a form, kept under its nonce; a second press gets it back. */
  seen?: { day: string; nonce: string; result: unknown };
  /** The next case number of a school year, guarded by what was read (`new` for the first). */
  counter?: { schoolYear: number; next: number; guard: string };
  /** Taken once: a second commit with the same slot fails with `taken`. Not together with `seen`. */
  slot?: Slot;
  /** The leased job that this commit completes: fails with `stale-job` when somebody else took it over. */
  done?: Job;
  /** The thread of a case in a channel. */
  thread?: { case: string; channel: string; thread: string };
  /** A message for somebody who has no chat open yet. */
  park?: { person: string; job: Job };
  /** A job that gave up, kept with its reason for the coordinator and the operator. */
  bury?: { job: Job; reason: string; at: string };
  /** A job that is tried again later. */
  again?: { job: Job; runAt: string };
  /** A job that gave up, and is tried anew as this job: a conflict when somebody else was first. */
  revive?: { dead: DeadJob; job: NewJob };
  /** What the watchdog found today. */
  watch?: Watch;
  /** New points to be alert to. */
  alerts?: Alert[];
  /** A point that is withdrawn: a conflict when somebody else was first. */
  withdraw?: Alert;
  /** Where the card of a dagopening stands that is open; without `posted` it is closed. */
  briefing?: { date: string; team: string; posted?: Posted };
  /** Only in a confidential partition. */
  confidential?: ConfidentialChange;
  log?: LogEntry;
}

/**
 * `conflict`: a guard no longer holds. `stale-job`: the lease was lost. `seen`: this nonce was handled before; its
 * result is the answer. `taken`: somebody else took the slot.
 */
export type CommitResult =
  | { ok: true }
  | { ok: false; why: 'conflict' | 'stale-job' | 'taken' }
  | { ok: false; why: 'seen'; result: unknown };

/** What one change writes of the school itself: parts as they become, and the ids of those that go. */
export interface SchoolChanged<T> {
  parts: SchoolParts;
  /** For the log; absent for a part of what stands there already. */
  what?: string;
  jobs: NewJob[];
  result: T;
}
