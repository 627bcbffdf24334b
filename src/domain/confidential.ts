/** A confidential message to one vertrouwenspersoon (P3): what happened to it, and how it stands. No case, and in none. */
import { z } from 'zod/v4';
import { unreachable } from './errors.ts';
import { limits } from './limits.ts';

/** Whether the vertrouwenspersoon may speak to who wrote it. */
const APPROACHES = ['ja', 'bericht', 'nee'] as const;
/** What the reporter says when asked whether it may become a report. */
export const CONSENTS = ['met-naam', 'zonder-naam', 'nee'] as const;
export type Consent = (typeof CONSENTS)[number];
/** How a message is closed. */
export const ENDINGS = ['besproken', 'melding', 'verwezen', 'anders'] as const;
export type Ending = (typeof ENDINGS)[number];

/** What the reporter wrote. About whom is a text, and no pupil of the register: nothing can be found by it. */
export const Letter = z.object({
  about: z.string().min(1).max(limits.line).optional(),
  story: z.string().min(1).max(limits.story),
  safe: z.enum(['ja', 'nee', 'onbekend']),
  approach: z.enum(APPROACHES),
  contact: z.string().min(1).max(limits.line).optional(),
});
export type Letter = z.infer<typeof Letter>;

/** Why the reporter is asked to choose somebody else. */
export type Why = 'unread' | 'unreachable' | 'left';

/** `by`: a member of staff; absent when time or a refused card led to it. */
export type ConfidentialEvent = { v: 1; at: string; by?: string } & (
  | { type: 'Written'; id: string; number: string; to: string; letter: Letter }
  | { type: 'Read' }
  | { type: 'Noted'; text: string }
  /** `next`: to whom it goes when the reporter chooses nobody. */
  | { type: 'ChoiceAsked'; why: Why; next?: string }
  /** The reporter leaves it with the one it is with. */
  | { type: 'Kept' }
  | { type: 'Reminded' }
  | { type: 'Passed'; to: string }
  | { type: 'ConsentAsked' }
  | { type: 'ConsentGiven'; consent: Consent }
  | { type: 'Closed'; as: Ending }
);

export interface Confidential {
  id: string;
  /** Number of events. */
  version: number;
  number: string;
  reporter: string;
  letter: Letter;
  writtenAt: string;
  /** With whom it is: the only one who can read it. */
  to: string;
  /** Since when. */
  since: string;
  tried: string[];
  readAt?: string;
  asked?: { at: string; why: Why; next?: string; kept: boolean };
  notes: { at: string; text: string }[];
  consent?: { asked: string; answer?: Consent };
  closed?: { at: string; as: Ending };
}

/** The message as it stands after these events. @throws Error for a history that does not begin with its writing */
export function foldConfidential(events: readonly ConfidentialEvent[], before?: Confidential): Confidential {
  const state = events.reduce(evolve, before);
  if (!state) throw new Error('a confidential message without its writing');
  return state;
}

function evolve(before: Confidential | undefined, event: ConfidentialEvent): Confidential {
  if (event.type === 'Written') {
    const { id, number, to, letter, at, by = '' } = event;
    const fresh = { id, number, letter, writtenAt: at, reporter: by, notes: [], version: 1 };
    return { ...fresh, to, since: at, tried: [to] };
  }
  if (!before) throw new Error(`${event.type} before the message was written`);
  const state = { ...before, version: before.version + 1 };
  const { at } = event;
  switch (event.type) {
    case 'Read':
      return { ...state, readAt: at, asked: undefined };
    case 'Noted':
      return { ...state, notes: [...state.notes, { at, text: event.text }] };
    case 'ChoiceAsked':
      // Who left can read it no more, whatever they read before.
      return { ...state, readAt: undefined, asked: { at, why: event.why, next: event.next, kept: false } };
    case 'Kept':
      return { ...state, asked: state.asked && { ...state.asked, kept: true } };
    case 'Reminded':
      return state;
    case 'Passed': {
      const fresh = { readAt: undefined, asked: undefined, consent: undefined };
      return { ...state, ...fresh, to: event.to, since: at, tried: [...state.tried, event.to] };
    }
    case 'ConsentAsked':
      return { ...state, consent: { asked: at } };
    case 'ConsentGiven':
      return { ...state, consent: { asked: state.consent?.asked ?? at, answer: event.consent } };
    case 'Closed':
      return { ...state, closed: { at, as: event.as } };
    default:
      return unreachable(event);
  }
}

/** Whether the reporter agreed that it becomes a report. */
export const mayForward = ({ consent }: Confidential): boolean =>
  consent?.answer === 'met-naam' || consent?.answer === 'zonder-naam';
