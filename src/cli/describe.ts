/** The command `describe`: everything that a protocol says, for whoever writes one or a scenario for it. */
import { readProtocol } from '../storage/protocolFiles.ts';
import { describe } from '../domain/protocolText/model.ts';
import { describeText } from './describe/text.ts';
import type { Output } from './output.ts';

/** @returns the exit code @throws ProtocolFileError */
export function runDescribe(file: string, { json }: { json?: boolean }, { out }: Output): number {
  const { protocol } = readProtocol(file);
  const description = describe(protocol);
  out(json ? JSON.stringify(description, undefined, 2) : describeText(description, protocol));
  return 0;
}
