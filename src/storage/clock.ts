/** Clocks. A development clock can be moved ahead; the offset stands in the store, so that several processes agree. */
import type { Clock } from '../app/ports/clock.ts';
import type { Store } from '../app/ports/store.ts';

export const systemClock: Clock = { now: () => new Date().toISOString() };

export interface MovableClock extends Clock {
  /** Moves to an instant ahead of now, and runs on from there. @returns false for an instant that is not ahead */
  moveTo(instant: string): Promise<boolean>;
  /** Reads how far another process has moved it. */
  refresh(): Promise<void>;
}

/** @param store where the offset stands */
export async function movableClock(store: Store): Promise<MovableClock> {
  let offset = await store.clockOffset();
  const now = () => new Date(Date.now() + offset).toISOString();
  return {
    now,
    async moveTo(instant) {
      const ahead = Date.parse(instant) - Date.now();
      if (!(ahead > offset)) return false;
      await store.setClockOffset(ahead);
      offset = ahead;
      return true;
    },
    async refresh() {
      offset = await store.clockOffset();
    },
  };
}
