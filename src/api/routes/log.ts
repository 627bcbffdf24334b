/** The log, what did not arrive, and what the watchdog found. */
import { readLog } from '../../app/log.ts';
import type { LogKind } from '../../app/log.ts';
import { listCases, listUndelivered } from '../../app/reads.ts';
import { mustConfigure } from '../../app/settings.ts';
import { sendAgain } from '../../app/undelivered.ts';
import { lateJobs, lookedBy } from '../../app/watchdog.ts';
import { calendarOf } from '../../app/world.ts';
import { isDate } from '../../domain/calendar.ts';
import { limits } from '../../domain/limits.ts';
import { personOf } from '../../domain/school.ts';
import type { Problem } from '../../domain/watchdog.ts';
import type { Again, Health, LogPage } from '../contract/log.ts';
import { AgainBody, logKinds } from '../contract/log.ts';
import { paths } from '../contract/paths.ts';
import type { Api, Ask, Sent } from '../http.ts';
import { undeliveredOf } from '../views.ts';

/** Days of the log that are shown when nobody asks for others, and the most that are. */
const USUAL_DAYS = 30;
const MOST_DAYS = 400;

export function addLog(api: Api): void {
  api.get(paths.log, log);
  api.get(paths.health, health);
  api.post(paths.again, AgainBody, again);
}

const kinds: Record<(typeof logKinds)[number], LogKind> = {
  gezien: 'seen',
  veranderd: 'changed',
  ingesteld: 'set-up',
};
const wordOf = (kind: LogKind) => logKinds.find((word) => kinds[word] === kind)!;

async function log({ world, who, query }: Ask): Promise<LogPage> {
  const school = await world.store.school(who.partition);
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const day = (name: string) => {
    const asked = query.get(name) ?? '';
    return isDate(asked) ? asked : undefined;
  };
  const to = day('tot') ?? calendar.dateOf(now);
  const earliest = calendar.addDays(to, -MOST_DAYS);
  const number = query.get('zaak')?.trim() || undefined;
  // Who asks for one case wants to see all of it.
  const asked = day('van') ?? calendar.addDays(to, number === undefined ? -USUAL_DAYS : -MOST_DAYS);
  const from = asked > to ? to : asked < earliest ? earliest : asked;
  const kind = logKinds.find((word) => word === query.get('soort'));
  const { lines, cut } = await readLog(world, who, {
    from,
    to,
    person: query.get('wie') || undefined,
    kind: kind && kinds[kind],
    number,
  });
  const pages = Math.max(1, Math.ceil(lines.length / limits.reported));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('blad'))) || 1));
  return {
    lines: lines.slice((page - 1) * limits.reported, page * limits.reported).map((line) => ({
      at: line.at,
      who: personOf(school, line.by)?.name ?? 'een oud-collega',
      kind: wordOf(line.kind),
      what: line.what,
      case: line.case,
    })),
    total: lines.length,
    page,
    pages,
    from,
    to,
    cut,
    persons: school.persons
      .map(({ id, name }) => ({ id, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'nl')),
  };
}

const problemWords: Record<Problem, string> = {
  'no-date': 'Geen stap heeft een datum, en de zaak wacht ook nergens op.',
  'no-wake': 'Meldpunt zou niet meer vanzelf naar deze zaak kijken. Dat is meteen hersteld.',
  nobody: 'Niemand is aan zet.',
  left: 'Wie aan zet is, werkt hier niet meer.',
  'no-chat': 'Wie aan zet is, heeft Meldpunt nog niet geopend in Teams en krijgt dus geen berichten.',
  away: 'Wie aan zet is, is afwezig en niemand neemt waar.',
  unreadable: 'Meldpunt kan deze zaak niet lezen. Vraag hulp aan wie Meldpunt beheert.',
};

/** Of cases nothing is told, not even how many there are, to whoever may not see them (A4, P13). */
async function health({ world, who }: Ask): Promise<Health> {
  await mustConfigure(world, who);
  const { partition } = who;
  const now = world.clock.now();
  const [dead, rows, watch, school, late] = await Promise.all([
    listUndelivered(world, who),
    listCases(world, who),
    world.store.watch(partition),
    world.store.school(partition),
    lateJobs(world, partition),
  ]);
  const [first] = late;
  const mine = new Set(rows.map((row) => row.case));
  return {
    undelivered: dead.map((job) => ({ id: job.id, ...undeliveredOf(job, rows, school) })),
    late: first && { count: late.length, since: first.since },
    watch: watch && {
      missed: watch.date < lookedBy(calendarOf(school, now), now),
      at: watch.at,
      cases: rows.filter((row) => row.openedAt <= watch.at).length,
      wrong: watch.wrong
        .filter((found) => mine.has(found.case))
        .sort((a, b) => a.number.localeCompare(b.number))
        .map((found) => ({ ...found, problems: found.problems.map((problem) => problemWords[problem]) })),
    },
  };
}

async function again({ world, who, body, form }: Sent<typeof AgainBody._output>): Promise<Again> {
  await sendAgain(world, who, body.id, form);
  return {};
}
