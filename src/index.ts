/** The real service. Refuses to start half configured; drains on SIGTERM. */
import { teamsBotId } from './teams/adapter.ts';
import { connect, StoreUnreachable } from './storage/client.ts';
import { tableStore } from './storage/store.ts';
import { entraRules } from './api/token.ts';
import { ChangedProtocolError } from './app/release.ts';
import { ConfigError, productionConfig } from './config.ts';
import { makeLog } from './log.ts';
import { startService } from './service.ts';
import { ProtocolFileError, readProtocols } from './storage/protocolFiles.ts';
import { systemClock } from './storage/clock.ts';
import { untilStopped } from './stopping.ts';
import { teamsLinks } from './teams/links.ts';

async function main(): Promise<void> {
  const config = productionConfig();
  const log = makeLog(config.LOG_LEVEL);
  const address = config.TABLES_CONNECTION_STRING ?? config.TABLES_URL;
  if (!address) throw new ConfigError('Set TABLES_URL.');
  const released = readProtocols('protocols');
  const store = tableStore(await connect(address));
  const service = await startService({
    store,
    released,
    clock: systemClock,
    auth: {
      appId: config.MICROSOFT_APP_ID,
      options: {
        MicrosoftAppId: config.MICROSOFT_APP_ID,
        MicrosoftAppType: config.MICROSOFT_APP_TYPE,
        MicrosoftAppTenantId: config.MICROSOFT_APP_TENANT_ID,
        MicrosoftAppPassword: config.MICROSOFT_APP_PASSWORD,
      },
    },
    botId: teamsBotId(config.MICROSOFT_APP_ID),
    tokens: entraRules(config.AAD_APP_CLIENT_ID, config.TAB_DOMAIN, config.MICROSOFT_APP_TENANT_ID),
    links: teamsLinks(config.TEAMS_APP_ID),
    host: undefined,
    port: config.PORT,
    pollMs: config.REMINDER_POLL_SECONDS * 1000,
    leaseMs: config.JOB_LEASE_SECONDS * 1000,
    dev: false,
    tabDir: 'dist/tab',
    log,
  });
  log.info({ port: service.port }, 'ready');
  untilStopped(() => service.stop());
}

main().catch((error: unknown) => {
  const known =
    error instanceof ConfigError ||
    error instanceof StoreUnreachable ||
    error instanceof ProtocolFileError ||
    error instanceof ChangedProtocolError;
  console.error(known ? error.message : error);
  process.exit(1);
});
