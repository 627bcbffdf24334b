/** The figures of a school year in tables, with small counts hidden from whoever could guess a child by them (A7). */
import type { Figure, LaterReports } from './figures.ts';

/** A count under this can point to a child. */
export const SMALLEST = 5;

/** `few`: a small one, or one by which a small one could be reckoned; which is not told. */
export type Count = number | 'few';
export interface Row {
  label: string;
  count: Count;
}
/** The middle one and how many it is of; absent where there are too few. */
export interface Middle {
  median: number;
  of: number;
}

export interface FigureTables {
  reports: Count;
  cases: Count;
  /** Each month of the school year up to now, YYYY-MM. */
  months: { month: string; reports: Count; cases: Count }[];
  behaviours: Row[];
  places: Row[];
  groups: Row[];
  rounds: Row[];
  /** Days. */
  firstTalk?: Middle;
  close?: Middle;
  steps: { inTime: Count; late: Count };
  /** Median score at the start and at the end, of the cases that have both. */
  safety?: { start: number; end: number; of: number };
}

/** @param open whether the reader may see small counts: the coordinator and the functions above */
export function figureTables(
  all: readonly (Figure | LaterReports)[],
  {
    months,
    behaviours,
    open,
  }: { months: readonly string[]; behaviours: readonly { id: string; label: string }[]; open: boolean },
): FigureTables {
  const figures = all.filter((figure): figure is Figure => !('later' in figure));
  const hide = (rows: Row[]) => (open ? rows : hidden(rows));
  const count = (n: number): Count => (open || n === 0 || n >= SMALLEST ? n : 'few');
  const rowsOf = (labels: string[]) => ranked(hide(counted(labels)));
  const middle = (values: number[]) =>
    values.length > 0 && (open || values.length >= SMALLEST)
      ? { median: median(values), of: values.length }
      : undefined;
  const label = (id: string) => behaviours.find((b) => b.id === id)?.label ?? id;

  const told = all.flatMap((f) => f.months).filter((month) => months.includes(month));
  const perMonth = (counting: string[]) =>
    hide(months.map((month) => ({ label: month, count: counting.filter((m) => m === month).length })));
  const reports = perMonth(told);
  const cases = perMonth(figures.map((f) => f.months[0]!));
  const shown = reports.length > 0 && cases.length > 0 ? months : [];
  const both = figures.filter((f) => f.start !== undefined && f.end !== undefined);
  const start = middle(both.map((f) => f.start!));
  const end = middle(both.map((f) => f.end!));
  const steps = hide([
    { label: 'inTime', count: sum(figures.map((f) => f.inTime)) },
    { label: 'late', count: sum(figures.map((f) => f.late)) },
  ]);
  return {
    reports: count(told.length),
    cases: count(figures.length),
    months: shown.map((month, i) => ({ month, reports: reports[i]!.count, cases: cases[i]!.count })),
    behaviours: rowsOf(figures.flatMap((f) => f.behaviours.map(label))),
    places: rowsOf(figures.flatMap((f) => f.places)),
    groups: rowsOf(figures.flatMap((f) => f.group ?? [])),
    rounds: rowsOf(figures.map((f) => (f.rounds === 1 ? '1 ronde' : `${f.rounds} rondes`))),
    firstTalk: middle(figures.flatMap((f) => f.firstTalk ?? [])),
    close: middle(figures.flatMap((f) => f.closed ?? [])),
    // Two counts and no total: these are never left out.
    steps: { inTime: steps[0]!.count, late: steps[1]!.count },
    safety: start && end && { start: start.median, end: end.median, of: start.of },
  };
}

/** How often each label is there. */
function counted(labels: string[]): Row[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count }));
}

/**
 * Small counts hidden, so that none can be reckoned from the total and what is shown, also by whoever knows these rules.
 * Which are hidden depends on how many there are of each, never on where they stand: hidden ones that differ could each be
 * any of them. Where they are all the same, the next smallest are hidden beside them.
 */
function hidden(rows: Row[]): Row[] {
  const counts = rows.map(({ count }) => Number(count));
  const small = new Set(counts.filter((count) => count > 0 && count < SMALLEST));
  const larger = counts.filter((count) => count >= SMALLEST);
  const hide = new Set(small);
  if (small.size === 1 && larger.length > 0) hide.add(Math.min(...larger));
  // As many ones as make a total that is told: then not even where there are none, or that there are so many.
  else if (small.has(1) && small.size === 1 && sum(counts) >= SMALLEST - 1) {
    if (!counts.includes(0)) return [];
    hide.add(0);
  }
  return rows.map((row) => (hide.has(Number(row.count)) ? { ...row, count: 'few' } : row));
}

/** The most first; what is hidden last, by name: its place would tell how many it is. */
const ranked = (rows: Row[]): Row[] => {
  const rank = ({ count }: Row) => (count === 'few' ? 0 : count);
  return rows.toSorted(
    (a, b) => rank(b) - rank(a) || a.label.localeCompare(b.label, 'nl', { numeric: true }),
  );
};

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
