import { ConfigError, developmentConfig, productionConfig } from '../src/config.ts';

const complete = {
  MICROSOFT_APP_ID: 'app',
  MICROSOFT_APP_TENANT_ID: 'tenant',
  AAD_APP_CLIENT_ID: 'client',
  TAB_DOMAIN: 'tab.example',
  TEAMS_APP_ID: 'teams',
  TABLES_URL: 'https://x.table.core.windows.net',
};

describe('the configuration', () => {
  it('needs nothing in development', () => {
    expect(developmentConfig({})).toStrictEqual({
      PORT: 3978,
      DATA_DIR: 'data',
      PLAYGROUND: '1',
      REMINDER_POLL_SECONDS: 30,
      JOB_LEASE_SECONDS: 60,
      LOG_LEVEL: 'warn',
    });
  });

  it('is complete in production', () => {
    expect(productionConfig(complete)).toMatchObject({ MICROSOFT_APP_TYPE: 'UserAssignedMSI', PORT: 3978 });
  });

  it.each(Object.keys(complete))('names %s when it is missing, or empty', (name) => {
    expect(() => productionConfig({ ...complete, [name]: undefined })).toThrow(new RegExp(name));
    expect(() => productionConfig({ ...complete, [name]: '' })).toThrow(ConfigError);
  });

  it('names all that is missing at once', () => {
    expect(() => productionConfig({})).toThrow(
      /TABLES_URL[\s\S]*MICROSOFT_APP_ID[\s\S]*MICROSOFT_APP_TENANT_ID/,
    );
  });

  it('wants a password for a single tenant app, and a port that is one', () => {
    expect(() => productionConfig({ ...complete, MICROSOFT_APP_TYPE: 'SingleTenant' })).toThrow(
      /MICROSOFT_APP_PASSWORD/,
    );
    expect(() => developmentConfig({ PORT: 'abc' })).toThrow(/PORT: wrong/);
  });
});
