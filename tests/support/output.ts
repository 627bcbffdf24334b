/** What a command writes, kept to look at. */
import { run } from '../../src/cli/main.ts';

export function protocolCommand(...argv: string[]): { code: number; out: string; err: string } {
  const written = { out: '', err: '' };
  const code = run(argv, {
    out: (text) => void (written.out += `${text}\n`),
    err: (text) => void (written.err += `${text}\n`),
  });
  return { code, ...written };
}
