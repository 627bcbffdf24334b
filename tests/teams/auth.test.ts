import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Bot } from '../support/bot.ts';
import { chatOf, startBot } from '../support/bot.ts';
import { person } from '../support/world.ts';

const APP = '11111111-2222-4333-8444-555555555555';
const ISSUER = 'https://api.botframework.com';

/** Outgoing calls go to the fake connector, which asks for no token. */
class NoCredentials extends ServiceClientCredentialsFactory {
  override isValidAppId = (id: string) => Promise.resolve(id === APP);
  override isAuthenticationDisabled = () => Promise.resolve(false);
  override createCredentials = () =>
    Promise.resolve({ signRequest: (resource: unknown) => Promise.resolve(resource) } as never);
}

let bot: Bot;
let keys: Server;
let sign: (
  change?: Record<string, unknown>,
  options?: { expired?: boolean; foreignKey?: boolean },
) => Promise<string>;

beforeAll(async () => {
  const [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = {
    ...(await exportJWK(own.publicKey)),
    kid: 'k1',
    alg: 'RS256',
    use: 'sig',
    endorsements: ['msteams'],
  };
  keys = createServer((req, res) => {
    res.setHeader('content-type', 'application/json');
    const url = `http://127.0.0.1:${(keys.address() as AddressInfo).port}`;
    res.end(
      JSON.stringify(
        req.url === '/keys'
          ? { keys: [jwk] }
          : { issuer: ISSUER, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
      ),
    );
  });
  await new Promise<void>((ready) => keys.listen(0, '127.0.0.1', ready));
  const metadata = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/openid`;
  bot = await startBot({
    auth: {
      appId: APP,
      options: {
        ToChannelFromBotLoginUrl: 'https://login.example',
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: ISSUER,
        ToBotFromChannelOpenIdMetadataUrl: metadata,
        ToBotFromEmulatorOpenIdMetadataUrl: metadata,
        OAuthUrl: 'https://token.example',
        CallerId: '',
      },
      credentials: new NoCredentials(),
    },
  });
  sign = (change = {}, { expired = false, foreignKey = false } = {}) =>
    new SignJWT({ serviceurl: bot.connector.url, ...change })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT' })
      .setIssuer(typeof change.iss === 'string' ? change.iss : ISSUER)
      .setAudience(typeof change.aud === 'string' ? change.aud : APP)
      .setIssuedAt(Math.floor(Date.now() / 1000) - 7200)
      .setExpirationTime(Math.floor(Date.now() / 1000) + (expired ? -3600 : 3600))
      .sign(foreignKey ? foreign.privateKey : own.privateKey);
});
afterAll(async () => {
  await bot.stop();
  keys.close();
});

const melding = (headers: Record<string, string>) =>
  bot.activity(
    {
      id: 'a',
      type: 'message',
      text: 'melding',
      channelId: 'msteams',
      serviceUrl: bot.connector.url,
      from: { id: 'x', aadObjectId: person.docent },
      recipient: { id: 'bot' },
      conversation: { id: chatOf(person.docent), conversationType: 'personal', tenantId: 'tenant' },
      channelData: { tenant: { id: 'tenant' } },
    },
    headers,
  );

describe('the bot takes activities from Teams only', () => {
  it('answers one with a real token', async () => {
    const before = bot.connector.sent.length;
    expect((await melding({ authorization: `Bearer ${await sign()}` })).status).toBe(200);
    expect(bot.connector.sent.length).toBe(before + 1);
  });

  it.each([
    ['no token', () => Promise.resolve({})],
    ['a token that is none', () => Promise.resolve({ authorization: 'Bearer x.y.z' })],
    ['an expired token', async () => ({ authorization: `Bearer ${await sign({}, { expired: true })}` })],
    [
      'a token for another app',
      async () => ({ authorization: `Bearer ${await sign({ aud: 'another-app' })}` }),
    ],
    [
      'a token of another issuer',
      async () => ({ authorization: `Bearer ${await sign({ iss: 'https://evil.example' })}` }),
    ],
    [
      'a token signed with another key',
      async () => ({ authorization: `Bearer ${await sign({}, { foreignKey: true })}` }),
    ],
    [
      'a token for another service url',
      async () => ({ authorization: `Bearer ${await sign({ serviceurl: 'https://evil.example' })}` }),
    ],
  ] as [string, () => Promise<Record<string, string>>][])(
    'refuses %s, sends nothing and says nothing about why',
    async (_name, headers) => {
      const before = bot.connector.sent.length;
      const response = await melding(await headers());
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toMatch(/ at |stack|node_modules/);
      expect(bot.connector.sent.length).toBe(before);
    },
  );
});
