/** The gallery: a page that draws every card with Microsoft's own renderer. For people to look at, and for tests. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { hostConfig, themes } from './hostConfig.ts';
import { samples } from './samples.ts';

/** From the working directory: the same for the sources and for what is compiled from them. */
const own = (name: string) => resolve('src/dev/gallery', name);
const ofPackage = (...path: string[]) => join(resolve('node_modules'), ...path);

const files: Record<string, [path: string, type: string]> = {
  '/': [own('gallery.html'), 'text/html'],
  '/gallery.css': [own('gallery.css'), 'text/css'],
  '/gallery.js': [own('gallery.js'), 'text/javascript'],
  '/adaptivecards.js': [ofPackage('adaptivecards', 'dist', 'adaptivecards.min.js'), 'text/javascript'],
  '/markdown-it.js': [ofPackage('markdown-it', 'dist', 'markdown-it.js'), 'text/javascript'],
};

/** Listens on this machine only. @param port 0 for any that is free */
export async function startGallery(port: number): Promise<{ url: string; stop(): Promise<void> }> {
  const hostConfigs = Object.fromEntries(themes.map((theme) => [theme, hostConfig(theme)]));
  const data = JSON.stringify({ samples: samples(), hostConfigs });
  const server = createServer((req, res) => {
    const path = new URL(req.url ?? '/', 'http://127.0.0.1').pathname;
    const file = files[path];
    const [body, type] =
      path === '/samples.json' ? [data, 'application/json'] : file ? [readFileSync(file[0]), file[1]] : [];
    res.writeHead(type ? 200 : 404, { 'content-type': `${type ?? 'text/plain'}; charset=utf-8` });
    res.end(body);
  });
  await new Promise<void>((ready, fail) => server.once('error', fail).listen(port, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((done) => server.close(() => done()).closeAllConnections()),
  };
}
