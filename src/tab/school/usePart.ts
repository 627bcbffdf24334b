/** One part of the school in a form: follows what others save until somebody types in it. */
import { useState } from 'react';

export interface Part<T> {
  value: T;
  /** Of what the form was made from. */
  version: string;
  typed: boolean;
  change: (value: T) => void;
  /** Takes what stands there now; what was typed is gone. */
  reset: () => void;
}

export function usePart<T>(now: T, version: string): Part<T> {
  const [draft, setDraft] = useState({ value: now, version, typed: false });
  // While nothing is typed it is what the school has now.
  const shown = draft.typed ? draft : { value: now, version, typed: false };
  return {
    ...shown,
    change: (value) => setDraft({ ...shown, value, typed: true }),
    reset: () => setDraft({ value: now, version, typed: false }),
  };
}
