/** What differs from one run to the next: the time and fresh ids. */

export interface Clock {
  /** The instant now, ISO in UTC with milliseconds. */
  now(): string;
}

export interface Ids {
  /** A fresh random id, safe in a row key. */
  next(): string;
}
