/** What the server knows, kept fresh while it is in sight. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from './api.ts';
import { ApiProblem, problemOf } from './api.ts';

const POLL_MS = 20_000;

export interface Polled<T> {
  /** What was last heard; stays when a later look fails. */
  value: T | undefined;
  etag: string | undefined;
  /** Why the last look failed. */
  problem: ApiProblem | undefined;
  /** How often was looked, also when nothing had changed. */
  looked: number;
  /** Looks now. */
  look: () => void;
}

/**
 * Looks at once and then every 20 seconds, or `every` so many milliseconds, while `inSight` and the window is visible. `ask`
 * must stay the same function as long as the question does.
 */
export function usePolled<T>(
  ask: (signal: AbortSignal, etag?: string) => Promise<Answer<T>>,
  inSight = true,
  every = POLL_MS,
): Polled<T> {
  const [heard, setHeard] = useState<{ value: T; etag: string | undefined }>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [looked, setLooked] = useState(0);
  const [attempt, setAttempt] = useState(0);
  const etag = useRef<string>(undefined);

  useEffect(() => {
    if (!inSight) return;
    const stop = new AbortController();
    let timer: number | undefined;

    const look = async () => {
      window.clearTimeout(timer);
      try {
        const answer = await ask(stop.signal, etag.current);
        if (stop.signal.aborted) return;
        if (answer.changed) {
          etag.current = answer.etag;
          setHeard(answer);
        }
        setLooked((n) => n + 1);
        setProblem(undefined);
      } catch (error) {
        if (stop.signal.aborted) return;
        const status = error instanceof ApiProblem ? error.status : undefined;
        // Who may no longer look does not keep what was there; a sign-in that fails passes, and what is typed there stays.
        if (status === 403 || status === 404) {
          etag.current = undefined;
          setHeard(undefined);
        }
        setProblem(problemOf(error));
      }
      if (!document.hidden) timer = window.setTimeout(() => void look(), every);
    };
    const onVisible = () => {
      if (!document.hidden) void look();
    };
    document.addEventListener('visibilitychange', onVisible);
    void look();
    return () => {
      stop.abort();
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [ask, inSight, every, attempt]);

  const look = useCallback(() => {
    setProblem(undefined);
    setAttempt((n) => n + 1);
  }, []);
  return { value: heard?.value, etag: heard?.etag, problem, looked, look };
}
