/** Cases: their history, their head, and the rows by which they are found. */
import type { TableClient } from '@azure/data-tables';
import type { CaseChange } from '../app/ports/commit.ts';
import type { ClosedRow, ListRow, MineRow } from '../app/ports/rows.ts';
import type { Store } from '../app/ports/store.ts';
import type { Event } from '../domain/case.ts';
import type { Figure, LaterReports } from '../domain/figures.ts';
import { linkedNumbers } from '../domain/case.ts';
import type { Role } from '../domain/protocol.ts';
import { eventsUpTo, keys, partitionKey, under } from './keys.ts';
import { columns, read, readRange, valueOf } from './rows.ts';
import type { Row } from './rows.ts';
import type { Transaction } from './transaction.ts';

type CaseReads = Pick<
  Store,
  | 'load'
  | 'seen'
  | 'counter'
  | 'casesOf'
  | 'openCasesOf'
  | 'openList'
  | 'closedList'
  | 'figures'
  | 'mineOf'
  | 'thread'
>;

/** The reading half of Store for cases; they are written by `addCase`, inside a commit. */
export function caseRows(table: TableClient): CaseReads {
  const casesOf: Store['casesOf'] = async (partition, pupil) => {
    const links = await readRange(table, partitionKey(partition), under('pupil', pupil));
    return links.map((row) => valueOf<{ case: string; roles: Role[]; open: boolean }>(row));
  };

  return {
    async load(partition, caseId) {
      const pk = partitionKey(partition);
      const head = await read(table, pk, keys.head(caseId));
      if (!head) return undefined;
      const version = head.version as number;
      const rows = await readRange(table, pk, eventsUpTo(caseId, version));
      const events = rows.flatMap((row) => valueOf<Event[]>(row));
      if (events.length !== version)
        throw new Error(`case ${caseId} has ${events.length} events, its head says ${version}`);
      return {
        events,
        guard: guardOf(head),
      };
    },

    async seen(partition, day, nonce) {
      const row = await read(table, partitionKey(partition), keys.seen(day, nonce));
      return row && valueOf<{ result: unknown }>(row);
    },

    async counter(partition, schoolYear) {
      const row = await read(table, partitionKey(partition), keys.counter(schoolYear));
      return row ? { next: row.next as number, guard: row.etag } : { next: 1, guard: 'new' };
    },

    casesOf,

    async openCasesOf(partition, pupil) {
      const links = await casesOf(partition, pupil);
      return links.filter((link) => link.open && link.roles.includes('gepeste')).map((link) => link.case);
    },

    async openList(partition) {
      const rows = await readRange(table, partitionKey(partition), under('open'));
      return rows.map((row) => valueOf<ListRow>(row));
    },

    async closedList(partition, schoolYear) {
      const rows = await readRange(table, partitionKey(partition), under('closed', String(schoolYear)));
      return rows.map((row) => valueOf<ClosedRow>(row));
    },

    async figures(partition, schoolYear) {
      const rows = await readRange(table, partitionKey(partition), under('figure', String(schoolYear)));
      return rows.map((row) => valueOf<Figure | LaterReports>(row));
    },

    async mineOf(partition, person) {
      const rows = await readRange(table, partitionKey(partition), under('mine', person));
      return rows.map((row) => valueOf<MineRow>(row));
    },

    async thread(partition, caseId, channel) {
      const row = await read(table, partitionKey(partition), keys.thread(caseId, channel));
      return row?.thread as string | undefined;
    },
  };
}

/**
 * A guard says besides the ETag which list row the case has: that of the open list, or that of the school year under
 * which it was filed when it closed. Taking away a row that is not there would fail.
 */
const guardOf = (head: Row) => `${head.open === true ? 'open' : `closed:${String(head.filed)}`} ${head.etag}`;

function readGuard(guard: string): { etag: string; wasOpen: boolean; filed?: number } {
  const space = guard.indexOf(' ');
  const filed = Number(guard.slice(0, space).split(':')[1]);
  return {
    etag: guard.slice(space + 1),
    wasOpen: guard.startsWith('open '),
    filed: Number.isNaN(filed) ? undefined : filed,
  };
}

/**
 * The rows of one case's change. The first one holds its new events, under the number of the first: it is never written
 * again, so it proves the commit. One row for all of them: a report about three pupils must fit one transaction.
 * @throws DomainError too-large when the events are over what one row holds
 */
export function addCase(tx: Transaction, change: CaseChange): void {
  const { case: id, state, list, schoolYear } = change;
  tx.create(keys.event(id, change.from + 1), columns(change.events));

  const open = list !== undefined;
  const { protocol } = state;
  const head = {
    version: change.from + change.events.length,
    open,
    ...(open ? {} : { filed: schoolYear }),
    protocol: protocol.id,
    protocolVersion: protocol.version,
    protocolHash: protocol.hash,
  };
  const before = change.guard === 'new' ? undefined : readGuard(change.guard);
  if (before) tx.update(keys.head(id), head, before.etag);
  else tx.create(keys.head(id), head);

  // Open or closed: a case stands in one list.
  if (before?.wasOpen && !open) tx.remove(keys.open(id));
  if (before?.filed !== undefined && (open || before.filed !== schoolYear))
    tx.remove(keys.closed(before.filed, id));
  if (list) tx.upsert(keys.open(id), columns(list));
  else {
    const { number, group, openedAt, closedAt, closedAs, closedBy } = state;
    const closing = { openedAt, closedAt, closedAs, closedBy };
    const linked = linkedNumbers(state);
    const apart = state.apart.length > 0;
    const row: ClosedRow = { case: id, number, linked, group, access: change.access, ...closing, apart };
    tx.upsert(keys.closed(schoolYear, id), columns(row));
  }
  for (const { schoolYear: year, figure } of change.figures)
    tx.upsert(keys.figure(year, state.figure), columns(figure));
  for (const { pupil, roles } of change.pupils)
    tx.upsert(keys.pupil(pupil, id), columns({ case: id, roles, open }));
  for (const pupil of change.gone) tx.remove(keys.pupil(pupil, id));
  for (const { person, roles } of change.persons)
    tx.upsert(keys.mine(person, id), columns({ case: id, roles, open } satisfies MineRow));
}
