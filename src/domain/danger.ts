/**
 * Words in a report that point to danger to life (P2). They only make its writer look up before it is sent: what was
 * found is kept nowhere and decides nothing, so a word too many costs one tap.
 */
import { folded } from './folded.ts';

/** Whole words, as they stand in a text without accents and capitals. */
const PHRASES = [
  'zelfmoord',
  'zelfmoordpoging',
  'zelfdoding',
  'suicide',
  'suicidaal',
  'suicidale',
  'dood wil',
  'wil dood',
  'wilde dood',
  'dood willen',
  'dood wilde',
  'dood te willen',
  'dood zijn',
  'liever dood',
  'niet meer leven',
  'niet meer wil leven',
  'eind aan maken',
  'einde aan maken',
  'ophangen',
  'opgehangen',
  'verhangen',
  'voor de trein',
  'overdosis',
  'mes',
  'messen',
  'mesje',
  'neersteken',
  'neergestoken',
  'doodsteken',
  'steekpartij',
  'wapen',
  'wapens',
  'vuurwapen',
  'pistool',
  'neerschieten',
  'doodschieten',
  'dood schieten',
  'doodmaken',
  'dood maken',
  'maak je dood',
  'maakt je dood',
  'vermoorden',
  'vermoord',
];

/** Whether a text has one of these words in it. */
export function pointsToDanger(text: string): boolean {
  const words = ` ${folded(text)} `;
  return PHRASES.some((phrase) => words.includes(` ${phrase} `));
}
