import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something is so. @throws Error that says what was waited for */
export async function until(
  what: string,
  isSo: () => unknown,
  { within = 25_000, every = 25 }: { within?: number; every?: number } = {},
): Promise<void> {
  const end = Date.now() + within;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not within ${within / 1000} s: ${what}`);
    await sleep(every);
  }
}
