/** A YAML file with its lines: what stands in it, where a part of it stands, and what is not YAML at all. */
import { readFileSync } from 'node:fs';
import type { Document, Node } from 'yaml';
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

export interface YamlText {
  /** The plain JavaScript value. */
  data: unknown;
  /** The line of the nearest part that is there, counted from 1. */
  lineOf(path: readonly PropertyKey[]): number;
  /** What is not YAML, in Dutch. */
  broken: { line: number; what: string }[];
}

const REASONS: Partial<Record<string, string>> = {
  DUPLICATE_KEY: 'deze sleutel staat er twee keer',
  TAB_AS_INDENT: 'er staat een tab waar spaties horen',
  BAD_INDENT: 'deze regel springt niet goed in',
  MISSING_CHAR: 'er ontbreekt een haakje, komma of aanhalingsteken',
  BLOCK_IN_FLOW: 'deze lijst tussen haakjes is niet afgesloten',
  UNEXPECTED_TOKEN: 'hier staat een teken dat hier niet kan',
  MULTILINE_IMPLICIT_KEY: 'hier ontbreekt een dubbele punt, of een aanhalingsteken om de tekst ervoor',
  BLOCK_AS_IMPLICIT_KEY: 'er staan twee dubbele punten op één regel; zet de tekst tussen aanhalingstekens',
};

/** @throws Error of node:fs when the file can't be read */
export function readYaml(file: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const at = (offset: number) => Math.max(1, lines.linePos(offset).line);
  return {
    data: document.errors.length > 0 ? undefined : document.toJS(),
    lineOf: (path) => at(offsetOf(path, document)),
    broken: document.errors.map(({ code, pos, message }) => ({
      line: at(pos[0]),
      what: REASONS[code] ?? message.split('\n')[0]!,
    })),
  };
}

/** Where the part that a path leads to begins, or the last one on the way that is there. */
function offsetOf(path: readonly PropertyKey[], document: Document): number {
  const follow = (node: unknown) => (isAlias(node) ? node.resolve(document) : node);
  let node: unknown = document.contents;
  let offset = (node as Node | null)?.range?.[0] ?? 0;
  for (const key of path) {
    const here = follow(node);
    if (isMap(here)) {
      const pair = here.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(here) && typeof key === 'number' && here.items[key]) {
      node = here.items[key];
      offset = (node as Node).range?.[0] ?? offset;
    }
    // A list of one may be written without its dash: its first item is the thing itself.
    else if (key !== 0 || isSeq(here)) break;
  }
  return offset;
}
