/** Every route of the tab's API, one file an area. */
import type { Server } from 'restify';
import type { ApiDeps } from './http.ts';
import { makeApi } from './http.ts';
import { addActs } from './routes/acts.ts';
import { addCase } from './routes/case.ts';
import { addCases } from './routes/cases.ts';
import { addLog } from './routes/log.ts';
import { addMe } from './routes/me.ts';
import { addProtocol } from './routes/protocol.ts';
import { addReport } from './routes/report.ts';
import { addSchool } from './routes/school.ts';
import { addSteps } from './routes/steps.ts';
import { addTasks } from './routes/tasks.ts';
import { addYear } from './routes/year.ts';

export function addApi(server: Server, deps: ApiDeps): void {
  const api = makeApi(server, deps);
  addMe(api);
  addCases(api);
  addTasks(api);
  addReport(api);
  addCase(api);
  addSteps(api);
  addActs(api);
  addSchool(api);
  addLog(api);
  addProtocol(api);
  addYear(api);
}
