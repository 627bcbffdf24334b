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
  /** It was saved: what was typed stays in sight until it comes back as what stands there now. */
  saved: () => void;
}

export function usePart<T>(now: T, version: string): Part<T> {
  const follow = { value: now, version, state: 'follows' as 'follows' | 'typed' | 'saved' };
  const [draft, setDraft] = useState(follow);
  const stays = draft.state === 'typed' || (draft.state === 'saved' && draft.version === version);
  const shown = stays ? draft : follow;
  return {
    value: shown.value,
    version: shown.version,
    typed: shown.state === 'typed',
    change: (value) => setDraft({ ...shown, value, state: 'typed' }),
    reset: () => setDraft(follow),
    saved: () => setDraft({ ...shown, state: 'saved' }),
  };
}
