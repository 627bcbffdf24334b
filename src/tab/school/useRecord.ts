/** One of a list in a form. What others save meanwhile must not be overwritten unseen, so it is kept as it was when the form opened. */
import { useState } from 'react';

export interface Editing<T, D> {
  /** As it stood when the form opened; undefined for what is new. */
  began: T | undefined;
  draft: D;
  change: (over: Partial<D>) => void;
  /** Takes what stands there now; absent for what is new. */
  reset: (() => void) | undefined;
}

export function useRecord<D, T extends D>(now: T | undefined, empty: D): Editing<T, D> {
  const [began, setBegan] = useState(now);
  const [draft, setDraft] = useState<D>(now ?? empty);
  return {
    began,
    draft,
    change: (over) => setDraft((before) => ({ ...before, ...over })),
    reset:
      now &&
      (() => {
        setBegan(now);
        setDraft(now);
      }),
  };
}
