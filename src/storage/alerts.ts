/** The dagopening: points to be alert to, by the day on which they expire, and where its cards stand. */
import type { TableClient } from '@azure/data-tables';
import type { Commit } from '../app/ports/commit.ts';
import type { Posted } from '../app/ports/rows.ts';
import type { Store } from '../app/ports/store.ts';
import type { Alert } from '../domain/alerts.ts';
import { alertsFrom, keys, partitionKey, startingWith } from './keys.ts';
import { columns, read, readRange, valueOf } from './rows.ts';
import type { Transaction } from './transaction.ts';

type Alerts = Pick<Store, 'alerts' | 'briefing' | 'seenCount'>;

export function alertRows(table: TableClient): Alerts {
  return {
    async alerts(partition, from) {
      const rows = await readRange(table, partitionKey(partition), alertsFrom(from));
      return rows.map((row) => valueOf<Alert>(row));
    },
    async briefing(partition, date, team) {
      const row = await read(table, partitionKey(partition), keys.briefing(date, team));
      return row && valueOf<Posted>(row);
    },
    async seenCount(partition, day, nonce) {
      const range = startingWith(keys.seen(day, nonce));
      return (await readRange(table, partitionKey(partition), range, ['RowKey'])).length;
    },
  };
}

export function addAlerts(tx: Transaction, alerts: readonly Alert[]): void {
  for (const alert of alerts) tx.create(keys.alert(alert.until, alert.id), columns(alert));
}

/** Whoever posts last counts: that card is the one that closes. */
export function addBriefing(tx: Transaction, { date, team, posted }: NonNullable<Commit['briefing']>): void {
  if (posted) tx.upsert(keys.briefing(date, team), columns(posted));
  else tx.remove(keys.briefing(date, team));
}
