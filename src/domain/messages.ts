/** What the system has to say to whom: ids only; text and recipients are made when it is sent. */
import type { StepKey } from './case.ts';

export type Recipient = { person: string } | { channel: 'coordinator' };

export type Message = { to: Recipient; case: string } & (
  | { say: 'step'; step: StepKey }
  | { say: 'reminder'; step: StepKey; late: boolean }
  | { say: 'escalation'; step: StepKey; function: string }
  /** A pupil is not safe now: at once, whatever the hour (P2). */
  | { say: 'unsafe' }
  /** What the protocol tells people at a step: the n-th of the step's `tells`. */
  | { say: 'tell'; step: StepKey; tell: number; function: string }
  /** Something the system noticed across cases, for people to decide on (K12, P7). */
  | { say: 'suggestion'; suggestion: string }
  /** Note this in the pupil tracking system (K17); one message for all pupils of a step. */
  | { say: 'register'; step: StepKey; function: string }
  /** Somebody asks you to take a case over, or you are now in charge of it. */
  | { say: 'handover' }
  | { say: 'handover-answered'; accepted: boolean }
  | { say: 'lead' }
  | { say: 'invited' }
  /** A case has no step with a date: what now? */
  | { say: 'waiting' }
  /** To the reporter: taken up, or closed; no details (K1, P12). */
  | { say: 'taken-up'; number: string }
  | { say: 'report-closed'; number: string }
  /** The life of a case in the coordinator's channel. */
  | { say: 'opened' }
  | { say: 'report-linked' }
  | { say: 'closed' }
  | { say: 'reopened' }
  /** To the coordinator: somebody, or the channel, could not be reached. */
  | { say: 'unreachable'; person: string }
  | { say: 'channel-refused'; because: string }
);
export type Say = Message['say'];

/** Work for later: a timer of a case, or a message. A timer is a job with a future `runAt`. */
export type Work =
  | { kind: 'wake'; case: string; version: number }
  | { kind: 'review'; case: string }
  | { kind: 'message'; message: Message };

/** What keeps its order: jobs of one lane run one after another by `seq`. */
export interface Planned {
  lane: string;
  seq: string;
  /** ISO instant. */
  runAt: string;
  work: Work;
}
