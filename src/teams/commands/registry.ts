/** All chat commands. */
import type { Command } from './command.ts';
import { help } from './help.ts';
import { melding } from './melding.ts';

const commands: readonly Command[] = [melding, help];

/** The command that a text begins with, and what stands after it; words are whole words, in any case. */
export function findCommand(text: string): { command: Command; rest: string } | undefined {
  const typed = text.trim();
  const lower = typed.toLocaleLowerCase('nl');
  for (const command of commands) {
    for (const word of [...command.words].sort((a, b) => b.length - a.length)) {
      if (!lower.startsWith(word)) continue;
      const after = typed.slice(word.length);
      if (after === '' || /^[\s:,.!?-]/.test(after))
        return { command, rest: after.replace(/^[\s:,.!?-]+/, '') };
    }
  }
  return undefined;
}
