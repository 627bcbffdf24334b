/** The lists of cases, and the open ones as a file. */
import { listCases, listClosed, listUndelivered, readingOf, schoolYears } from '../../app/reads.ts';
import type { CaseList, ClosedList } from '../contract/cases.ts';
import { listed, readFilter } from '../contract/filter.ts';
import { paths } from '../contract/paths.ts';
import type { Api, Ask } from '../http.ts';
import { Download } from '../http.ts';
import { sheetOf } from '../sheet.ts';
import { closedLineOf, lineOf, undeliveredOf } from '../views.ts';

export function addCases(api: Api): void {
  api.get(paths.cases, openCases);
  api.get(paths.casesFile, openCasesFile);
  api.get(paths.closed, closedCases);
}

async function openCases({ world, who }: Ask): Promise<CaseList> {
  const [rows, dead, reading] = await Promise.all([
    listCases(world, who),
    listUndelivered(world, who),
    readingOf(world, who),
  ]);
  return {
    today: reading.today,
    cases: rows.map((row) => lineOf(row, who.person, reading)),
    undelivered: dead.map((job) => undeliveredOf(job, rows, reading.school)),
  };
}

async function openCasesFile({ world, who, query }: Ask): Promise<Download> {
  const [rows, reading] = await Promise.all([listCases(world, who), readingOf(world, who)]);
  const lines = rows.map((row) => lineOf(row, who.person, reading));
  const bytes = await sheetOf(listed(lines, readFilter(query)));
  return new Download(`open-zaken-${reading.today}.xlsx`, XLSX, bytes);
}
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** On one page of a long list. */
const PAGE = 50;

/** A page of the cases that closed in one school year; what no page of ours asks is the first of this year. */
async function closedCases({ world, who, query }: Ask): Promise<ClosedList> {
  const [years, reading] = await Promise.all([schoolYears(world, who), readingOf(world, who)]);
  const year = years.find((y) => y === Number(query.get('jaar'))) ?? years[0]!;
  const from = Math.max(0, Math.trunc(Number(query.get('vanaf'))) || 0);
  const rows = await listClosed(world, who, year);
  return {
    years,
    year,
    total: rows.length,
    from,
    cases: rows.slice(from, from + PAGE).map((row) => closedLineOf(row, reading)),
    next: from + PAGE < rows.length ? from + PAGE : undefined,
  };
}
