/** What the application asks of the world. Implemented in storage/ and teams/, wired in index.ts. */
import type { CaseAccess } from '../domain/access.ts';
import type { Alert } from '../domain/alerts.ts';
import type { Due } from '../domain/calendar.ts';
import type { CaseState, Event, StepState } from '../domain/case.ts';
import type { Confidential, ConfidentialEvent } from '../domain/confidential.ts';
import type { ConfidentialMessage } from '../domain/confidentialReact.ts';
import type { Figure } from '../domain/figures.ts';
import type { Message, Planned } from '../domain/messages.ts';
import type { Protocol, ProtocolRef, Role } from '../domain/protocol.ts';
import type { Channel, Person, School, Settings } from '../domain/school.ts';
import type { SchoolParts } from '../domain/schoolChange.ts';
import type { Watch } from '../domain/watchdog.ts';

/** A school's rows stand in one partition; a confidential case in another one of its own (`{school}!v`). */
export type Partition = string;

export interface Clock {
  /** The instant now, ISO in UTC with milliseconds. */
  now(): string;
}
export interface Ids {
  /** A fresh random id, safe in a row key. */
  next(): string;
}

/** A case as it was read: its history and the mark that guards the next write. */
export interface StoredCase {
  events: Event[];
  /** Opaque; handed back in CaseChange.guard. */
  guard: string;
}

/** What lists show of an open case, and what access to it depends on. No pupil's name. */
export interface ListRow {
  case: string;
  number: string;
  /** The numbers of the later reports that are linked to it (P6); absent where there are none. */
  linked?: string[];
  group?: string;
  /** The gepesten who are in the register. */
  about: string[];
  access: CaseAccess;
  lead: { function: string; person?: string };
  round: number;
  reports: number;
  /** What was reported, by the protocol's ids; absent on older rows. */
  behaviours?: string[];
  openedAt: string;
  /** Set for the case of a school year's own steps; lists of cases leave it out. */
  schoolYear?: number;
  /** Open steps, the one that is due first on top. `by`: who is asked, a function or `lead`; `for`: with whom it is held apart. */
  steps: { key: string; title: string; by: string; for?: string; due?: Due }[];
  /** Who is asked to take the case over. */
  handover?: string;
  /** Which functions, or persons in them, still have something to enter in the pupil tracking system, after which step. */
  registrations: { step: string; doer: string; person?: string }[];
}

/** What lists show of a closed case. No pupil's name. */
export interface ClosedRow {
  case: string;
  number: string;
  /** The numbers of the later reports that are linked to it (P6), as in ListRow. */
  linked?: string[];
  group?: string;
  access: CaseAccess;
  openedAt: string;
  closedAt?: string;
  closedAs?: string;
  /** The key of the step that closed it; absent on older rows. */
  closedBy?: string;
}

/** What the calendar brings once: a day, what it is, and for whom or where. */
export interface Slot {
  /** YYYY-MM-DD */
  date: string;
  kind: 'digest' | 'digest-seen' | 'digest-acted' | 'briefing' | 'tidy' | 'watchdog';
  where: string;
}

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
  /** What the figures of the school year in which it began need of it; a school year's own case has none. */
  figure?: { schoolYear: number; figure: Figure };
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

/** What the list of a vertrouwenspersoon shows of a message; nothing of what it says. */
export interface ConfidentialRow {
  id: string;
  number: string;
  /** With whom it is. */
  to: string;
  /** ISO instants. */
  writtenAt: string;
  readAt?: string;
  closedAt?: string;
}

export interface NewJob extends Planned {
  id: string;
}
export interface Job extends NewJob {
  /** How often it was claimed; 0 before the first time. */
  attempt: number;
  /** The instant for which it was first planned: a job gives up 24 hours after it. */
  since: string;
  /** The key of its row, which every change renews. */
  key: string;
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

export interface DeadJob {
  id: string;
  at: string;
  reason: string;
  work: Job['work'];
}

export interface MineRow {
  case: string;
  roles: ('reporter' | 'lead')[];
  open: boolean;
}

export interface CaseRead {
  /** ISO instant. */
  at: string;
  person: string;
}

/** Who changed what of the school itself; no personal data but who did it. */
export interface LogEntry {
  id: string;
  /** ISO instant. */
  at: string;
  /** A member of staff. */
  by: string;
  what: string;
}

/** What one change writes of the school itself: parts as they become, and the ids of those that go. */
export interface SchoolChanged<T> {
  parts: SchoolParts;
  /** For the log; absent for a part of what stands there already. */
  what?: string;
  jobs: NewJob[];
  result: T;
}

export interface Store {
  /** The head is read before the events, so a history is never newer than its guard. Undefined: no such case. */
  load(partition: Partition, caseId: string): Promise<StoredCase | undefined>;
  commit(partition: Partition, commit: Commit): Promise<CommitResult>;
  seen(partition: Partition, day: string, nonce: string): Promise<{ result: unknown } | undefined>;
  counter(partition: Partition, schoolYear: number): Promise<{ next: number; guard: string }>;
  /** Every case that a pupil is in, with the pupil's roles in it. */
  casesOf(partition: Partition, pupil: string): Promise<{ case: string; roles: Role[]; open: boolean }[]>;
  /** Open cases of which this pupil is the gepeste. */
  openCasesOf(partition: Partition, pupil: string): Promise<string[]>;
  openList(partition: Partition): Promise<ListRow[]>;
  /** The cases that closed in a school year. */
  closedList(partition: Partition, schoolYear: number): Promise<ClosedRow[]>;
  /** The figures of the cases that began in a school year. */
  figures(partition: Partition, schoolYear: number): Promise<Figure[]>;
  /** Every case that a member of staff reported or has led. */
  mineOf(partition: Partition, person: string): Promise<MineRow[]>;
  /** Notes who looked at a case, and when. */
  noteRead(partition: Partition, caseId: string, read: CaseRead): Promise<void>;
  /** Who looked at a case, oldest first. */
  readsOf(partition: Partition, caseId: string): Promise<CaseRead[]>;
  thread(partition: Partition, caseId: string, channel: string): Promise<string | undefined>;

  /** Jobs whose time comes up to `until`, oldest first. */
  jobs(partition: Partition, until: string): Promise<Job[]>;
  /** Takes a job until `until`: undefined when somebody else has it. Counts the attempt. */
  claim(partition: Partition, job: Job, until: string): Promise<Job | undefined>;
  /** Takes or renews the right to drain this school's queue; false while another holder's lease runs. */
  holdDrain(partition: Partition, holder: string, now: string, until: string): Promise<boolean>;
  releaseDrain(partition: Partition, holder: string): Promise<void>;
  deadJobs(partition: Partition): Promise<DeadJob[]>;
  /** What the watchdog found last; undefined before it ever ran. */
  watch(partition: Partition): Promise<Watch | undefined>;
  /** Moves what waits for a person, who now has a chat, back into the queue. Safe to repeat. */
  unpark(partition: Partition, person: string, runAt: string): Promise<number>;

  /** The school, from memory while its revision has not changed. */
  school(partition: Partition): Promise<School>;
  saveSchool(school: School): Promise<void>;
  /**
   * Changes the settings and notes who did, in one transaction, once for each form: `change` runs again when somebody
   * else was first. @throws DomainError `conflict` when it keeps losing
   */
  saveSettings(
    partition: Partition,
    change: (settings: Settings) => Settings,
    entry: LogEntry,
    form: { day: string; nonce: string },
  ): Promise<void>;
  /**
   * Changes one person and notes who did, in one transaction, once for each form: `change` runs again when somebody else
   * was first. @throws DomainError `conflict` when it keeps losing; `not-found` for whoever is not on the staff
   */
  savePerson(
    partition: Partition,
    person: string,
    change: (person: Person) => Person,
    entry: LogEntry,
    form: { day: string; nonce: string },
  ): Promise<void>;
  /**
   * Changes parts of a school and plans what follows, in one transaction, once for each form, and answers the result of
   * that form: `make` runs again when somebody else was first. @throws DomainError `conflict` when it keeps losing
   */
  changeSchool<T>(
    partition: Partition,
    make: (school: School) => Promise<SchoolChanged<T>>,
    entry: Omit<LogEntry, 'what'>,
    form: { day: string; nonce: string },
  ): Promise<T>;
  /** Who changed what, newest first; from an instant on, or all. */
  logOf(partition: Partition, from?: string): Promise<LogEntry[]>;
  /** Notes that a team was welcomed; false when it was before. */
  welcome(partition: Partition, team: string): Promise<boolean>;
  schools(): Promise<Partition[]>;
  /** The school and the person behind a directory id; undefined for somebody who is not on the staff. */
  findPerson(
    tenantId: string,
    personId: string,
  ): Promise<{ partition: Partition; person: Person } | undefined>;

  /** The protocol text of a running case, whatever became of its file. */
  protocol(partition: Partition, ref: ProtocolRef): Promise<Protocol>;
  /** The hashes under which a version of a protocol was kept before; a released version has one. */
  protocolHashes(partition: Partition, id: string, version: number): Promise<string[]>;
  /** The versions of a protocol that were kept, in no order. */
  protocolVersions(partition: Partition, id: string): Promise<ProtocolRef[]>;
  keepProtocol(partition: Partition, ref: ProtocolRef, protocol: Protocol): Promise<void>;

  /** The points to be alert to that have not expired on a date, of all kernteams. */
  alerts(partition: Partition, from: string): Promise<Alert[]>;
  /** The open card of a kernteam's dagopening; undefined before it is posted, and when it is closed. */
  briefing(partition: Partition, date: string, team: string): Promise<Posted | undefined>;
  /** Takes away points that expired, and slots, cards of the dagopening and forms, of before these days. */
  forget(partition: Partition, before: { alerts: string; days: string; forms: string }): Promise<void>;
  /** How many forms of a day were handled whose nonce begins so. */
  seenCount(partition: Partition, day: string, nonce: string): Promise<number>;

  /** A confidential message with its history. The head is read first, as of a case. */
  confidential(
    partition: Partition,
    id: string,
  ): Promise<{ events: ConfidentialEvent[]; guard: string } | undefined>;
  /** The confidential messages that are with a person. */
  confidentialsOf(partition: Partition, person: string): Promise<ConfidentialRow[]>;

  conversation(partition: Partition, person: string): Promise<Conversation | undefined>;
  saveConversation(partition: Partition, conversation: Conversation): Promise<void>;
  /** How far the clock of a development store was moved ahead, in milliseconds. */
  clockOffset(): Promise<number>;
  setClockOffset(milliseconds: number): Promise<void>;
}

/** A card that stands in a channel, as far as it takes to put another in its place. */
export interface Posted {
  channel: Channel;
  conversation: string;
  activity: string;
}

/** Where a person's chat is: what a proactive message needs, in rows of our own. */
export interface Conversation {
  person: string;
  conversationId: string;
  serviceUrl: string;
  tenantId: string;
  botId: string;
}

/** Everything a message is made from, loaded and checked just before it is sent. */
export interface Delivery {
  message: Message;
  state: CaseState;
  step?: StepState;
  protocol: Protocol;
  school: School;
  /** ISO instant. */
  now: string;
  /** Identifies this message on its card; both copies of an ambiguous send carry it. */
  nonce: string;
}

/** What one person hears of a confidential message, loaded and checked just before it is sent. */
export interface ConfidentialDelivery extends Pick<Delivery, 'protocol' | 'school' | 'now' | 'nonce'> {
  message: ConfidentialMessage;
  state: Confidential;
}

/** One thing on a person's card of the morning (P17): the message that it would be by itself. */
export type Task = Omit<Delivery, 'nonce' | 'step'> & { step: StepState };

/** What the card of a dagopening says. */
export interface Briefing {
  school: School;
  team: string;
  /** YYYY-MM-DD */
  date: string;
  /** ISO instant. */
  now: string;
  alerts: Alert[];
}

/** Why a message could not be sent; anything else that goes wrong is tried again. */
export class SendFailure extends Error {
  constructor(
    readonly reason: 'busy' | 'blocked' | 'no-chat' | 'channel-refused',
    message: string,
    /** How long to wait, when the other side said so. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

export interface Messenger {
  /** To one person's chat. @throws SendFailure */
  toPerson(conversation: Conversation, delivery: Delivery): Promise<void>;
  /** What a person has to do, several things on one card (P17); `all`: how many tasks they have in all. @throws SendFailure */
  digest(conversation: Conversation, tasks: readonly Task[], nonce: string, all: number): Promise<void>;
  /** To the coordinator's channel, in the case's thread where there is one; answers the thread. @throws SendFailure */
  toChannel(thread: string | undefined, delivery: Delivery): Promise<{ thread: string }>;
  /** The card of a dagopening to a kernteam's channel. @throws SendFailure */
  postBriefing(channel: Channel, briefing: Briefing): Promise<Posted>;
  /** In the place of that card, once: how many signals were noted, and no form any more. @throws SendFailure */
  closeBriefing(posted: Posted, briefing: Briefing, signals: number): Promise<void>;
  /** To one person's chat, of a confidential message (P3). @throws SendFailure */
  confidential(conversation: Conversation, delivery: ConfidentialDelivery): Promise<void>;
  /** To a coordinator's chat: a dagopening could not be posted. @throws SendFailure */
  briefingRefused(conversation: Conversation, team: string, because: string): Promise<void>;
  /** To a coordinator's chat: in so many cases something is not in order. @throws SendFailure */
  watchdog(conversation: Conversation, cases: number): Promise<void>;
}
