/** What the application asks of its tables. Implemented in storage/. */
import type { Alert } from '../../domain/alerts.ts';
import type { ConfidentialEvent } from '../../domain/confidential.ts';
import type { Figure, LaterReports } from '../../domain/figures.ts';
import type { Protocol, ProtocolRef, Role } from '../../domain/protocol.ts';
import type { Person, School, Settings } from '../../domain/school.ts';
import type { Watch } from '../../domain/watchdog.ts';
import type { Commit, CommitResult, SchoolChanged } from './commit.ts';
import type {
  CaseRead,
  ClosedRow,
  ConfidentialRow,
  Conversation,
  DeadJob,
  Job,
  ListRow,
  LogEntry,
  MineRow,
  Partition,
  Posted,
  StoredCase,
} from './rows.ts';

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
  /** The figures of the cases that began in a school year, and of those that go on in it. */
  figures(partition: Partition, schoolYear: number): Promise<(Figure | LaterReports)[]>;
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
