/** Sending a form: once, however often it is pressed, and again with the same key after a failure. */
import { useCallback, useRef, useState } from 'react';
import { ApiProblem } from './api.ts';
import { useMe } from './me.ts';

export interface Sending {
  busy: boolean;
  /** Why it could not be sent; what was typed stays. */
  problem: ApiProblem | undefined;
  /** Runs with the key of this form; a new form begins once it worked. Answers whether it did. */
  send: (run: (key: string) => Promise<void>) => Promise<boolean>;
}

export function useForm(): Sending {
  const { today } = useMe();
  const key = useRef<string>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  const send = useCallback(
    async (run: (key: string) => Promise<void>) => {
      key.current ??= `${today}.${crypto.randomUUID()}`;
      setBusy(true);
      setProblem(undefined);
      try {
        await run(key.current);
        key.current = undefined;
        return true;
      } catch (error) {
        // What was refused is not done: what is sent next is another form.
        if (error instanceof ApiProblem && error.status !== undefined) key.current = undefined;
        setProblem(error instanceof ApiProblem ? error : new ApiProblem('Er ging iets mis.'));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [today],
  );
  return { busy, problem, send };
}
