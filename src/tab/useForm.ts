/** Sending a form: once, however often it is pressed, and again with the same key after a failure. */
import { useCallback, useRef, useState } from 'react';
import { ApiProblem, problemOf } from './api.ts';
import { useMe } from './me.ts';

export interface Sending {
  busy: boolean;
  /** Why it could not be sent; what was typed stays. */
  problem: ApiProblem | undefined;
  /** Runs with the key for what it sends; a new form begins once it worked. Answers whether it did. */
  send: (run: (keyOf: (body: object) => string) => Promise<void>) => Promise<boolean>;
}

export function useForm(): Sending {
  const { today } = useMe();
  /** Of a form that is not known to have been refused or done: its key, and what was sent with it. */
  const kept = useRef<{ key?: string; sent?: string }>({});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  const send = useCallback(
    async (run: (keyOf: (body: object) => string) => Promise<void>) => {
      const form = kept.current;
      const keyOf = (body: object) => {
        const sent = JSON.stringify(body);
        // What was changed since is another form: with the key of the first it would get that one's answer, and be lost.
        if (form.key === undefined || form.sent !== sent)
          Object.assign(form, { sent, key: `${today}.${crypto.randomUUID()}` });
        return form.key!;
      };
      setBusy(true);
      setProblem(undefined);
      try {
        await run(keyOf);
        form.key = undefined;
        return true;
      } catch (error) {
        // What was refused is not done: what is sent next is another form.
        if (error instanceof ApiProblem && isRefusal(error)) form.key = undefined;
        setProblem(problemOf(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [today],
  );
  return { busy, problem, send };
}

/** Not reached, failed on the way (5xx), or not even read as a form (no sign-in, too much at once): it may be done already. */
const READ_BY_NOBODY = [401, 408, 429];

/** Whether the server looked at the form and did not do it; else it may have been done. */
export const isRefusal = ({ status }: ApiProblem): boolean =>
  status !== undefined && status < 500 && !READ_BY_NOBODY.includes(status);
