/** The SDK's adapter, and the route on which Teams delivers activities. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type {
  ConfigurationBotFrameworkAuthenticationOptions,
  Response as BotResponse,
  TurnContext,
} from 'botbuilder';
import type {
  ClaimsIdentity,
  ConnectorFactory,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import restify from 'restify';
import type { Server } from 'restify';
import { limits } from '../domain/limits.ts';

export interface BotAuth {
  /** Entra application id. Empty only in development: the SDK then accepts any caller. */
  appId: string;
  options: ConfigurationBotFrameworkAuthenticationOptions;
  /** Credentials for calls to Teams, where they are not the SDK's own. */
  credentials?: ServiceClientCredentialsFactory;
}

/**
 * The SDK would repeat a send by itself on 5xx, and sleep through Retry-After on 429: it could still send what the
 * worker gave up on long ago. The worker alone decides when a message is tried again. There is no option for it: the
 * SDK's own (`noRetryPolicy`) is ignored, so the policy is taken out of each client that proactive sends get.
 */
class WithoutHiddenRetries extends ConfigurationBotFrameworkAuthentication {
  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    const factory = super.createConnectorFactory(claims);
    return {
      async create(serviceUrl, audience) {
        const connector = await factory.create(serviceUrl, audience);
        (connector as unknown as { client: ServiceClient }).client.pipeline.removePolicy({
          name: 'defaultRetryPolicy',
        });
        return connector;
      },
    };
  }
}
interface ServiceClient {
  pipeline: { removePolicy(policy: { name: string }): void };
}

export const makeAdapter = ({ options, credentials }: BotAuth): CloudAdapter =>
  new CloudAdapter(new WithoutHiddenRetries(options, credentials));

/** `POST /api/messages`. Errors of a turn are answered by the bot; what is left is a bare status. */
export function addMessages(
  server: Server,
  adapter: CloudAdapter,
  bot: (context: TurnContext) => Promise<void>,
): void {
  server.post(
    '/api/messages',
    restify.plugins.bodyParser({ maxBodySize: limits.requestBytes, mapParams: false }),
    async (req: restify.Request, res: restify.Response) => {
      await adapter.process(req, res as unknown as BotResponse, bot);
    },
  );
}

/** How channels name the bot: its application id with Teams' prefix for bots. */
export const teamsBotId = (appId: string): string => `28:${appId}`;
