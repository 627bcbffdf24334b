/** A page that plays Teams around the tab, for development and tests. Never loaded in production. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Next, Request, Response, Server } from 'restify';

export interface HostPeople {
  /** Who can be chosen at the top of the page. */
  people: () => Promise<{ id: string; name: string; functions: string[] }[]>;
  /** A token that the API takes for that person. */
  token: (personId: string) => Promise<string>;
}

/** From the working directory: the same for the sources and for what is compiled from them. */
const read = (name: string) => readFileSync(resolve('src/dev/host', name));

/** Adds `GET /dev`, `/dev/people` and `/dev/token?as=`. */
export function addHostRoutes(server: Server, { people, token }: HostPeople): void {
  const file = (path: string, name: string, type: string) =>
    server.get(path, (_req: Request, res: Response, next: Next) => {
      res.header('Content-Type', `${type}; charset=utf-8`);
      res.header('Cache-Control', 'no-store');
      res.sendRaw(200, read(name));
      next();
    });
  file('/dev', 'index.html', 'text/html');
  file('/dev/host.js', 'host.js', 'text/javascript');
  file('/dev/host.css', 'host.css', 'text/css');

  server.get('/dev/people', async (_req: Request, res: Response) => {
    res.json(200, await people());
  });

  server.get('/dev/token', async (req: Request, res: Response) => {
    res.header('Cache-Control', 'no-store');
    const id = new URLSearchParams(req.getQuery()).get('as');
    const person = (await people()).find((p) => p.id === id);
    if (person) res.json(200, { token: await token(person.id) });
    else res.json(404, { code: 'not-found', message: 'Deze persoon is er niet.' });
  });
}
