/** A store on a real table server, in memory; one server for each test file. */
import type { TableClient } from '@azure/data-tables';
import type { Store } from '../../src/app/ports/store.ts';
import { startAzurite } from '../../src/dev/azurite.ts';
import type { EmbeddedTables } from '../../src/dev/azurite.ts';
import { connect } from '../../src/storage/client.ts';
import type { Policy } from '../../src/storage/client.ts';
import { tableStore } from '../../src/storage/store.ts';

let running: Promise<EmbeddedTables> | undefined;

/** The server of this test file, started when first asked for and stopped after the last test. */
export function azurite(): Promise<EmbeddedTables> {
  return (running ??= startAzurite());
}
afterAll(async () => {
  await (await running)?.stop();
});

/** A client of its own on the one table; `policy` sees its requests. */
export async function testTable(policy?: Policy): Promise<TableClient> {
  return connect((await azurite()).connectionString, policy);
}
export async function testStore(policy?: Policy): Promise<Store> {
  return tableStore(await testTable(policy));
}
