/** Every way in which the core refuses. The edges turn the code into a status; the message is for the user, in Dutch. */
export type ErrorCode =
  | 'invalid' // what was typed does not fit; the message says what and how to mend it
  | 'forbidden' // this person may not do this
  | 'not-found' // no such case, step or pupil, or none that this person may know of
  | 'already-done' // somebody was first
  | 'conflict' // too many writers at once; trying again helps
  | 'too-large'; // over a limit of limits.ts

/** A refusal of the core: typed for the edges, worded for the user. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** Plain Dutch with a way forward. */
    message: string,
    /** Which field of a form it is about, where it is about one. */
    readonly field?: string,
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** The end of every exhaustive switch: the compiler reports the case that was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
