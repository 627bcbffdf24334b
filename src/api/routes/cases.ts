/** The lists of cases, and one case. */
import { listCases, listUndelivered, noteRead } from '../../app/reads.ts';
import { loadFor } from '../../app/steps.ts';
import { calendarOf, releasedFor } from '../../app/world.ts';
import type { CaseView } from '../contract/case.ts';
import type { CaseList } from '../contract/cases.ts';
import { paths } from '../contract/paths.ts';
import type { Api, Ask } from '../http.ts';
import { etagOf } from '../http.ts';
import { lineOf, undeliveredOf, viewOf } from '../views.ts';

export function addCases(api: Api): void {
  api.get(paths.cases, openCases);
  api.get('/api/cases/:id', oneCase);
}

async function openCases({ world, who }: Ask): Promise<CaseList> {
  const [rows, dead, school] = await Promise.all([
    listCases(world, who),
    listUndelivered(world, who),
    world.store.school(who.partition),
  ]);
  const { protocol } = releasedFor(world, school);
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  return {
    today,
    cases: rows.map((row) => lineOf(row, { protocol, school, calendar, today })),
    undelivered: dead.map((job) => undeliveredOf(job, rows, school)),
  };
}

/** Noted as a look at the case, unless the page that asks has it already. */
async function oneCase({ world, who, params, ifNoneMatch }: Ask): Promise<CaseView> {
  const loaded = await loadFor(world, who, params['id']!);
  const view = viewOf(loaded, loaded.today);
  if (etagOf(view) !== ifNoneMatch) await noteRead(world, who, loaded.state.id);
  return view;
}
