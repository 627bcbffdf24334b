/** Finds what is nearest to words that are no command: typing errors, other words for it, and words of its text. */
import Fuse from 'fuse.js';
import { plain } from '../../domain/protocolText/topics.ts';
import { limits } from '../../domain/limits.ts';

/** Something that free text can lead to. */
export interface Findable {
  /** What it is called and how people ask for it. */
  names: readonly string[];
  /** What stands in it. */
  text: string;
}

const SILENT = new Set(
  `aan al als bij dag dan dat de die dit doe doen dus een eigenlijk en er geef goed goede goedemiddag goedemorgen graag
  hallo heb hebben het hey hier hoe hoi hun ik in
  is je jij jou kan kun kunnen laat maar mag me met mij mijn moet naar niet nog nu of om ons onze ook op over precies
  staan staat te toon uit van vind vinden voor waar wanneer waarom wat we weet wel welke weten wie wij wil word worden
  wordt zeg zien zijn zo zou`.split(/\s+/),
);

/** A text without the words that say nothing. */
export const tellingWords = (text: string): string[] =>
  plain(text)
    .split(' ')
    .filter((word) => word.length > 2 && !SILENT.has(word));

/** Of a word that stands in the text only, as part of 1 for a name. */
const IN_TEXT = 0.4;
/** A shorter word stands in many texts, and is like many others, by chance. */
const LONG_ENOUGH = 5;
/** Fuse refuses longer words. */
const LONGEST = 32;
/** From which likeness on something is near, is meant, and how far it has to be ahead of the next. */
const NEAR = 0.3;
const CLEAR = 0.6;
const AHEAD = 0.2;

/**
 * What a text may mean, most likely first.
 * @returns `clear` when only the first can be meant
 */
export function nearest<T extends Findable>(text: string, all: readonly T[]): { near: T[]; clear: boolean } {
  const words = tellingWords(text);
  const names = all.flatMap((of) =>
    [...new Set(of.names.flatMap(tellingWords))].map((word) => ({ word, of })),
  );
  const fuse = new Fuse(names, { keys: ['word'], includeScore: true, threshold: 0.3 });
  const scores = new Map<T, number>();
  for (const word of words) {
    const best = new Map<T, number>();
    const better = (of: T, score: number) => best.set(of, Math.max(score, best.get(of) ?? 0));
    for (const { item, score = 1 } of fuse.search(word.slice(0, LONGEST)))
      if (word.length >= LONG_ENOUGH || item.word.startsWith(word))
        better(item.of, (1 - score) * alike(word, item.word));
    const inText = (of: T) => word.length >= LONG_ENOUGH && ` ${plain(of.text)}`.includes(` ${word}`);
    for (const of of all.filter(inText)) better(of, IN_TEXT);
    for (const [of, score] of best) scores.set(of, (scores.get(of) ?? 0) + score / words.length);
  }
  const ranked = [...scores].filter(([, score]) => score >= NEAR).sort(([, a], [, b]) => b - a);
  const [first, second] = ranked;
  return {
    near: ranked.slice(0, limits.suggested).map(([of]) => of),
    clear: first !== undefined && first[1] >= CLEAR && first[1] - (second?.[1] ?? 0) >= AHEAD,
  };
}

/** A short word inside a long one says less. */
const alike = (a: string, b: string) => Math.min(a.length, b.length) / Math.max(a.length, b.length);
