/** The Store of the application on one Azure table. */
import type { TableClient } from '@azure/data-tables';
import type { CaseRead, Conversation } from '../app/ports/rows.ts';
import type { Store } from '../app/ports/store.ts';
import { alertRows } from './alerts.ts';
import { caseRows } from './cases.ts';
import { commit } from './commit.ts';
import { confidentialRows } from './confidential.ts';
import { drain } from './drain.ts';
import { forgetting } from './forget.ts';
import { DIRECTORY, keys, partitionKey, under } from './keys.ts';
import { logRows } from './log.ts';
import { protocolRows } from './protocols.ts';
import { queue } from './queue.ts';
import { columns, read, readRange, valueOf } from './rows.ts';
import { schoolRows } from './school.ts';
import { Transaction } from './transaction.ts';

/** @param table from `connect` */
export function tableStore(table: TableClient): Store {
  async function put(pk: string, rowKey: string, value: unknown): Promise<void> {
    const tx = new Transaction(table, pk);
    tx.upsert(rowKey, columns(value));
    await tx.submit();
  }

  return {
    ...caseRows(table),
    ...queue(table),
    ...drain(table),
    ...schoolRows(table),
    ...logRows(table),
    ...protocolRows(table),
    ...alertRows(table),
    ...forgetting(table),
    ...confidentialRows(table),
    commit: (partition, change) => commit(table, partition, change),

    async noteRead(partition, caseId, looked) {
      await put(partitionKey(partition), keys.read(caseId, looked.at, looked.person), looked);
    },
    async readsOf(partition, caseId) {
      const rows = await readRange(table, partitionKey(partition), under('read', caseId));
      return rows.map((row) => valueOf<CaseRead>(row));
    },

    async conversation(partition, person) {
      const row = await read(table, partitionKey(partition), keys.conversation(person));
      return row && valueOf<Conversation>(row);
    },
    async saveConversation(partition, conversation) {
      await put(partitionKey(partition), keys.conversation(conversation.person), conversation);
    },
    async clockOffset() {
      const row = await read(table, DIRECTORY, keys.clock);
      return row ? valueOf<{ milliseconds: number }>(row).milliseconds : 0;
    },
    async setClockOffset(milliseconds) {
      await put(DIRECTORY, keys.clock, { milliseconds });
    },
  };
}
