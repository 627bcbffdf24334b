/** Finding by what somebody types: without accents and capitals, the same wherever one searches. */

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether all that was typed, word by word, stands in a text; nothing typed stands in any. */
export function hasWords(text: string, typed: string): boolean {
  const known = folded(text);
  return folded(typed)
    .split(/\s+/)
    .every((word) => known.includes(word));
}
