/** Which of the open cases a list shows, and in which order: the same in the tab as in the file that one exports. */
import type { CaseLine } from './cases.ts';
import { ASKS } from './cases.ts';
import { hasWords } from './words.ts';

/** By what the list can be sorted, as it stands in the address. */
const SORTS = ['nummer', 'groep', 'stap', 'wie', 'datum', 'ronde'] as const;
export type Sort = (typeof SORTS)[number];

/** What stands in the address: all of it may be left out. */
export interface CaseFilter {
  late: boolean;
  mine: boolean;
  group: string;
  team: string;
  /** The id of who is in charge, or the name of a function that nobody holds. */
  lead: string;
  step: string;
  search: string;
  /** Absent: by what is most urgent. */
  sort?: { by: Sort; down: boolean };
}

export function readFilter(query: URLSearchParams): CaseFilter {
  const asked = query.get('sorteer') ?? '';
  const by = SORTS.find((sort) => sort === asked.replace(/^-/, ''));
  const value = (name: string) => query.get(name) ?? '';
  return {
    late: query.has('laat'),
    mine: query.has('mij'),
    group: value('groep'),
    team: value('kernteam'),
    lead: value('wie'),
    step: value('stap'),
    search: value('zoek'),
    sort: by && { by, down: asked.startsWith('-') },
  };
}

export const leadKey = (lead: CaseLine['lead']): string => lead.person ?? lead.function;

function fits(line: CaseLine, filter: CaseFilter): boolean {
  const { lead, step = '', group = '', team = '', initials = '' } = line;
  const is = (wanted: string, value: string) => wanted === '' || wanted === value;
  const text = [line.number, group, step, lead.name ?? '', lead.function, initials].join(' ');
  return (
    (!filter.late || line.late) &&
    (!filter.mine || line.mine) &&
    is(filter.group, group) &&
    is(filter.team, team) &&
    is(filter.lead, leadKey(lead)) &&
    is(filter.step, step) &&
    hasWords(text, filter.search)
  );
}

/** The lines that fit, in the order that was asked. */
export const listed = (lines: readonly CaseLine[], filter: CaseFilter): CaseLine[] =>
  lines.filter((line) => fits(line, filter)).sort(orderOf(filter.sort));

type Order = (a: CaseLine, b: CaseLine) => number;

const compare = (a: string, b: string) => a.localeCompare(b, 'nl', { numeric: true });
const byNumber: Order = (a, b) => compare(a.number, b.number);
const byDate: Order = (a, b) => compare(a.due?.by ?? '9999', b.due?.by ?? '9999');
const byText =
  (text: (line: CaseLine) => string | undefined): Order =>
  (a, b) =>
    // What has none comes last.
    compare(text(a) ?? '\uffff', text(b) ?? '\uffff');

const orders: Record<Sort, Order> = {
  nummer: byNumber,
  groep: byText((line) => line.group),
  stap: byText((line) => line.step),
  wie: byText(({ lead }) => lead.name ?? lead.function),
  datum: byDate,
  ronde: (a, b) => a.round - b.round,
};

/** What needs me now on top, then what is late, then by date; a case without a date comes last (A4). */
const byUrgency: Order = (a, b) => ASKS.indexOf(a.asks) - ASKS.indexOf(b.asks) || byDate(a, b);

function orderOf(sort: CaseFilter['sort']): Order {
  const order = sort ? orders[sort.by] : byUrgency;
  return (a, b) => (sort?.down ? -order(a, b) : order(a, b)) || byNumber(a, b);
}
