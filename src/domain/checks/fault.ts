/** A fault of a protocol: where it stands, what is wrong and how to mend it, for whoever writes the file. */
export type Path = readonly (string | number)[];

export interface Fault {
  /** Where it stands in the protocol, as keys and indexes from the top. */
  path: Path;
  /** What is wrong: one Dutch sentence. */
  what: string;
  /** How to mend it: one Dutch sentence. */
  mend: string;
}

export const fault = (path: Path, what: string, mend: string): Fault => ({ path, what, mend });

/** What to write in place of a name that is not known: the one that looks like it, or all that there are. */
export function instead(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near) return `Bedoel je ‘${near}’?`;
  return known.length > 0 ? `Kies uit: ${known.join(', ')}.` : 'Haal dit weg: er is er geen.';
}

/** The known name that differs from this one by a slip of the keyboard; undefined when none does. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, far: distance(name, candidate) }))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(1, Math.floor(name.length / 3)) ? best.candidate : undefined;
}

/** How many letters must be typed, left out or changed to come from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
