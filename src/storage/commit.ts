/** A commit: what one command leads to, in one transaction. */
import type { TableClient } from '@azure/data-tables';
import type { Commit, CommitResult } from '../app/ports/commit.ts';
import type { Job, Partition } from '../app/ports/rows.ts';
import { addAlerts, addBriefing } from './alerts.ts';
import { addCase } from './cases.ts';
import { addConfidential } from './confidential.ts';
import { keys, partitionKey } from './keys.ts';
import { addLog } from './log.ts';
import { addJob, addMoved, addWaiting, addDead, addRevived } from './queue.ts';
import { columns, read, valueOf } from './rows.ts';
import { Transaction } from './transaction.ts';

/**
 * Writes all of a commit or nothing. `ok` is also the answer when the commit landed and only its answer got lost; a
 * commit that did nothing but complete a job can't prove that and answers `stale-job`, which is as true: the job is gone.
 * @throws DomainError too-large, before anything is sent
 */
export async function commit(
  table: TableClient,
  partition: Partition,
  commit: Commit,
): Promise<CommitResult> {
  const pk = partitionKey(partition);
  const { seen, slot, counter, thread, again, park, bury, revive, alerts = [], withdraw, briefing } = commit;
  const tx = new Transaction(table, pk);

  // The order is that of the proofs: see Transaction.
  if (seen) tx.create(keys.seen(seen.day, seen.nonce), columns({ result: seen.result }));
  if (slot) tx.create(keys.slot(slot), {});
  for (const change of commit.cases ?? []) addCase(tx, change);
  if (commit.confidential) addConfidential(tx, commit.confidential);
  if (commit.log) addLog(tx, commit.log);
  if (thread) tx.upsert(keys.thread(thread.case, thread.channel), { thread: thread.thread });
  if (park) addWaiting(tx, park.person, park.job);
  if (bury) addDead(tx, bury);
  if (again) addMoved(tx, again.job, again.runAt);
  if (revive) addRevived(tx, revive);
  for (const job of commit.jobs ?? []) addJob(tx, job);
  if (commit.watch) tx.upsert(keys.watch, columns(commit.watch));
  addAlerts(tx, alerts);
  if (briefing) addBriefing(tx, briefing);
  if (withdraw) tx.remove(keys.alert(withdraw.until, withdraw.id));
  if (counter) {
    const row = { next: counter.next };
    if (counter.guard === 'new') tx.create(keys.counter(counter.schoolYear), row);
    else tx.update(keys.counter(counter.schoolYear), row, counter.guard);
  }
  const leases = new Set(
    [commit.done, again?.job, park?.job, bury?.job].flatMap((job: Job | undefined) => job?.key ?? []),
  );
  for (const lease of leases) tx.remove(lease);

  const submitted = await tx.submit();
  if (submitted.landed) return { ok: true };
  if (seen && submitted.proof)
    return { ok: false, why: 'seen', ...valueOf<{ result: unknown }>(submitted.proof) };
  if (slot && submitted.proof) return { ok: false, why: 'taken' };
  for (const lease of leases) {
    if (!(await read(table, pk, lease))) return { ok: false, why: 'stale-job' };
  }
  return { ok: false, why: 'conflict' };
}
