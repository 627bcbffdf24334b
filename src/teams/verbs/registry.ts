/** All buttons of cards. */
import { z } from 'zod/v4';
import { notice } from '../../cards/notice.ts';
import { DomainError } from '../../domain/errors.ts';
import { submitReportForm } from './report.ts';
import { submitStep } from './step.ts';
import type { Press, Pressed, Verb } from './verb.ts';

const verbs: Readonly<Record<string, Verb>> = {
  'report.submit': submitReportForm,
  'step.submit': submitStep,
};

/** What a press leads to; a refusal of the core becomes a card that says so. @throws whatever is no refusal */
export async function press(verb: string, pressed: Press): Promise<Pressed> {
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!run)
    return notice({ lines: ['Deze knop werkt niet meer. Typ **help** om te zien wat je kunt doen.'] });
  try {
    return await run(pressed);
  } catch (error) {
    if (error instanceof DomainError)
      return notice({ lines: [error.message], subtle: ['Typ **help** om te zien wat je kunt doen.'] });
    if (error instanceof z.ZodError)
      return notice({
        lines: ['Deze kaart is niet meer geldig. Typ **melding** of **help** om verder te gaan.'],
      });
    throw error;
  }
}
