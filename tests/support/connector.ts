/** A connector that keeps what a bot sends, as Teams would receive it. Answers can be made to fail. */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Sent {
  method: string;
  path: string;
  /** The conversation that it was sent to. */
  conversation: string;
  body: Activity;
}
interface Activity {
  type?: string;
  text?: string;
  summary?: string;
  attachments?: { content: Card }[];
  activity?: Activity;
  [key: string]: unknown;
}
export interface Card {
  type: string;
  body: unknown[];
  actions?: { title: string; data?: Record<string, string>; url?: string }[];
  [key: string]: unknown;
}
interface Answer {
  status: number;
  headers?: Record<string, string>;
}

export interface Connector {
  url: string;
  sent: Sent[];
  /** Everything sent to a conversation, in order. */
  to(conversation: string): Sent[];
  /** Decides what a request gets instead of success; may wait. */
  fail?: (method: string, path: string) => Answer | undefined | Promise<Answer | undefined>;
  members: object[];
  stop(): Promise<void>;
}

async function bodyOf(req: IncomingMessage): Promise<Activity> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text ? (JSON.parse(text) as Activity) : {};
}

export async function startConnector(): Promise<Connector> {
  let count = 0;
  const connector: Connector = {
    url: '',
    sent: [],
    to: (conversation) => connector.sent.filter((s) => s.conversation === conversation),
    members: [],
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  const server = createServer((req, res) => {
    void (async () => {
      const body = await bodyOf(req);
      const path = decodeURIComponent(req.url ?? '');
      const method = req.method ?? '';
      const failure = await connector.fail?.(method, path);
      if (failure) {
        res.writeHead(failure.status, { 'content-type': 'application/json', ...failure.headers });
        return res.end('{}');
      }
      res.setHeader('content-type', 'application/json');
      if (method === 'GET' && path.includes('/pagedmembers'))
        return res.end(JSON.stringify({ members: connector.members }));
      count++;
      if (method === 'POST' && /^\/v3\/conversations\/?$/.test(path)) {
        const { channel } = body.channelData as { channel: { id: string } };
        const id = `${channel.id};messageid=${count}`;
        connector.sent.push({ method, path, conversation: id, body: body.activity ?? {} });
        res.statusCode = 201;
        return res.end(JSON.stringify({ id, activityId: String(count) }));
      }
      const conversation = /^\/v3\/conversations\/([^/]+)\/activities/.exec(path)?.[1] ?? '';
      connector.sent.push({ method, path, conversation, body });
      res.statusCode = method === 'PUT' ? 200 : 201;
      return res.end(JSON.stringify({ id: `activity-${count}` }));
    })();
  });
  // Longer than any test: a connection that closes just as it is used again would look like a failed send.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  connector.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return connector;
}

/** The card of a message. */
export const cardOf = (sent: Sent | undefined): Card => {
  const card = sent?.body.attachments?.[0]?.content;
  if (!card) throw new Error('no card was sent');
  return card;
};
/** All that a person can read on a card or message. */
export const textIn = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textIn).join('\n');
  return value && typeof value === 'object' ? Object.values(value).map(textIn).join('\n') : '';
};
/** The card's buttons, also those that stand between its texts. */
const buttonsOf = (card: Card): NonNullable<Card['actions']> => [
  ...(card.actions ?? []),
  ...within(card.body).flatMap((element) => (element as Card).actions ?? []),
];
const within = (value: unknown): object[] =>
  Array.isArray(value)
    ? value.flatMap(within)
    : value && typeof value === 'object'
      ? [value, ...within((value as { items?: unknown }).items)]
      : [];
/** The data of a card's button. */
export const button = (card: Card, title: string): Record<string, string> => {
  const buttons = buttonsOf(card);
  const data = buttons.find((a) => a.title === title)?.data;
  if (!data)
    throw new Error(`the card has no button "${title}", only ${buttons.map((a) => a.title).join(', ')}`);
  return data;
};
