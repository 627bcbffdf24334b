/** What the yearly figures need of a case: nothing that points to a person (A7). */
import type { Calendar } from './calendar.ts';
import type { CaseState, StepState } from './case.ts';
import { conformanceOf } from './conformance.ts';
import { placeOf } from './places.ts';
import type { Protocol } from './protocol.ts';

/** One case in the figures of the school year in which it began. */
export interface Figure {
  /** YYYY-MM of each report of that year, that which opened the case first. */
  months: string[];
  group?: string;
  behaviours: string[];
  places: string[];
  /** Days from the report to the first talk in which the pupil said how safe it is. */
  firstTalk?: number;
  /** Days from the report to its closing; absent while it is open. */
  closed?: number;
  rounds: number;
  /** Steps that were done in time, and late. */
  inTime: number;
  late: number;
  /** How safe the pupil felt, 0 to 10: the first time, and the last time of a case that closed (P9). */
  start?: number;
  end?: number;
}

/** Reports of a case that began in an earlier school year: in theirs they count as reports only. */
export interface LaterReports {
  later: true;
  /** YYYY-MM of each. */
  months: string[];
}

/** What one case adds to the figures, by the school year: that in which it began, and each other one with a report. */
export function figuresOf(
  state: CaseState,
  protocol: Protocol,
  calendar: Calendar,
): { schoolYear: number; figure: Figure | LaterReports }[] {
  const figure = figureOf(state, protocol, calendar);
  const yearOf = (month: string) => calendar.schoolYear(`${month}-01`);
  const years = [...new Set(figure.months.map(yearOf))];
  return years.map((schoolYear, i) => {
    const months = figure.months.filter((month) => yearOf(month) === schoolYear);
    return { schoolYear, figure: i === 0 ? { ...figure, months } : { later: true, months } };
  });
}

function figureOf(state: CaseState, protocol: Protocol, calendar: Calendar): Figure {
  const opened = calendar.dateOf(state.openedAt);
  const after = (date: string) => Math.round((Date.parse(date) - Date.parse(opened)) / 86_400_000);
  const talks = scored(state, protocol, calendar);
  const done = conformanceOf(state, opened, calendar).filter(
    ({ key }) => state.steps[key]?.status === 'done',
  );
  const told = state.reports.map(({ report }) => report);
  const closed = state.closedAt === undefined ? undefined : after(calendar.dateOf(state.closedAt));
  return {
    months: state.reports.map(({ at }) => calendar.dateOf(at).slice(0, 7)),
    group: state.group,
    behaviours: [...new Set(told.flatMap((r) => r.behaviours))],
    places: [...new Set(told.flatMap((r) => placeOf(r.where) ?? []))],
    firstTalk: talks[0] && after(talks[0].on),
    closed,
    rounds: state.round,
    inTime: done.filter((step) => step.became === 'in-time').length,
    late: done.filter((step) => step.became === 'late').length,
    start: talks[0]?.score,
    end: closed === undefined ? undefined : talks.at(-1)?.score,
  };
}

/** How safe the pupil felt, each time that it was asked and answered, oldest first. */
function scored(state: CaseState, protocol: Protocol, calendar: Calendar): { on: string; score: number }[] {
  const scoreOf = ({ step, answers }: StepState) => {
    const asked = protocol.steps.find((s) => s.id === step)?.questions.find((q) => q.type === 'score');
    const score = asked && answers?.[asked.id];
    return typeof score === 'number' ? score : undefined;
  };
  return Object.values(state.steps)
    .filter((step) => step.status === 'done')
    .flatMap((step) => {
      const score = scoreOf(step);
      return score === undefined ? [] : [{ on: step.on ?? calendar.dateOf(step.endedAt!), score }];
    })
    .sort((a, b) => a.on.localeCompare(b.on));
}
