/** One entity-group transaction, and the proof whether it landed when its answer got lost. */
import { randomUUID } from 'node:crypto';
import type { TableClient, TransactionAction } from '@azure/data-tables';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import { read, refusal } from './rows.ts';
import type { Columns, Row } from './rows.ts';

/** `proof`: the row that would have proved that the transaction landed, as somebody else wrote it. */
export type Submitted = { landed: true } | { landed: false; proof?: Row };

/**
 * Rows to be written together. Each written row bears the mark of this attempt; the first one written is the proof
 * of it, so put first what nobody else deletes or writes again.
 *
 * Text goes in by this way even when it is one row: Azurite decodes the body of a single-row write piece by piece and
 * breaks a letter of more bytes that lies on the border of two pieces; that of a batch it decodes whole.
 */
export class Transaction {
  private readonly actions: TransactionAction[] = [];
  private readonly taken = new Set<string>();
  private readonly attempt = randomUUID();
  private proof: string | undefined;

  constructor(
    private readonly table: TableClient,
    private readonly partition: string,
  ) {}

  /** Fails with 409 when the row is there. */
  create(rowKey: string, columns: Columns): void {
    this.actions.push(['create', this.written(rowKey, columns)]);
  }
  /** Fails with 412 when the row changed since it was read with this ETag, with 404 when it is gone. */
  update(rowKey: string, columns: Columns, etag: string): void {
    this.actions.push(['update', this.written(rowKey, columns), 'Replace', { etag }]);
  }
  /** No fence: whatever stood there is replaced. */
  upsert(rowKey: string, columns: Columns): void {
    this.actions.push(['upsert', this.written(rowKey, columns), 'Replace']);
  }
  /** Fails with 404 when the row is gone; what the row holds is not looked at. */
  remove(rowKey: string): void {
    this.actions.push(['delete', this.entity(rowKey, {})]);
  }

  /**
   * Sends it in one request; nothing at all when it is empty. The client sends a batch again when the connection
   * broke before the answer came, and then its own first try is what refuses it: so a refusal counts only after
   * the proof was looked for.
   * @throws DomainError too-large (before anything is sent); RestError when the store fails otherwise
   */
  async submit(): Promise<Submitted> {
    if (this.actions.length === 0) return { landed: true };
    if (this.actions.length > limits.rowsInTransaction) {
      throw new DomainError('too-large', 'Dit is te veel in één keer. Verdeel het over meer stappen.');
    }
    try {
      await this.table.submitTransaction(this.actions);
      return { landed: true };
    } catch (error) {
      if (refusal(error) === undefined) throw error;
      const proof = this.proof === undefined ? undefined : await read(this.table, this.partition, this.proof);
      return proof?.attempt === this.attempt ? { landed: true } : { landed: false, proof };
    }
  }

  private written(rowKey: string, columns: Columns) {
    this.proof ??= rowKey;
    return this.entity(rowKey, { ...columns, attempt: this.attempt });
  }
  private entity(rowKey: string, columns: Columns) {
    // Azure answers a row that comes twice with 400 and names none of our words.
    if (this.taken.has(rowKey)) throw new Error(`row ${rowKey} twice in one transaction`);
    this.taken.add(rowKey);
    return { partitionKey: this.partition, rowKey, ...columns };
  }
}
