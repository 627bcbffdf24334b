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

const Production = z
  .object({
    ...shared,
    MICROSOFT_APP_ID: z.string().min(1, 'the bot’s Entra application id'),
    MICROSOFT_APP_TYPE: z.enum(['UserAssignedMSI', 'SingleTenant']).default('UserAssignedMSI'),
    MICROSOFT_APP_TENANT_ID: z.string().min(1),
    /** Only for SingleTenant; a managed identity has no password. */
    MICROSOFT_APP_PASSWORD: z.string().min(1).optional(),
    /** The Entra application of the tab, and the domain that it is served from. */
    AAD_APP_CLIENT_ID: z.string().min(1),
    TAB_DOMAIN: z.string().min(1),
    /** The Teams app, for links to a case. */
    TEAMS_APP_ID: z.string().min(1),
  })
  .refine((c) => c.TABLES_CONNECTION_STRING ?? c.TABLES_URL, {
    path: ['TABLES_URL'],
    message: 'or TABLES_CONNECTION_STRING: where the cases are kept',
  })
  .refine((c) => c.MICROSOFT_APP_TYPE !== 'SingleTenant' || c.MICROSOFT_APP_PASSWORD, {
    path: ['MICROSOFT_APP_PASSWORD'],
    message: 'needed for SingleTenant',
  });
export type ProductionConfig = z.infer<typeof Production>;

/** What is wrong with the environment, one line a variable. */
export class ConfigError extends Error {}

/** @throws ConfigError naming each variable that is missing or wrong */
export const developmentConfig = (env: NodeJS.ProcessEnv = process.env): DevelopmentConfig =>
  parse(Development, env);
/** @throws ConfigError naming each variable that is missing or wrong: a real service never starts half configured */
export const productionConfig = (env: NodeJS.ProcessEnv = process.env): ProductionConfig =>
  parse(Production, env);

function parse<T>(schema: z.ZodType<T>, env: NodeJS.ProcessEnv): T {
  // An empty variable is one that was not filled in.
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (issue) =>
      `  ${issue.path.join('.')}: ${filled[String(issue.path[0])] === undefined ? 'missing' : 'wrong'} (${issue.message})`,
  );
  throw new ConfigError(`Meldpunt cannot start. Set in the environment:\n${lines.join('\n')}`);
}
