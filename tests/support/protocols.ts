/** Protocol files, read once for all test files of a process: that takes as long as all the rest of a bot's start. */
import { statSync } from 'node:fs';
import type { Released } from '../../src/app/world.ts';
import { protocolFilesIn, readProtocol } from '../../src/storage/protocolFiles.ts';

declare const requireOutside: (file: string) => unknown;
/** As text: each test file has classes of its own. */
const kept = requireOutside('./kept.cjs') as Map<string, string>;

export function protocolIn(file: string): Released {
  const key = `${file} ${statSync(file).mtimeMs}`;
  const text = kept.get(key) ?? JSON.stringify(readProtocol(file));
  kept.set(key, text);
  return JSON.parse(text) as Released;
}

const known = new Map<string, Map<string, Released>>();
/** All protocols of a folder by id. */
export function protocolsIn(dir: string): Map<string, Released> {
  const read = known.get(dir) ?? new Map(protocolFilesIn(dir).map((file) => byId(protocolIn(file))));
  known.set(dir, read);
  return read;
}
const byId = (released: Released): [string, Released] => [released.ref.id, released];
