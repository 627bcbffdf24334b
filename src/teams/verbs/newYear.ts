/** Passes the open cases on to who holds the lead's function now, as an offer to each (P21). */
import { passOn } from '../../app/turnYear.ts';
import { notice } from '../../cards/notice.ts';
import type { Verb } from './verb.ts';
import { formOf } from './verb.ts';

export const turnYear: Verb = async (press) => {
  const asked = await passOn(press.world, press.who, formOf(press));
  return asked === 0
    ? notice({ title: '✓ Klaar', lines: ['Er is niemand (meer) om het te vragen.'] })
    : notice({
        title: '✓ Gevraagd',
        lines: [
          `Bij ${asked === 1 ? '1 zaak' : `${asked} zaken`} vraag ik een nieuwe collega om het over te nemen.`,
          'Tot het antwoord er is, blijft wie nu aan zet is.',
        ],
        subtle: ['Je hoort van mij wat elk antwoord is.'],
      });
};
