import { useEffect, useState } from 'react';
import type { ApiProblem } from './api.ts';
import { problemOf } from './api.ts';

/** Asks once, and again after `retry`. `ask` must stay the same function as long as the question does. */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<T>): {
  value: T | undefined;
  problem: ApiProblem | undefined;
  retry: () => void;
} {
  const [value, setValue] = useState<T>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const stop = new AbortController();
    setValue(undefined);
    setProblem(undefined);
    ask(stop.signal).then(setValue, (error: unknown) => {
      if (!stop.signal.aborted) setProblem(problemOf(error));
    });
    return () => stop.abort();
  }, [ask, attempt]);

  return { value, problem, retry: () => setAttempt((n) => n + 1) };
}
