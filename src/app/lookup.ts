/** Finding a case by its number, and what became of one's own reports. */
import { can } from '../domain/access.ts';
import type { CaseState, StepState } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import { load } from './load.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { Who, World } from './world.ts';

/** The number of a case as people type it: whole, or only what stands behind the year, for this school year. */
function readNumber(typed: string, thisYear: number): { year: number; number: string } | undefined {
  const [, year = String(thisYear), digits] = /^(?:(\d{4})[-\s]+)?(\d{1,6})$/.exec(typed.trim()) ?? [];
  return digits === undefined
    ? undefined
    : { year: Number(year), number: `${year}-${digits.padStart(4, '0')}` };
}

/**
 * The id of the case with this number, or of which a linked report has it (P6), open or closed; undefined when there is
 * none or this person may not see it. What is read depends on what was typed only, so that neither the answer nor its
 * time tells that a case exists (A4, P3).
 * @throws DomainError `invalid` for what is no number of a case
 */
export async function findCase(world: World, who: Who, typed: string): Promise<string | undefined> {
  const school = await world.store.school(who.partition);
  const { protocol } = releasedFor(world, school);
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  const thisYear = calendar.schoolYear(today);
  const asked = readNumber(typed, thisYear);
  if (!asked) throw new DomainError('invalid', 'Dat is geen nummer van een zaak.');
  // A case is filed under the year in which it closed, and that may be any since it was opened.
  const first = Math.max(asked.year, thisYear - limits.yearsBack);
  const years = Array.from({ length: Math.max(0, thisYear - first + 1) }, (_, i) => first + i);
  const lists = await Promise.all([
    world.store.openList(who.partition),
    ...years.map((year) => world.store.closedList(who.partition, year)),
  ]);
  return lists
    .flat()
    .find(
      (row) =>
        (row.number === asked.number || row.linked?.includes(asked.number)) &&
        can(who.person, 'view', protocol, school, row.access, today),
    )?.case;
}

/** What a reporter may know of a report: that it landed, was taken up, is closed; no details (P12). */
export interface OwnReport {
  number: string;
  /** ISO instant. */
  at: string;
  became: 'waiting' | 'taken-up' | 'closed';
}

/** The reports that this person made, newest first, each by its own number whatever case it is in (P6). */
export async function reportsOf(world: World, who: Who): Promise<OwnReport[]> {
  const rows = await world.store.mineOf(who.partition, who.person.id);
  const own = rows.filter((row) => row.roles.includes('reporter'));
  const cases = await Promise.all(own.map((row) => load(world, who.partition, row.case)));
  return cases
    .flatMap(({ state, protocol }) =>
      state.reports
        .filter((report) => report.by.person === who.person.id)
        .map(({ number, at }) => ({ number, at, became: becameOf(number, state, protocol) })),
    )
    .sort((a, b) => b.at.localeCompare(a.at));
}

/** As the reporter heard it (react.ts). */
function becameOf(number: string, state: CaseState, protocol: Protocol): OwnReport['became'] {
  if (state.status === 'closed') return 'closed';
  const ended = answersTo(number, state, protocol).some(
    (step) => step.status !== 'open' || step.reopenedAt !== undefined,
  );
  return ended ? 'taken-up' : 'waiting';
}

/** The steps in which a report is taken up: the first report with the first step, a later one with the step it opened. */
export function answersTo(number: string, { reports, steps }: CaseState, protocol: Protocol): StepState[] {
  const [first] = protocol.steps;
  const isFirst = reports[0]?.number === number;
  return Object.values(steps).filter((step) => {
    const def = protocol.steps.find((s) => s.id === step.step);
    return isFirst ? def === first : def?.opens === 'second-report' && step.key.endsWith(`.${number}`);
  });
}
