/** Instants reckoned with, and until when something may be sent. */
import { SendFailure } from './ports/messenger.ts';
import type { World } from './world.ts';

/** After every moment. */
export const END = '9999-12-31T23:59:59.999Z';

/** The instant so many milliseconds after this one. */
export const later = (instant: string, ms: number): string =>
  new Date(Date.parse(instant) + ms).toISOString();

/** What is tried again because its time to be sent was over. */
export const tooLate = (): SendFailure => new SendFailure('busy', 'Teams antwoordde niet op tijd');

/** Asked right before something is sent. @throws SendFailure after `until`: somebody else may be sending it by then */
export function inTime(world: World, until: string): void {
  if (world.clock.now() > until) throw tooLate();
}
