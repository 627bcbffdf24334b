/** Every route of the tab's API, one file an area. */
import type { Server } from 'restify';
import type { ApiDeps } from './http.ts';
import { makeApi } from './http.ts';
import { addCases } from './routes/cases.ts';
import { addMe } from './routes/me.ts';

export function addApi(server: Server, deps: ApiDeps): void {
  const api = makeApi(server, deps);
  addMe(api);
  addCases(api);
}
