/** Serves the built tab. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Next, Request, Response, Server } from 'restify';

/** The hosts in which Microsoft shows tabs. https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements */
const teamsHosts = [
  'teams.microsoft.com',
  '*.teams.microsoft.com',
  '*.cloud.microsoft',
  '*.microsoft365.com',
  '*.office.com',
  'outlook.office.com',
  'outlook.office365.com',
];

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

interface File {
  type: string;
  body: Buffer;
  zipped: Buffer;
}

/**
 * Puts the tab at /tab and its configuration page at /tab/config. `dev` admits a host page on our own origin.
 * All files are read now, so that a request names a file that was built or nothing.
 * @throws Error when `dir` holds no built tab
 */
export function addTabFiles(server: Server, { dir, dev }: { dir: string; dev: boolean }): void {
  const page = readBuilt(dir, 'index.html');
  const assets = new Map(
    readdirSync(join(dir, 'assets')).map((name) => [name, readBuilt(dir, 'assets', name)]),
  );
  const policy = contentPolicy(dev);

  const showPage = (req: Request, res: Response, next: Next) => {
    res.header('Content-Security-Policy', policy);
    send(req, res, page, 'no-cache');
    next();
  };
  for (const path of ['/tab', '/tab/', '/tab/config']) server.get(path, showPage);

  server.get('/tab/assets/:name', (req: Request, res: Response, next: Next) => {
    const file = assets.get((req.params as { name: string }).name);
    // Their names carry a hash of what is in them.
    if (file) send(req, res, file, 'public, max-age=31536000, immutable');
    else res.json(404, { code: 'not-found', message: 'Dit bestand is er niet (meer).' });
    next();
  });
}

function readBuilt(dir: string, ...path: string[]): File {
  const name = join(dir, ...path);
  try {
    const body = readFileSync(name);
    return { type: types[extname(name)] ?? 'application/octet-stream', body, zipped: gzipSync(body) };
  } catch (cause) {
    throw new Error(`The tab is not built: ${name} is missing. Run \`npm run build\` first.`, { cause });
  }
}

function contentPolicy(dev: boolean): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    // Fluent makes its style rules in the page.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self'`,
    `font-src 'self'`,
    // teams-js fetches the newest list of hosts that may speak with the tab.
    `connect-src 'self' https://res.cdn.office.net`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors ${[...teamsHosts, ...(dev ? [`'self'`] : [])].join(' ')}`,
  ].join('; ');
}

function send(req: Request, res: Response, file: File, cacheControl: string): void {
  const zip = /\bgzip\b/.test(req.header('accept-encoding', ''));
  res.header('Content-Type', file.type);
  res.header('Cache-Control', cacheControl);
  res.header('Vary', 'Accept-Encoding');
  res.header('X-Content-Type-Options', 'nosniff');
  res.header('Referrer-Policy', 'no-referrer');
  if (zip) res.header('Content-Encoding', 'gzip');
  res.sendRaw(200, zip ? file.zipped : file.body);
}
