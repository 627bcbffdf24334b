/** What the system has to say to whom: ids only; text and recipients are made when it is sent. */
import type { StepKey } from './case.ts';
import type { ConfidentialMessage } from './confidentialReact.ts';

export type Recipient = { person: string } | { channel: 'coordinator' };

export type Message = { to: Recipient; case: string } &
  /** `instead`: of whom, for who stands in or hears it in their place; with `no-chat` only while that person has none. */
  (
    | { say: 'step'; step: StepKey; instead?: string; why?: 'no-chat' }
    | { say: 'reminder'; step: StepKey; late: boolean; instead?: string }
    /** `why`: who is asked is away and nobody stands in, or left the staff; else it is late. */
    | { say: 'escalation'; step: StepKey; function: string; why?: 'away' | 'left' }
    /** A pupil is not safe now: at once, whatever the hour (P2). */
    | { say: 'unsafe' }
    /** What the protocol tells people at a step: the n-th of the step's `tells`. */
    | { say: 'tell'; step: StepKey; tell: number; function: string }
    /** Something the system noticed across cases, for people to decide on (K12, P7). */
    | { say: 'suggestion'; suggestion: string; instead?: string }
    /** Note this in the pupil tracking system (K17); one message for all pupils of a step. */
    | { say: 'register'; step: StepKey; function: string; instead?: string }
    /** Somebody asks you to take a case over, or you are now in charge of it. */
    | { say: 'handover' }
    | { say: 'handover-answered'; accepted: boolean }
    | { say: 'lead'; instead?: string }
    /** To who was in charge until now, and may see nothing of the case any more. */
    | { say: 'relieved' }
    | { say: 'invited' }
    /** A case has no step with a date: what now? */
    | { say: 'waiting'; instead?: string }
    /** To the reporter: taken up, or closed; no details (K1, P12). */
    | { say: 'taken-up'; number: string }
    | { say: 'report-closed'; number: string }
    /** The life of a case in the coordinator's channel. */
    | { say: 'opened' }
    | { say: 'report-linked' }
    | { say: 'closed' }
    | { say: 'reopened' }
    /**
     * To the coordinator: somebody, or the channel, could not be reached. A person: Teams refuses what is sent to them,
     * unless `why` says that they have no chat yet, or left the staff. `tasks`: how many stood on a card of the morning.
     */
    | { say: 'unreachable'; person: string; why?: 'no-chat' | 'left'; tasks?: number }
    | { say: 'channel-refused'; because: string }
  );
export type Say = Message['say'];

/** Work for later: a timer of a case, or a message. A timer is a job with a future `runAt`. */
export type Work =
  | { kind: 'wake'; case: string; version: number }
  | { kind: 'review'; case: string }
  | { kind: 'message'; message: Message }
  /** Jobs that had no room in the transaction of the command that planned them. */
  | { kind: 'spread'; jobs: (Planned & { id: string })[] }
  /** What a person has to do, on one card in the morning of a date (P17); `instead`: that of a colleague who can't be reached. */
  | { kind: 'digest'; person: string; date: string; instead?: string }
  /** The card of a kernteam's dagopening (P20): posted when it begins or when somebody `asked` for it, closed when it is over. */
  | { kind: 'briefing'; phase: 'open' | 'close'; date: string; team: string; asked?: true }
  /** To a coordinator: a dagopening could not be posted. */
  | { kind: 'briefing-refused'; to: string; team: string; because: string }
  /** The watchdog's daily look (every open case has a next date and somebody reachable in charge), and what a coordinator hears of it. */
  | { kind: 'watchdog'; date: string }
  | { kind: 'watchdog-found'; to: string; cases: number; stuck?: number }
  /** Of a confidential message, in the partition of its own (P3). */
  | { kind: 'confidential-wake'; id: string; version: number }
  | { kind: 'confidential'; message: ConfidentialMessage };

/** What keeps its order: jobs of one lane run one after another by `seq`. */
export interface Planned {
  lane: string;
  seq: string;
  /** ISO instant. */
  runAt: string;
  work: Work;
}
