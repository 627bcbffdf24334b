/** Reads the protocol files of this deploy. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Released } from '../app/world.ts';
import { checkProtocol } from '../domain/checks.ts';
import type { Fault } from '../domain/checks.ts';
import { Protocol } from '../domain/protocol.ts';
import type { ProtocolRef } from '../domain/protocol.ts';
import { schemaFaults } from './schemaFaults.ts';
import type { YamlText } from './yamlText.ts';
import { readYaml } from './yamlText.ts';

/** A fault with its place in a file; without a line where the file itself can't be read. */
export interface FileFault {
  file: string;
  line?: number;
  what: string;
  mend: string;
}

/** "protocols/kiim.yaml:123: Er is geen stap ‘besluitt’. Bedoel je ‘besluit’?" */
export const faultLine = ({ file, line, what, mend }: FileFault): string =>
  `${file}:${line === undefined ? '' : `${line}:`} ${what} ${mend}`;

/** A protocol file that cannot be used, with every fault that was found, in the order of the file. */
export class ProtocolFileError extends Error {
  constructor(readonly faults: FileFault[]) {
    super(faults.map(faultLine).join('\n'));
    this.name = 'ProtocolFileError';
  }
}

/** @throws ProtocolFileError naming the file, the place and how to mend it */
export function readProtocol(file: string): Released {
  const text = textOf(file);
  const placed = (faults: readonly Fault[]) =>
    new ProtocolFileError(
      faults
        .map(({ path, what, mend }) => ({ file, line: text.lineOf(path), what, mend }))
        .sort((a, b) => a.line - b.line),
    );
  const parsed = Protocol.safeParse(text.data);
  if (!parsed.success) throw placed(schemaFaults(parsed.error.issues, text.data));
  const protocol = parsed.data;
  const faults = checkProtocol(protocol);
  if (faults.length > 0) throw placed(faults);
  return { ref: { id: protocol.id, version: protocol.version, hash: hashOf(text) }, protocol };
}

/** The hash is of what stands in the file, not of what is read from it: a new default in the language changes no text. */
const hashOf = ({ data }: YamlText): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16);

/** Which text a file holds, and where it says so, whether or not the language of today can read it. @throws ProtocolFileError */
export function readRef(file: string): ProtocolRef & { line: number } {
  const text = textOf(file);
  const { id, version } = (text.data ?? {}) as Record<string, unknown>;
  const line = text.lineOf(['version']);
  if (typeof id === 'string' && typeof version === 'number') return { id, version, hash: hashOf(text), line };
  const mend = 'Geef een bestand met een protocol.';
  throw new ProtocolFileError([{ file, line, what: 'Dit bestand heeft geen ‘id’ en ‘version’.', mend }]);
}

/** The protocol files of a folder. @throws ProtocolFileError when there is no such folder */
export function protocolFilesIn(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(dir, name));
  } catch {
    throw new ProtocolFileError([unreadable(dir, 'ENOTDIR')]);
  }
}

/** All protocols in a folder, by id. @throws ProtocolFileError */
export function readProtocols(dir: string): Map<string, Released> {
  return new Map(
    protocolFilesIn(dir)
      .map(readProtocol)
      .map((released) => [released.ref.id, released]),
  );
}

function textOf(file: string): YamlText {
  const text = read(file);
  if (text.broken.length === 0) return text;
  const mend = 'Maak eerst dit goed; de rest van het bestand is nog niet gelezen.';
  throw new ProtocolFileError(
    text.broken.map(({ line, what }) => ({ file, line, what: `Dit is geen goede YAML: ${what}.`, mend })),
  );
}

function read(file: string): YamlText {
  try {
    return readYaml(file);
  } catch (error) {
    throw new ProtocolFileError([unreadable(file, (error as NodeJS.ErrnoException).code)]);
  }
}

const REASONS: Partial<Record<string, string>> = {
  ENOENT: 'Dit bestand bestaat niet.',
  EISDIR: 'Dit is een map, geen bestand.',
  ENOTDIR: 'Deze map bestaat niet.',
  EACCES: 'Dit bestand mag niet worden gelezen.',
};
const unreadable = (file: string, code: string | undefined): FileFault => ({
  file,
  what: REASONS[code ?? ''] ?? 'Dit bestand is niet te lezen.',
  mend: 'Kijk of de naam klopt.',
});
