/** What the application asks of Teams, and what its messages are made from. Implemented in teams/. */
import type { Alert } from '../../domain/alerts.ts';
import type { CaseState, StepState } from '../../domain/case.ts';
import type { Confidential } from '../../domain/confidential.ts';
import type { ConfidentialMessage } from '../../domain/confidentialReact.ts';
import type { Message } from '../../domain/messages.ts';
import type { Protocol } from '../../domain/protocol.ts';
import type { Channel, School } from '../../domain/school.ts';
import type { Conversation, Posted } from './rows.ts';

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
  /** To a coordinator's chat: in so many cases something is not in order, so many messages are tried in vain. @throws SendFailure */
  watchdog(conversation: Conversation, found: { cases: number; stuck?: number }): Promise<void>;
}
