/** The log over the whole school: who saw or changed a case, and who set something up. The confidential lane is another partition's (P3). */
import pLimit from 'p-limit';
import { can } from '../domain/access.ts';
import type { Event } from '../domain/case.ts';
import { SYSTEM } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { eventWords } from '../domain/eventWords.ts';
import { limits } from '../domain/limits.ts';
import { holds } from '../domain/school.ts';
import type { School } from '../domain/school.ts';
import { loadIfThere } from './load.ts';
import { findCase } from './lookup.ts';
import { mustConfigure } from './settings.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { Who, World } from './world.ts';

export type LogKind = 'seen' | 'changed' | 'set-up';
export interface LogLine {
  /** ISO instant. */
  at: string;
  by: string;
  kind: LogKind;
  what: string;
  case?: { id: string; number: string };
}
/** Days are YYYY-MM-DD, both included. */
export interface LogAsked {
  from: string;
  to: string;
  person?: string;
  kind?: LogKind;
  /** As somebody types it. */
  number?: string;
}

/** How many cases are read at once. */
const AT_ONCE = 8;

/**
 * What was logged in a period, newest first. Of cases, for the coordinator only: those that are open, and those that closed
 * since the period began; of any other one by its number. `cut`: there were more than one look reads.
 * @throws DomainError `forbidden` for whoever sets nothing up, `not-found` for a number of no case
 */
export async function readLog(
  world: World,
  who: Who,
  asked: LogAsked,
): Promise<{ lines: LogLine[]; cut: boolean }> {
  await mustConfigure(world, who);
  const school = await world.store.school(who.partition);
  const calendar = calendarOf(school, world.clock.now());
  const from = calendar.instant(asked.from, '00:00');
  const below = calendar.instant(calendar.addDays(asked.to, 1), '00:00');
  const { protocol } = releasedFor(world, school);
  const setUp =
    asked.number === undefined && (asked.kind ?? 'set-up') === 'set-up'
      ? await setUpLines(world, who, from)
      : [];
  const coordinates = holds(who.person, protocol.coordinator);
  const ofCases = coordinates && asked.kind !== 'set-up' ? await casesOf(world, who, asked, school) : [];
  const read = ofCases.slice(0, limits.logCases);
  const limit = pLimit(AT_ONCE);
  const lines = await Promise.all(read.map((id) => limit(() => caseLines(world, who, id, asked.kind))));
  return {
    lines: [...setUp, ...lines.flat()]
      .filter(({ at, by }) => from <= at && at < below && (asked.person ?? by) === by)
      .toSorted((a, b) => b.at.localeCompare(a.at)),
    cut: ofCases.length > read.length,
  };
}

const setUpLines = async (world: World, { partition }: Who, from: string): Promise<LogLine[]> =>
  (await world.store.logOf(partition, from)).map(({ at, by, what }) => ({ at, by, kind: 'set-up', what }));

/** The ids of the cases that had begun by the end of the period, the one opened last first. */
async function casesOf(
  world: World,
  who: Who,
  { number, from, to }: LogAsked,
  school: School,
): Promise<string[]> {
  if (number !== undefined) {
    const found = await findCase(world, who, number);
    if (!found) throw new DomainError('not-found', 'Er is geen zaak met dit nummer.', 'zaak');
    return [found];
  }
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  const { protocol } = releasedFor(world, school);
  const since = calendar.instant(from, '00:00');
  const below = calendar.instant(calendar.addDays(to, 1), '00:00');
  const thisYear = calendar.schoolYear(today);
  const first = Math.max(calendar.schoolYear(from), thisYear - limits.yearsBack);
  const years = Array.from({ length: Math.max(0, thisYear - first + 1) }, (_, i) => first + i);
  const [open, ...closed] = await Promise.all([
    world.store.openList(who.partition),
    ...years.map((year) => world.store.closedList(who.partition, year)),
  ]);
  return [...open, ...closed.flat().filter((row) => (row.closedAt ?? '') >= since)]
    .filter((row) => row.openedAt < below && can(who.person, 'view', protocol, school, row.access, today))
    .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))
    .map((row) => row.case);
}

/** Who looked at a case, and what people did in it: one line for each command. */
async function caseLines(world: World, { partition }: Who, id: string, kind?: LogKind): Promise<LogLine[]> {
  const loaded = await loadIfThere(world, partition, id);
  if (!loaded) return [];
  const about = { id, number: loaded.state.number };
  const reads = kind === 'changed' ? [] : await world.store.readsOf(partition, id);
  const seen = reads.map(({ at, person }) => ({
    at,
    by: person,
    kind: 'seen' as const,
    what: 'Bekeek de zaak.',
    case: about,
  }));
  if (kind === 'seen') return seen;
  const commands = new Map<string, Event[]>();
  for (const event of loaded.events) {
    const { person } = event.by;
    if (person === SYSTEM.person) continue;
    const key = `${event.at} ${person}`;
    commands.set(key, [...(commands.get(key) ?? []), event]);
  }
  const changed = [...commands.values()].map((events): LogLine => {
    const { at, by } = events[0]!;
    return { at, by: by.person, kind: 'changed', what: eventWords(events, loaded), case: about };
  });
  return [...seen, ...changed];
}
