/** The command `diagram`: the steps of a protocol as a Mermaid flowchart. */
import { readProtocol } from '../storage/protocolFiles.ts';
import { diagramOf } from './diagram/flowchart.ts';
import type { Output } from './output.ts';

/** @returns the exit code @throws ProtocolFileError */
export function runDiagram(file: string, { out }: Output): number {
  out(diagramOf(readProtocol(file).protocol));
  return 0;
}
