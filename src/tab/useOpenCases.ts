/** The list of open cases, kept fresh while it is in sight. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseList } from '../api/contract.ts';
import { ApiProblem, getCases } from './api.ts';

const POLL_MS = 20_000;

export interface OpenCases {
  /** What was last heard; stays when a later look fails. */
  list: CaseList | undefined;
  /** Why the last look failed. */
  problem: string | undefined;
  retry: () => void;
}

/** Looks at once and then every 20 seconds while `inSight` and the window is visible. */
export function useOpenCases(inSight: boolean): OpenCases {
  const [list, setList] = useState<CaseList>();
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const etag = useRef<string>(undefined);

  useEffect(() => {
    if (!inSight) return;
    const stop = new AbortController();
    let timer: number | undefined;

    const look = async () => {
      window.clearTimeout(timer);
      try {
        const answer = await getCases(stop.signal, etag.current);
        if (stop.signal.aborted) return;
        if (answer.changed) {
          etag.current = answer.etag;
          setList(answer.value);
        }
        setProblem(undefined);
      } catch (error) {
        if (stop.signal.aborted) return;
        const status = error instanceof ApiProblem ? error.status : undefined;
        // Who may no longer look does not keep the old list.
        if (status === 401 || status === 403) {
          etag.current = undefined;
          setList(undefined);
        }
        setProblem(error instanceof ApiProblem ? error.message : 'Er ging iets mis.');
      }
      if (!document.hidden) timer = window.setTimeout(() => void look(), POLL_MS);
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
  }, [inSight, attempt]);

  const retry = useCallback(() => {
    setProblem(undefined);
    setAttempt((n) => n + 1);
  }, []);
  return { list, problem, retry };
}
