/** Stands between the service and what it calls, sees each call before and after, and can let it never arrive or never be answered. */
import { Agent, createServer, request } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  /** What it is, for people: `store: POST job, DELETE job`. */
  what: string;
  /** What the service sent. */
  body: string;
}
export interface Proxy {
  /** An address that leads to this one. */
  inFrontOf(name: string, upstream: string): Promise<string>;
  /** Sees a call that has come in, and may wait; answers false to keep it from arriving. It then gets no answer. */
  before?: (call: Call) => boolean | Promise<boolean>;
  /** Sees that the upstream has answered, and may wait; answers false to keep the answer back for good. */
  after?: (call: Call) => boolean | Promise<boolean>;
  stop(): Promise<void>;
}

export function makeProxy(): Proxy {
  const servers: Server[] = [];
  const agent = new Agent({ keepAlive: false });
  const proxy: Proxy = {
    async inFrontOf(name, upstream) {
      const server = createServer((req, res) => {
        // A service that was killed breaks off its requests: nobody waits for their answers.
        pass(name, upstream, req, res).catch(() => res.destroy());
      });
      servers.push(server);
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    async stop() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
  return proxy;

  async function pass(name: string, upstream: string, req: IncomingMessage, res: ServerResponse) {
    const bytes = await bytesOf(req);
    const body = bytes.toString('utf8');
    const call: Call = { what: `${name}: ${whatIs(req, body)}`, body };
    if ((await proxy.before?.(call)) === false) return;
    const { status, headers, answer } = await forward(upstream, req, bytes);
    if ((await proxy.after?.(call)) === false) return;
    res.writeHead(status, headers);
    res.end(answer);
  }

  function forward(upstream: string, req: IncomingMessage, body: Buffer) {
    const { method, headers } = req;
    const { hostname, port } = new URL(upstream);
    return new Promise<{ status: number; headers: OutgoingHttpHeaders; answer: Buffer }>((done, fail) => {
      const out = request(
        { hostname, port, path: req.url, method, headers: { ...headers, connection: 'close' }, agent },
        (response) => {
          bytesOf(response).then((answer) => {
            // The answer is whole here, and the connection to the service is another one.
            const own = { ...response.headers };
            for (const name of ['connection', 'keep-alive', 'transfer-encoding']) delete own[name];
            done({ status: response.statusCode ?? 502, headers: own, answer });
          }, fail);
        },
      );
      out.on('error', fail);
      out.end(body);
    });
  }
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Method and kind of row; of a batch each of its parts. Keys stand in paths as `(PartitionKey='x',RowKey='kind!…')`. */
function whatIs({ method, url = '' }: IncomingMessage, body: string): string {
  if (!url.endsWith('$batch')) return `${method} ${kindIn(/RowKey/.test(body) ? body : url)}`;
  const parts = body.split(/^--changeset/m).flatMap((part) => {
    const verb = /^(POST|PUT|PATCH|MERGE|DELETE) (\S+)/m.exec(part);
    return verb ? [`${verb[1]} ${kindIn(verb[1] === 'POST' ? part : verb[2]!)}`] : [];
  });
  return `batch ${parts.join(', ')}`;
}

function kindIn(text: string): string {
  const plain = decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25').replaceAll('+', ' '));
  return /RowKey\W+(?:ge\W+)?(\w+)/.exec(plain)?.[1] ?? plain.replace(/\?.*/s, '');
}
