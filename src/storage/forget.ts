/** Rows that go by the day which their key begins with, when that day is long past. */
import type { TableClient } from '@azure/data-tables';
import type { Store } from '../app/ports/store.ts';
import { limits } from '../domain/limits.ts';
import { before, partitionKey } from './keys.ts';
import { readRange, refusal } from './rows.ts';

export function forgetting(table: TableClient): Pick<Store, 'forget'> {
  return {
    async forget(partition, { alerts, days, forms }) {
      const pk = partitionKey(partition);
      const ranges = [
        before('alert', alerts),
        before('slot', days),
        before('briefing', days),
        before('seen', forms),
      ];
      for (const range of ranges) {
        const rows = await readRange(table, pk, range, ['RowKey']);
        const keys = rows.map((row) => row.rowKey!);
        for (let i = 0; i < keys.length; i += limits.rowsInTransaction)
          await remove(pk, keys.slice(i, i + limits.rowsInTransaction));
      }
    },
  };

  /** In one transaction; one by one where somebody else took one of them away. */
  async function remove(pk: string, keys: readonly string[]): Promise<void> {
    try {
      await table.submitTransaction(keys.map((rowKey) => ['delete', { partitionKey: pk, rowKey }]));
    } catch (error) {
      if (refusal(error) === undefined) throw error;
      for (const rowKey of keys)
        await table.deleteEntity(pk, rowKey).catch((again: unknown) => {
          if (refusal(again) !== 404) throw again;
        });
    }
  }
}
