/** teams-ai's Application, used for routing alone: it keeps no state and answers no card. */
import { Application, TurnState } from '@microsoft/teams-ai';
import type { DefaultConversationState, DefaultTempState, DefaultUserState } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';

/** State of a turn only: what must last stands in the store. */
class NoState extends TurnState<DefaultConversationState, DefaultUserState, DefaultTempState> {
  protected override onComputeStorageKeys() {
    return Promise.resolve({ conversation: 'c', user: 'u' });
  }
  override save(): Promise<void> {
    return Promise.resolve();
  }
}

export interface Routes {
  message(context: TurnContext): Promise<void>;
  /** The bot was added to a chat or a team, or removed. Some clients say so each time a chat is opened. */
  installed(context: TurnContext): Promise<void>;
}

/** A router whose errors are the caller's: teams-ai would answer them with the raw text of the error. */
export function makeRouter(routes: Routes): (context: TurnContext) => Promise<void> {
  const app = new Application<NoState>({ turnStateFactory: () => new NoState() });
  app.activity('message', (context) => routes.message(context));
  app.activity('installationUpdate', (context) => routes.installed(context));
  return async (context) => {
    await app.run(context);
  };
}
