/** The dagopening (K1, P20): planned on every school day for each kernteam with a channel, posted, and closed when it is over. */
import type { Work } from '../domain/messages.ts';
import { limits } from '../domain/limits.ts';
import type { School } from '../domain/school.ts';
import { holds } from '../domain/school.ts';
import { alertsOf } from './alerts.ts';
import { withIds } from './commit.ts';
import { isConfidential } from './confidential.ts';
import type { Commit } from './ports/commit.ts';
import type { Briefing, Messenger } from './ports/messenger.ts';
import type { Job, NewJob, Partition } from './ports/rows.ts';
import { SendFailure } from './ports/messenger.ts';
import { tidy } from './tidy.ts';
import { inTime, later } from './times.ts';
import type { World } from './world.ts';
import { calendarOf, releasedFor } from './world.ts';

/** How long before it begins a dagopening is planned: until then the school can still choose another time or channel. */
const AHEAD = 15 * 60_000;
/** When a card closes that was asked for after the dagopening. */
const DAY_ENDS = '23:59';
/** How often the planner looks; between looks it asks nothing of the store. */
const LOOK_EVERY = 5 * 60_000;

/** When a school's dagopening begins and ends on a date; undefined on a day without school. */
function timesOf(school: School, date: string, now: string): { opens: string; closes: string } | undefined {
  const calendar = calendarOf(school, now);
  if (!calendar.isSchoolDay(date)) return undefined;
  const opens = calendar.instant(date, school.settings.briefingAt);
  return { opens, closes: later(opens, limits.briefingMinutes * 60_000) };
}

/**
 * Plans today's dagopening of a school, and has done what is done once a day, each time that somebody drains its queue.
 * Several services may plan at once, and each again after a restart: they collide at the slot.
 */
export function makePlanner(world: World): (partition: Partition) => Promise<void> {
  const lookAgain = new Map<Partition, string>();
  const planned = new Map<Partition, { date: string; teams: Set<string> }>();

  return async (partition) => {
    const now = world.clock.now();
    if ((lookAgain.get(partition) ?? '') > now) return;
    const school = await world.store.school(partition);
    const date = calendarOf(school, now).dateOf(now);
    const known = planned.get(partition);
    const today = known?.date === date ? known : { date, teams: new Set<string>() };
    planned.set(partition, today);
    // A confidential partition has a school, and no channels of its own.
    const times = isConfidential(partition) ? undefined : timesOf(school, date, now);
    if (times && now >= later(times.opens, -AHEAD) && now < times.closes) {
      for (const team of Object.keys(school.settings.teamChannels)) {
        if (today.teams.has(team)) continue;
        // Refused when another service was first, which is as good.
        await world.store.commit(partition, {
          slot: { date, kind: 'briefing', where: team },
          jobs: withIds(world, planOf(date, team, times)),
        });
        today.teams.add(team);
      }
    }
    lookAgain.set(partition, later(now, LOOK_EVERY));
    if (known?.date !== date) await tidy(world, partition, date, calendarOf(school, now));
  };
}

const laneOf = (date: string, team: string) => `briefing>${date}>${team}`;

function planOf(date: string, team: string, times: { opens: string; closes: string }): Omit<NewJob, 'id'>[] {
  const lane = laneOf(date, team);
  return [
    { lane, seq: '1', runAt: times.opens, work: { kind: 'briefing', phase: 'open', date, team } },
    { lane, seq: '2', runAt: times.closes, work: { kind: 'briefing', phase: 'close', date, team } },
  ];
}

/**
 * Plans the card of today that somebody asked for in the kernteam's channel, and its end: that of the day, once the
 * dagopening itself is over. What is asked twice at once is posted once: it is one lane.
 * @returns false where one stands there already
 */
export async function askBriefing(
  world: World,
  partition: Partition,
  school: School,
  team: string,
): Promise<boolean> {
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const date = calendar.dateOf(now);
  if (await world.store.briefing(partition, date, team)) return false;
  const times = timesOf(school, date, now);
  const ends = times && now < times.closes ? times.closes : calendar.instant(date, DAY_ENDS);
  const lane = laneOf(date, team);
  const work = { kind: 'briefing', date, team } as const;
  // In front of what is planned for later today in the same lane.
  const jobs = withIds(world, [
    { lane, seq: '0', runAt: now, work: { ...work, phase: 'open', asked: true } },
    { lane, seq: '3', runAt: ends, work: { ...work, phase: 'close' } },
  ]);
  await world.store.commit(partition, { jobs });
  return true;
}

type BriefingWork = Extract<Work, { kind: 'briefing' }>;

/** Posts or closes a card. What is over is not posted any more: nobody reads at noon what was for the morning. */
export async function runBriefing(
  world: World,
  messenger: Messenger,
  partition: Partition,
  job: Job,
  work: BriefingWork,
  until: string,
): Promise<void> {
  const now = world.clock.now();
  const { date, team } = work;
  const school = await world.store.school(partition);
  const times = timesOf(school, date, now);
  const begins = work.asked ? undefined : work.phase === 'open' ? times?.opens : times?.closes;
  // The school chose a later time after it was planned.
  if (begins !== undefined && now < begins) {
    await world.store.commit(partition, { again: { job, runAt: begins } });
    return;
  }
  const posted = await world.store.briefing(partition, date, team);
  const channel = school.settings.teamChannels[team];
  const briefing = await briefingOf(world, partition, school, team, date);
  /** After its end another card can be asked for. */
  const ended = () =>
    world.store.commit(partition, {
      done: job,
      briefing: posted && work.phase === 'close' ? { date, team } : undefined,
    });
  try {
    if (work.phase === 'close') {
      const signals = await world.store.seenCount(partition, date, notesOf(team));
      inTime(world, until);
      if (posted) await messenger.closeBriefing(posted, briefing, signals);
    } else if (channel && !posted && (work.asked || (times && now < times.closes))) {
      inTime(world, until);
      const card = await messenger.postBriefing(channel, briefing);
      await world.store.commit(partition, { done: job, briefing: { date, team, posted: card } });
      return;
    }
    await ended();
  } catch (error) {
    if (!(error instanceof SendFailure) || error.reason === 'busy') throw error;
    // A card that somebody removed need not be closed.
    if (work.phase === 'close') await ended();
    else await world.store.commit(partition, refused(world, school, job, work, error.message));
  }
}

/** What the card of a kernteam says on a date. */
export async function briefingOf(
  world: World,
  partition: Partition,
  school: School,
  team: string,
  date: string,
): Promise<Briefing> {
  const alerts = await alertsOf(world, partition, school, team, date);
  return { school, team, date, now: world.clock.now(), alerts };
}

/** What the nonces of a kernteam's notes begin with; no id of a team or a person holds the mark between. */
export const notesOf = (team: string): string => `briefing!${team}!`;

/** The coordinators hear why nothing was posted; it is kept as well, for nobody may have been told. */
function refused(
  world: World,
  school: School,
  job: Job,
  { date, team }: BriefingWork,
  because: string,
): Commit {
  const now = world.clock.now();
  const { coordinator } = releasedFor(world, school).protocol;
  const jobs = school.persons
    .filter((person) => holds(person, coordinator))
    .map(({ id }) => ({
      lane: `briefing-refused>${date}>${team}>${id}`,
      seq: '1',
      runAt: now,
      work: { kind: 'briefing-refused' as const, to: id, team, because },
    }));
  return { bury: { job, reason: because, at: now }, jobs: withIds(world, jobs) };
}
