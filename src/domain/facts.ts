/** What a report says about a case beside its words. */
import type { Facts, Report } from './case.ts';
import type { School } from './school.ts';
import { pupilOf, teamOf } from './school.ts';

/** The facts of a report about a pupil of a group: whether it plays beyond the kernteam or the school (K4). */
export function factsOf(report: Report, group: string | undefined, school: School): Facts {
  const team = teamOf(school, group);
  const otherTeam = report.involved.some(({ who }) => {
    const other = 'pupil' in who ? teamOf(school, pupilOf(school, who.pupil)?.group) : undefined;
    return team !== undefined && other !== undefined && other !== team;
  });
  return { 'beyond-team': report.beyond === 'ja' || otherTeam };
}
