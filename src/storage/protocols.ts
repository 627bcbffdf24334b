/** The texts of protocols on which cases run: written once, never changed, so kept in memory for ever. */
import type { TableClient } from '@azure/data-tables';
import type { Store } from '../app/ports/store.ts';
import { Protocol } from '../domain/protocol.ts';
import type { ProtocolRef } from '../domain/protocol.ts';
import { keys, partitionKey, under } from './keys.ts';
import { columns, read, readRange, valueOf } from './rows.ts';
import { Transaction } from './transaction.ts';

export function protocolRows(
  table: TableClient,
): Pick<Store, 'protocol' | 'protocolHashes' | 'protocolVersions' | 'keepProtocol'> {
  const memory = new Map<string, Protocol>();
  const place = (partition: string, ref: ProtocolRef) => {
    const pk = partitionKey(partition);
    const rowKey = keys.protocol(ref.id, ref.version, ref.hash);
    return { pk, rowKey, name: `${pk}/${rowKey}` };
  };

  return {
    async protocol(partition, ref) {
      const { pk, rowKey, name } = place(partition, ref);
      const known = memory.get(name);
      if (known) return known;
      const row = await read(table, pk, rowKey);
      if (!row) throw new Error(`protocol ${ref.id} version ${ref.version} (${ref.hash}) was never kept`);
      const protocol = Protocol.parse(valueOf(row));
      memory.set(name, protocol);
      return protocol;
    },

    async protocolHashes(partition, id, version) {
      const rows = await readRange(table, partitionKey(partition), under('protocol', id, String(version)), [
        'hash',
      ]);
      return rows.map((row) => row.hash as string);
    },

    async protocolVersions(partition, id) {
      const rows = await readRange(table, partitionKey(partition), under('protocol', id));
      return rows.map((row) => ({ id, version: valueOf<Protocol>(row).version, hash: row.hash as string }));
    },

    async keepProtocol(partition, ref, protocol) {
      const { pk, rowKey, name } = place(partition, ref);
      if (memory.has(name)) return;
      const tx = new Transaction(table, pk);
      tx.create(rowKey, { hash: ref.hash, ...columns(protocol) });
      // Refused when it stands there already; by its hash it is the same text.
      await tx.submit();
      memory.set(name, protocol);
    },
  };
}
