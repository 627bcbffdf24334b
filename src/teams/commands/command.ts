/** What a chat command is. One file a command, one line in registry.ts. */
import type { BotDeps } from '../deps.ts';
import type { Turn } from '../turn.ts';

export interface Command {
  /** The words that call it, in lower case; what stands after them is handed on. */
  words: readonly string[];
  /** What it does, in a sentence of the help. */
  says: string;
  /** With more words after it, it is not this command but free text: a greeting before a story. */
  alone?: true;
  run(deps: BotDeps, turn: Turn, rest: string): Promise<void>;
}
