/**
 * The queue. A job is a row `job!{runAt}!{id}`; whatever happens to it gives it another key, so that deleting the key
 * that was read is the fence: a second claimer or a stale holder deletes a row that is gone, and nothing of its
 * transaction happens.
 */
import type { TableClient } from '@azure/data-tables';
import type { Commit } from '../app/ports/commit.ts';
import type { DeadJob, Job, NewJob } from '../app/ports/rows.ts';
import type { Store } from '../app/ports/store.ts';
import { DomainError } from '../domain/errors.ts';
import type { Watch } from '../domain/watchdog.ts';
import { dueBy, instant, keys, partitionKey, under } from './keys.ts';
import { columns, read, readRange, valueOf } from './rows.ts';
import { Transaction } from './transaction.ts';

type Queue = Pick<Store, 'jobs' | 'claim' | 'deadJobs' | 'watch' | 'unpark'>;
type StoredJob = Omit<Job, 'key'>;

/** Each moved job is two rows of a transaction of at most 100. */
const UNPARK_AT_ONCE = 50;
const UNPARK_TRIES = 10;

export function queue(table: TableClient): Queue {
  return {
    async jobs(partition, until) {
      const rows = await readRange(table, partitionKey(partition), dueBy(until));
      return rows
        .map((row) => ({ ...valueOf<StoredJob>(row), key: row.rowKey! }))
        .sort((a, b) => compare(a.runAt, b.runAt) || compare(a.seq, b.seq));
    },

    async claim(partition, job, until) {
      const tx = new Transaction(table, partitionKey(partition));
      const leased = addMoved(tx, { ...job, attempt: job.attempt + 1 }, until);
      tx.remove(job.key);
      return (await tx.submit()).landed ? leased : undefined;
    },

    async deadJobs(partition) {
      const rows = await readRange(table, partitionKey(partition), under('dead'));
      return rows.map((row) => valueOf<DeadJob>(row));
    },

    async watch(partition) {
      const row = await read(table, partitionKey(partition), keys.watch);
      return row && valueOf<Watch>(row);
    },

    async unpark(partition, person, runAt) {
      const pk = partitionKey(partition);
      let moved = 0;
      let refused = 0;
      while (refused < UNPARK_TRIES) {
        const waiting = (await readRange(table, pk, under('wait', person))).slice(0, UNPARK_AT_ONCE);
        if (waiting.length === 0) return moved;
        const tx = new Transaction(table, pk);
        for (const row of waiting) {
          // It starts anew: the 24 hours after which a job gives up do not run while it waits for a person.
          addJob(tx, { ...valueOf<NewJob>(row), runAt });
          tx.remove(row.rowKey!);
        }
        // Refused: another one was moving the same rows, which the next look shows.
        if ((await tx.submit()).landed) moved += waiting.length;
        else refused++;
      }
      throw new DomainError('conflict', 'Het is nu erg druk. Probeer het zo opnieuw.');
    },
  };
}

/** A new job. */
export function addJob(tx: Transaction, { id, lane, seq, runAt, work }: NewJob): void {
  addRow(tx, { id, lane, seq, runAt: instant(runAt), work, attempt: 0, since: instant(runAt) });
}

/** A job at another time, under another key; the caller removes the old one. */
export function addMoved(tx: Transaction, job: Job, runAt: string): Job {
  let at = instant(runAt);
  // A lease until the very instant for which it was planned would be the same row twice.
  if (keys.job(at, job.id) === job.key) at = new Date(Date.parse(at) + 1).toISOString();
  return addRow(tx, { ...job, runAt: at });
}

function addRow(tx: Transaction, { id, lane, seq, runAt, work, attempt, since }: StoredJob): Job {
  const stored: StoredJob = { id, lane, seq, runAt, work, attempt, since };
  const key = keys.job(runAt, id);
  tx.create(key, columns(stored));
  return { ...stored, key };
}

/** What waits for a person who has no chat yet; the caller removes the job. */
export function addWaiting(tx: Transaction, person: string, { id, lane, seq, runAt, work }: Job): void {
  const waiting: NewJob = { id, lane, seq, runAt, work };
  tx.create(keys.wait(person, id), columns(waiting));
}

/** A job that gave up, with its reason; the caller removes the job. */
export function addDead(tx: Transaction, { job, reason, at }: NonNullable<Commit['bury']>): void {
  const dead: DeadJob = { id: job.id, at: instant(at), reason, work: job.work };
  tx.create(keys.dead(at, job.id), columns(dead));
}

/** A job that gave up goes back in the queue, and starts anew; it is in one of the two, however often it is asked. */
export function addRevived(tx: Transaction, { dead, job }: NonNullable<Commit['revive']>): void {
  addJob(tx, job);
  tx.remove(keys.dead(dead.at, dead.id));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
