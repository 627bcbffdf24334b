import { inspect } from 'node:util';
import { connect, StoreUnreachable } from '../../src/storage/client.ts';
import { tableStore } from '../../src/storage/store.ts';
import { testTable } from '../support/azurite.ts';
import { changeOf, linked } from './samples.ts';

test('a store that is not there says where it was looked for, and no key', async () => {
  const address =
    'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:9/a;';
  const failure = await connect(address).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StoreUnreachable);
  expect(String(failure)).toContain('http://127.0.0.1:9/a');
  expect(String(failure)).not.toContain('c2VjcmV0');
});

test('an address that is no connection string is refused with a plain word', async () => {
  await expect(connect('geheim')).rejects.toThrow(StoreUnreachable);
  await expect(connect('geheim')).rejects.not.toThrow('geheim');
});

test('a table that is gone is a failure of the store, and its error tells nothing of what was written', async () => {
  const table = await testTable();
  const store = tableStore(table);
  await table.deleteTable();
  await expect(store.load('school', 'zaak')).rejects.toMatchObject({ statusCode: 404 });
  const failure = await store
    .commit('school', { cases: [changeOf('zaak', [linked('vertrouwelijk')])] })
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ statusCode: 404, code: 'TableNotFound' });
  expect(inspect(failure, { depth: 10 })).not.toContain('vertrouwelijk');
  expect(JSON.stringify(failure)).not.toContain('vertrouwelijk');
});
