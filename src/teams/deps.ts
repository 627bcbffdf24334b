/** What the bot's turns need. */
import type { CloudAdapter } from 'botbuilder';
import type { World } from '../app/world.ts';
import type { CaseLinks } from './links.ts';

export interface BotDeps {
  world: World;
  adapter: CloudAdapter;
  /** Entra application id of the bot; empty in development. */
  appId: string;
  links: CaseLinks;
  /** A commit landed for this school: its queue has work. */
  nudge: (partition: string) => void;
  log: { error(fields: object, message: string): void };
}
