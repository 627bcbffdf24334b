/** A difference between two versions of a protocol, and what it means for a running case. */
export interface Change {
  /** What differs, in a sentence without its end. */
  what: string;
  /** What happens in a case that is moved to the new version. */
  then: string;
}

export const change = (what: string, then: string): Change => ({ what, then });

/** Whether two parts say the same; the rows of a contract that they carry say nothing to a case. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(bare(a)) === JSON.stringify(bare(b));

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'rows')
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, inner]) => [key, bare(inner)]),
  );
}

interface HasId {
  id: string;
}

/** What is in one list and not in the other, and the pairs of those that are in both. */
export function paired<T extends HasId>(old: readonly T[], next: readonly T[]) {
  const has = (list: readonly T[], { id }: T) => list.some((other) => other.id === id);
  return {
    added: next.filter((item) => !has(old, item)),
    removed: old.filter((item) => !has(next, item)),
    both: old.flatMap((a) => next.filter((b) => b.id === a.id).map((b) => [a, b] as const)),
  };
}

/** Words for a part of the old and of the new version. */
interface Words {
  old: string;
  next: string;
}

/** "nu X (was: Y)", for a part that is said in words; nothing when the words are the same. */
export const turned = (what: string, { old, next }: Words, then: string): Change[] =>
  old === next ? [] : [change(`${what} ${next || 'niets'} (was: ${old || 'niets'})`, then)];

/**
 * The same for a part of a protocol that is put in words. Only a part that is written otherwise counts: a norm that has
 * another number, or a step with another title, is said once and not wherever its words return.
 */
export function turnedIn<T>(
  what: string,
  [a, b]: readonly [T, T],
  words: (part: T, which: 'old' | 'next') => string,
  then: string,
): Change[] {
  return same(a, b) ? [] : turned(what, { old: words(a, 'old'), next: words(b, 'next') }, then);
}
