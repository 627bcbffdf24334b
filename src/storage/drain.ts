/** The right to drain a school's queue: one row, changed by ETag, so that one worker at a time keeps the order. */
import type { TableClient } from '@azure/data-tables';
import type { Store } from '../app/ports/store.ts';
import { instant, keys, partitionKey } from './keys.ts';
import { read, refusal } from './rows.ts';

export function drain(table: TableClient): Pick<Store, 'holdDrain' | 'releaseDrain'> {
  return {
    async holdDrain(partition, holder, now, until) {
      const pk = partitionKey(partition);
      const mine = { partitionKey: pk, rowKey: keys.drain, holder, until: instant(until) };
      const row = await read(table, pk, keys.drain);
      if (row && row.holder !== holder && (row.until as string) > instant(now)) return false;
      try {
        if (row) await table.updateEntity(mine, 'Replace', { etag: row.etag });
        else await table.createEntity(mine);
        return true;
      } catch (error) {
        if (refusal(error) === undefined) throw error;
        // Refused by another taker, or by our own first try whose answer got lost.
        const now = await read(table, pk, keys.drain);
        return now?.holder === holder && now.until === mine.until;
      }
    },

    async releaseDrain(partition, holder) {
      const pk = partitionKey(partition);
      const row = await read(table, pk, keys.drain);
      if (row?.holder !== holder) return;
      try {
        await table.deleteEntity(pk, keys.drain, { etag: row.etag });
      } catch (error) {
        // Gone, or taken over meanwhile: either way it is no longer ours.
        if (refusal(error) === undefined) throw error;
      }
    },
  };
}
