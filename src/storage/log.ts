/** Who changed what of the school itself; what happened in a case stands in the case. */
import type { TableClient } from '@azure/data-tables';
import type { LogEntry } from '../app/ports/rows.ts';
import type { Store } from '../app/ports/store.ts';
import { instant, keys, partitionKey, under } from './keys.ts';
import { columns, readRange, valueOf } from './rows.ts';
import type { Transaction } from './transaction.ts';

/** Put first in a transaction: nobody writes or deletes this row again, so it proves that the transaction landed. */
export const addLog = (tx: Transaction, entry: LogEntry): void =>
  tx.create(keys.log(entry.at, entry.id), columns(entry));

export function logRows(table: TableClient): Pick<Store, 'logOf'> {
  return {
    async logOf(partition, from) {
      const all = under('log');
      const range = from === undefined ? all : { ...all, from: `${all.from}${instant(from)}` };
      const rows = await readRange(table, partitionKey(partition), range);
      return rows.map((row) => valueOf<LogEntry>(row)).reverse();
    },
  };
}
