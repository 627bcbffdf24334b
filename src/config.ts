/** The service's configuration: the only reader of the environment. */
import { z } from 'zod/v4';

const port = z.coerce.number().int().min(1).max(65_535);
const shared = {
  PORT: port.default(3978),
  /** Seconds between two looks at the queue; a commit in this process is seen at once. */
  REMINDER_POLL_SECONDS: z.coerce.number().min(1).max(3600).default(30),
  /** How long a worker holds a job; another takes it over after that. */
  JOB_LEASE_SECONDS: z.coerce.number().min(2).max(600).default(60),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  TABLES_CONNECTION_STRING: z.string().min(1).optional(),
  /** `https://ACCOUNT.table.core.windows.net`, reached with the managed identity. */
  TABLES_URL: z.url().optional(),
};

const Development = z.object({
  ...shared,
  DATA_DIR: z.string().default('data'),
  /** 0: service and tab only, without the Playground. */
  PLAYGROUND: z.enum(['0', '1']).default('1'),
  LOG_LEVEL: shared.LOG_LEVEL.default('warn'),
});
export type DevelopmentConfig = z.infer<typeof Development>;

const filled = (message: string) => z.string(message).min(1, message);

/** What is needed beside each other depends on what is there: one storage, and a password for one type of app only. */
const production = (env: NodeJS.ProcessEnv) =>
  z.object({
    ...shared,
    MICROSOFT_APP_ID: filled('the Entra application id of the bot'),
    MICROSOFT_APP_TYPE: z.enum(['UserAssignedMSI', 'SingleTenant']).default('UserAssignedMSI'),
    MICROSOFT_APP_TENANT_ID: filled('the school’s Entra tenant'),
    MICROSOFT_APP_PASSWORD:
      env.MICROSOFT_APP_TYPE === 'SingleTenant' ? filled('SingleTenant needs it') : z.string().optional(),
    AAD_APP_CLIENT_ID: filled('the Entra application id of the tab'),
    TAB_DOMAIN: filled('the domain that the tab is served from'),
    TEAMS_APP_ID: filled('the Teams app id, for links to a case'),
    TABLES_URL: env.TABLES_CONNECTION_STRING
      ? shared.TABLES_URL
      : z.url('or TABLES_CONNECTION_STRING: where the cases are kept'),
  });
export type ProductionConfig = z.infer<ReturnType<typeof production>>;

/** What is wrong with the environment, one line a variable. */
export class ConfigError extends Error {}

/** @throws ConfigError naming each variable that is missing or wrong */
export const developmentConfig = (env: NodeJS.ProcessEnv = process.env): DevelopmentConfig =>
  parse(Development, env);
/** @throws ConfigError naming each variable that is missing or wrong: a real service never starts half configured */
export const productionConfig = (env: NodeJS.ProcessEnv = process.env): ProductionConfig =>
  parse(production(withoutEmpty(env)), env);

function parse<T>(schema: z.ZodType<T>, env: NodeJS.ProcessEnv): T {
  const given = withoutEmpty(env);
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (issue) =>
      `  ${issue.path.join('.')}: ${given[String(issue.path[0])] === undefined ? 'missing' : 'wrong'} (${issue.message})`,
  );
  throw new ConfigError(`Meldpunt cannot start. Set in the environment:\n${lines.join('\n')}`);
}

/** An empty variable is one that was not filled in. */
const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
