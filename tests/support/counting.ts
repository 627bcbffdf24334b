/** What a piece of work asks of the store. Cost is counted, not timed. */
import type { Policy } from '../../src/storage/client.ts';

export interface Counts {
  requests: number;
  transactions: number;
  /** Questions for a range of rows; a further page is one more. */
  queries: number;
  /** Rows that questions gave back. */
  rows: number;
}

/** A policy that counts, and refuses a question that does not name one partition and a range of keys. */
export function counting(): { policy: Policy; counts: Counts; reset: () => void } {
  const counts: Counts = { requests: 0, transactions: 0, queries: 0, rows: 0 };
  const policy: Policy = {
    name: 'counting',
    async sendRequest(request, next) {
      const url = new URL(request.url);
      counts.requests++;
      if (url.pathname.endsWith('/$batch')) counts.transactions++;
      const isQuery = request.method === 'GET' && url.pathname.endsWith('()');
      if (isQuery) {
        counts.queries++;
        const filter = url.searchParams.get('$filter') ?? '';
        if (!/^PartitionKey eq '.+' and RowKey ge '.+' and RowKey lt '.+'$/.test(filter)) {
          throw new Error(`a query without a partition or a key range: ${filter}`);
        }
      }
      const response = await next(request);
      if (isQuery && response.status === 200) {
        counts.rows += (JSON.parse(response.bodyAsText ?? '{}') as { value?: unknown[] }).value?.length ?? 0;
      }
      return response;
    },
  };
  return {
    policy,
    counts,
    reset: () => Object.assign(counts, { requests: 0, transactions: 0, queries: 0, rows: 0 }),
  };
}
