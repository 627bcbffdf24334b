/** Where it happened, as a word of a short list: what people type may hold a name, and figures hold none (A7). */
import { folded } from './folded.ts';

/** The words by which a typed place is recognised; the first that fits counts. */
const places: [label: string, words: RegExp][] = [
  ['online', /online|app|snap|insta|tiktok|discord|telefoon|internet|game/],
  ['onderweg', /onderweg|weg naar|naar huis|bus|trein|fiets(?!enstalling|enhok)|halte|straat/],
  ['gym of kleedkamer', /gym|sport|kleed|douche|zwem/],
  ['kantine of aula', /kantine|aula|overblijf|lunch/],
  ['wc', /\bwc|toilet/],
  ['plein of stalling', /plein|stalling|fietsenhok|buiten|hek/],
  ['gang of trap', /gang|trap|kluis|hal\b/],
  ['klas of lokaal', /klas|lokaal|les\b|lessen|groep/],
];

const ELSEWHERE = 'ergens anders';

/** Undefined when nothing was typed. */
export function placeOf(typed: string | undefined): string | undefined {
  if (!typed?.trim()) return undefined;
  const text = folded(typed);
  return places.find(([, words]) => words.test(text))?.[0] ?? ELSEWHERE;
}
