/** Rows as they lie in the table: a value as JSON over as many properties as it needs, read by key or by range. */
import { RestError, odata } from '@azure/data-tables';
import type { TableClient, TableEntityResult } from '@azure/data-tables';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import type { Range } from './keys.ts';

export type Row = TableEntityResult<Record<string, unknown>>;
export type Columns = Record<string, string | number | boolean>;

/** Properties that one value may take: Azure Tables holds 1 MiB in an entity, two bytes a character. */
const PARTS = 15;

/**
 * A value as JSON, cut into properties `json0`, `json1`, … of at most `limits.eventJson` characters.
 * @throws DomainError too-large
 */
export function columns(value: unknown, parts = PARTS): Columns {
  const text = JSON.stringify(value);
  const cut: Columns = {};
  for (let start = 0, i = 0; start < text.length; i++) {
    if (i === parts)
      throw new DomainError(
        'too-large',
        'Dit is te veel om in één keer te bewaren. Maak de tekst korter of verdeel haar.',
      );
    let end = Math.min(start + limits.eventJson, text.length);
    // Half a surrogate pair does not survive the way to the server.
    if (/[\uD800-\uDBFF]/.test(text[end - 1]!)) end--;
    cut[`json${i}`] = text.slice(start, end);
    start = end;
  }
  return cut;
}

/** The value that `columns` wrote. The rows are our own, so its type is taken on trust. */
export function valueOf<T>(row: Row): T {
  let text = '';
  for (let i = 0; typeof row[`json${i}`] === 'string'; i++) text += row[`json${i}`] as string;
  return JSON.parse(text) as T;
}

/** The status with which the store refused a write or a read; undefined for every other failure. */
export function refusal(error: unknown): number | undefined {
  if (!(error instanceof RestError) || ![404, 409, 412].includes(error.statusCode ?? 0)) return undefined;
  // The code stands in one place for a batch and in another for a single row.
  const details = error.details as { odataError?: { code?: string } } | undefined;
  const code = error.code ?? details?.odataError?.code;
  // A table that is gone or going is a failure of the store: it must not read as "no such case".
  return code?.startsWith('Table') ? undefined : error.statusCode;
}

/** One row by its key; undefined when there is none. */
export async function read(table: TableClient, partition: string, rowKey: string): Promise<Row | undefined> {
  try {
    return await table.getEntity(partition, rowKey);
  } catch (error) {
    if (refusal(error) === 404) return undefined;
    throw error;
  }
}

/** All rows of a range in the order of their keys, page after page; of each row all properties, or those named. */
export async function readRange(
  table: TableClient,
  partition: string,
  { from, below }: Range,
  select?: string[],
): Promise<Row[]> {
  const filter = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${below}`;
  const rows: Row[] = [];
  for await (const row of table.listEntities({ queryOptions: { filter, select } })) rows.push(row);
  return rows;
}
