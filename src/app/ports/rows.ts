/** What the store keeps and gives back, row by row. */
import type { CaseAccess } from '../../domain/access.ts';
import type { Due } from '../../domain/calendar.ts';
import type { Event } from '../../domain/case.ts';
import type { Planned } from '../../domain/messages.ts';
import type { Channel } from '../../domain/school.ts';

/** A school's rows stand in one partition; a confidential case in another one of its own (`{school}!v`). */
export type Partition = string;

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
  /** Whether it advises who had better not be placed together (P21); absent on older rows, of which nobody knows. */
  apart?: boolean;
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
  /** As in ListRow. */
  apart?: boolean;
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

/** What the calendar brings once: a day, what it is, and for whom or where. */
export interface Slot {
  /** YYYY-MM-DD */
  date: string;
  kind: 'digest' | 'digest-seen' | 'digest-acted' | 'briefing' | 'tidy' | 'watchdog';
  where: string;
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

export interface DeadJob {
  id: string;
  at: string;
  reason: string;
  work: Job['work'];
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
