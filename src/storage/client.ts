/** Where the rows are: connects to the table and says plainly when that fails. */
import { TableClient } from '@azure/data-tables';
import type { TableServiceClientOptions } from '@azure/data-tables';

const TABLE = 'meldpunt';

/** Sees every request and its answer; tests count with it. */
export type Policy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number]['policy'];

/** The table could not be reached or opened; the message says which one and why, and holds no secret. */
export class StoreUnreachable extends Error {
  constructor(endpoint: string, cause: unknown) {
    super(
      `the table store at ${endpoint} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
    this.name = 'StoreUnreachable';
  }
}

/**
 * Opens the table, which is made when it is not there.
 * @param address a connection string, or the account's https URL: then this process signs in by its own identity
 *   (Azure role "Storage Table Data Contributor")
 * @throws StoreUnreachable
 */
export async function connect(address: string, policy?: Policy): Promise<TableClient> {
  try {
    const table = await open(address, {
      // The client's own second between tries is a second in which a person waits.
      retryOptions: { maxRetries: 4, retryDelayInMs: 100, maxRetryDelayInMs: 2_000 },
      additionalPolicies: policy ? [{ policy, position: 'perRetry' }] : [],
    });
    await table.createTable();
    return table;
  } catch (error) {
    throw new StoreUnreachable(endpointOf(address), error);
  }
}

async function open(address: string, options: TableServiceClientOptions): Promise<TableClient> {
  if (/^https?:/.test(address)) {
    const { DefaultAzureCredential } = await import('@azure/identity');
    return new TableClient(address, TABLE, new DefaultAzureCredential(), options);
  }
  // Only an emulator speaks http, and only a connection string that names it gets here.
  const insecure = /UseDevelopmentStorage=true|DefaultEndpointsProtocol=http;|TableEndpoint=http:/i.test(
    `${address};`,
  );
  return TableClient.fromConnectionString(address, TABLE, { ...options, allowInsecureConnection: insecure });
}

/** What may stand in a log: never the key or a signature. */
function endpointOf(address: string): string {
  const url = /https?:\/\/[^;?\s]+/.exec(address)?.[0];
  return url ?? /AccountName=([^;]+)/i.exec(address)?.[1] ?? 'an address that is no connection string';
}
