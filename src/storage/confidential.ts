/** Confidential messages (P3), in a partition of their own: history, head, and the row by which its reader finds it. */
import type { TableClient } from '@azure/data-tables';
import type { ConfidentialChange } from '../app/ports/commit.ts';
import type { ConfidentialRow } from '../app/ports/rows.ts';
import type { Store } from '../app/ports/store.ts';
import type { ConfidentialEvent } from '../domain/confidential.ts';
import { eventsUpTo, keys, partitionKey, under } from './keys.ts';
import { columns, read, readRange, valueOf } from './rows.ts';
import type { Transaction } from './transaction.ts';

export function confidentialRows(table: TableClient): Pick<Store, 'confidential' | 'confidentialsOf'> {
  return {
    async confidential(partition, id) {
      const pk = partitionKey(partition);
      const head = await read(table, pk, keys.head(id));
      if (!head) return undefined;
      const rows = await readRange(table, pk, eventsUpTo(id, head.version as number));
      return { events: rows.flatMap((row) => valueOf<ConfidentialEvent[]>(row)), guard: head.etag };
    },
    async confidentialsOf(partition, person) {
      const rows = await readRange(table, partitionKey(partition), under('mine', person));
      return rows.map((row) => valueOf<ConfidentialRow>(row));
    },
  };
}

/** The row with the events comes first: it is never written again, so it proves the commit. */
export function addConfidential(tx: Transaction, change: ConfidentialChange): void {
  const { id, guard, from, events, row, gone } = change;
  tx.create(keys.event(id, from + 1), columns(events));
  const head = { version: from + events.length };
  if (guard === 'new') tx.create(keys.head(id), head);
  else tx.update(keys.head(id), head, guard);
  tx.upsert(keys.mine(row.to, id), columns(row));
  if (gone !== undefined) tx.remove(keys.mine(gone, id));
}
