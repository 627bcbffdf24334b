/** Words of the Mermaid language: labels that it can't misread, nodes and edges. */

/** What Mermaid would read as its own is written as a code; a line break is its `<br/>`. */
export function label(...lines: string[]): string {
  const text = lines.map((line) =>
    line
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/["#<>&`%{}[\]|\\;]/g, (sign) => `#${sign.charCodeAt(0)};`)
      // A number with a dot at the start would be read as a list.
      .replace(/^(\d+)\./, '$1#46;'),
  );
  return `"${text.filter((line) => line !== '').join('<br/>')}"`;
}

/** A name that Mermaid takes for a node; never one of its own words, such as end. */
export const nodeId = (kind: string, id: string): string => `${kind}_${id.replace(/-/g, '_')}`;

export interface Edge {
  from: string;
  to: string;
  label?: string;
  dashed?: boolean;
}

export const edgeLine = ({ from, to, label: text, dashed }: Edge): string =>
  `${from} ${dashed ? '-.->' : '-->'}${text === undefined ? '' : `|${label(text)}|`} ${to}`;
