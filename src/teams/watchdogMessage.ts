/** What the coordinator reads when the watchdog found something: how many cases, and where to look. No names (P17). */
import { notice } from '../cards/notice.ts';
import type { Rendered } from './saying.ts';

export function watchdogMessage({ cases, stuck = 0 }: { cases: number; stuck?: number }): Rendered {
  const ofCases = cases === 1 ? 'Eén zaak heeft aandacht nodig' : `${cases} zaken hebben aandacht nodig`;
  const title = cases > 0 ? ofCases : 'Meldpunt loopt achter';
  const card = notice({
    title,
    lines: [
      ...(cases > 0
        ? [
            'Elke ochtend kijk ik of elke open zaak een volgende datum heeft en vanzelf terugkomt, en of wie aan zet is een bericht van mij kan krijgen. Dat is nu niet zo.',
          ]
        : []),
      ...(stuck > 0 ? [`Wat al meer dan een uur niet lukt: ${counted(stuck)}.`] : []),
    ],
    subtle: ['Open in Meldpunt het tabblad Logboek: daar staat wat er aan de hand is.'],
  });
  return { card, summary: title };
}

const counted = (jobs: number) =>
  jobs === 1 ? '1 bericht of herinnering' : `${jobs} berichten of herinneringen`;
