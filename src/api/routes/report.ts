/** A report from the tab (P1, P2, P4): its form, the pupils that one finds while typing, and sending it. */
import { readingOf } from '../../app/reads.ts';
import { submitReport } from '../../app/reports.ts';
import { Report } from '../../domain/case.ts';
import { pointsToDanger } from '../../domain/danger.ts';
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import { findPupils } from '../../domain/nearest.ts';
import type { Protocol } from '../../domain/protocol.ts';
import { missing, parts, sources, threes, unsure } from '../../domain/reportForm.ts';
import type { School } from '../../domain/school.ts';
import { pages, toCall, whenRead } from '../../domain/urgent.ts';
import { paths } from '../contract/paths.ts';
import type { PupilsFound, ReportAnswer, ReportForm } from '../contract/report.ts';
import { ReportBody } from '../contract/report.ts';
import type { Api, Ask, Sent } from '../http.ts';

export function addReport(api: Api): void {
  api.get(paths.report, form);
  api.get(paths.pupils, pupils);
  api.post(paths.report, ReportBody, send);
}

async function form({ world, who }: Ask): Promise<ReportForm> {
  const { school, protocol, calendar } = await readingOf(world, who);
  const { definition, signals, behaviours } = protocol.report;
  const { story, text, line, targets, involved } = limits;
  return {
    ...{ definition, signals, behaviours, sources, unsure, parts, threes: [...threes] },
    limits: { story, text, line, targets, involved },
    urgent: {
      call: toCall(school),
      whenRead: whenRead(school, calendar, world.clock.now()),
      pages: Object.entries(pages).map(([id, page]) => ({ id, ...page })),
      danger: pages.zelfdoding.call,
    },
  };
}

async function pupils({ world, who, query }: Ask): Promise<PupilsFound> {
  const typed = (query.get('q') ?? '').slice(0, limits.line);
  return { pupils: findPupils(who.person, await world.store.school(who.partition), typed) };
}

/** Takes the report in; words that point to danger to life first show whom to call now, once. */
async function send({ world, who, body, form }: Sent<ReportBody>): Promise<ReportAnswer> {
  const { school, protocol } = await readingOf(world, who);
  const { warned, ...typed } = body;
  const report = readReport(typed, school, protocol);
  if (!warned && pointsToDanger(`${report.story} ${report.doneSoFar ?? ''}`)) return { danger: true };
  return submitReport(world, who, report, form);
}

/** @throws DomainError `invalid` with a message for the reporter, and the field that it is about */
function readReport(typed: Omit<ReportBody, 'warned'>, school: School, protocol: Protocol): Report {
  const parsed = Report.safeParse(typed);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    const field = String(path[0]);
    throw new DomainError('invalid', missing[field] ?? message, field);
  }
  const report = parsed.data;
  const unknown = (who: Report['about'][number]) =>
    'pupil' in who && !school.pupils.some((pupil) => pupil.id === who.pupil);
  const wrong = (message: string, field: string) => new DomainError('invalid', message, field);
  const notThere = 'Kies een leerling uit de lijst, of typ de naam.';
  if (report.about.some(unknown)) throw wrong(notThere, 'about');
  if (report.involved.some(({ who }) => unknown(who))) throw wrong(notThere, 'involved');
  const known = protocol.report.behaviours.map(({ id }) => id);
  if (!report.behaviours.every((id) => known.includes(id)))
    throw wrong('Kies uit de lijst wat er gebeurde.', 'behaviours');
  return report;
}
