/** Reads the protocol files of this deploy. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Released } from '../app/world.ts';
import { checkProtocol } from '../domain/checks.ts';
import { Protocol } from '../domain/protocol.ts';

/** A protocol file that cannot be used, with every fault that was found. */
export class ProtocolFileError extends Error {
  constructor(file: string, faults: string[]) {
    super(`${file} cannot be used:\n${faults.map((f) => `  ${f}`).join('\n')}`);
  }
}

/** @throws ProtocolFileError naming the file, the place and how to mend it */
export function readProtocol(file: string): Released {
  const parsed = Protocol.safeParse(parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    throw new ProtocolFileError(
      file,
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    );
  }
  const faults = checkProtocol(parsed.data);
  if (faults.length > 0) throw new ProtocolFileError(file, faults);
  const protocol = parsed.data;
  const hash = createHash('sha256').update(JSON.stringify(protocol)).digest('hex').slice(0, 16);
  return { ref: { id: protocol.id, version: protocol.version, hash }, protocol };
}

/** All protocols in a folder, by id. @throws ProtocolFileError */
export function readProtocols(dir: string): Map<string, Released> {
  const files = readdirSync(dir).filter((name) => name.endsWith('.yaml'));
  return new Map(
    files.map((name) => readProtocol(join(dir, name))).map((released) => [released.ref.id, released]),
  );
}
