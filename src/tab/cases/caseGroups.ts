/** The lines of the list under headings: by what is urgent, or by who is in charge or the kernteam where one asks for it. */
import type { CaseLine } from '../../api/contract/cases.ts';
import { ASKS } from '../../api/contract/cases.ts';
import { leadKey } from '../../api/contract/filter.ts';

export interface CaseGroup {
  /** Absent where the list is in one piece. */
  title?: string;
  lines: CaseLine[];
}

/** How the list can be put together, as it stands in the address. */
const GROUPINGS = ['wie', 'kernteam'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const groupingIn = (query: URLSearchParams): Grouping | undefined =>
  GROUPINGS.find((g) => g === query.get('per'));

const urgent: Record<(typeof ASKS)[number], string> = {
  now: 'Hier moet jij nu iets doen',
  late: 'Te laat',
  soon: 'Binnen een week',
  later: 'Later, of wacht',
};

/** @param lines as they are sorted; `sorted`: somebody chose how, so what is urgent is no heading */
export function groupsOf(lines: CaseLine[], per: Grouping | undefined, sorted: boolean): CaseGroup[] {
  if (per === 'wie') return by(lines, ({ lead }) => [leadKey(lead), lead.name ?? lead.function]);
  if (per === 'kernteam')
    return by(lines, ({ team }) => [
      team ?? '\uffff',
      team === undefined ? 'Geen kernteam' : `Kernteam ${team}`,
    ]);
  if (sorted) return [{ lines }];
  return ASKS.map((asks) => ({
    title: urgent[asks],
    lines: lines.filter((line) => line.asks === asks),
  })).filter((group) => group.lines.length > 0);
}

function by(lines: CaseLine[], keyOf: (line: CaseLine) => [key: string, title: string]): CaseGroup[] {
  const groups = new Map<string, CaseGroup & { title: string }>();
  for (const line of lines) {
    const [key, title] = keyOf(line);
    const group = groups.get(key) ?? { title, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.title.localeCompare(b.title, 'nl'));
}
