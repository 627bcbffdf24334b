/** What the coordinator reads when the watchdog found something: how many cases, and where to look. No names (P17). */
import { notice } from '../cards/notice.ts';
import type { Rendered } from './saying.ts';

export function watchdogMessage(cases: number): Rendered {
  const title = cases === 1 ? 'Eén zaak heeft aandacht nodig' : `${cases} zaken hebben aandacht nodig`;
  const card = notice({
    title,
    lines: [
      'Elke ochtend kijk ik of elke open zaak een volgende datum heeft, en of wie aan zet is een bericht van mij kan krijgen. Dat is nu niet zo.',
    ],
    subtle: ['Open in Meldpunt het tabblad Logboek: daar staat per zaak wat er aan de hand is.'],
  });
  return { card, summary: title };
}
