/** What every form sends back beside its inputs. */
import { z } from 'zod/v4';

/** `nonce` and `day` name the card: a form counts once, and its result is kept under that day. */
export const submitted = {
  verb: z.string().max(40),
  nonce: z.uuid(),
  day: z.iso.date(),
};
