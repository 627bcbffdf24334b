/** Drains the queue of each school: one worker at a time per school, one job at a time per lane. */
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { Messenger } from './ports/messenger.ts';
import type { Job, Partition } from './ports/rows.ts';
import { SendFailure } from './ports/messenger.ts';
import { makePlanner } from './briefing.ts';
import { confidentialPartition, schoolPartition } from './confidential.ts';
import { runJob } from './jobs.ts';
import { later, tooLate } from './times.ts';
import { makeWatchdog } from './watchdog.ts';
import type { World } from './world.ts';

export interface WorkerOptions {
  pollMs: number;
  /** How long a job and the right to drain are held; a send must end within half of it. */
  leaseMs: number;
  /** Lanes that run side by side. */
  lanes: number;
}
export interface WorkerLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
export interface Worker {
  start(): void;
  /** Looks at a school's queue now: after a commit nobody waits for the poll. */
  nudge(partition: Partition): void;
  /** The same, and waits until nothing that is due can run any more. */
  drained(partition: Partition): Promise<void>;
  /** Claims no more and waits for what is running; not for an answer that Teams keeps owing. */
  stop(): Promise<void>;
}

const BACKOFF_FIRST = 2_000;
const BACKOFF_MOST = 10 * 60_000;
/** Jobs that wait for another try lie at most this far ahead; seeing them is what keeps their lanes blocked. */
const LOOKAHEAD = BACKOFF_MOST + 5 * 60_000;
/** A job gives up after a day, not after a number of tries: a night's outage costs no message. */
const GIVE_UP = 24 * 60 * 60_000;

/** Whoever takes over sends again what is not answered by then; a host would kill a process that waits for a whole lease. */
const STOP_WITHIN = 10_000;

export function makeWorker(
  world: World,
  messenger: Messenger,
  options: WorkerOptions,
  log: WorkerLog,
): Worker {
  const holder = world.ids.next();
  const limit = pLimit(options.lanes);
  const plan = makePlanner(world);
  const watch = makeWatchdog(world);
  const draining = new Map<Partition, Promise<void>>();
  const again = new Set<Partition>();
  const heldUntil = new Map<Partition, string>();
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;

  /** Runs one school's queue until nothing is due; a nudge meanwhile makes it look once more. */
  function drain(partition: Partition): Promise<void> {
    const running = draining.get(partition);
    if (running) {
      again.add(partition);
      return running;
    }
    const run = (async () => {
      do {
        again.delete(partition);
        await drainOnce(partition);
      } while (again.has(partition) && !stopping);
    })()
      .catch((error: unknown) =>
        log.error({ partition: schoolPartition(partition), error }, 'draining the queue failed'),
      )
      .finally(() => draining.delete(partition));
    draining.set(partition, run);
    return run;
  }

  /** Renews the right to drain once a third of it has passed; false when another worker has it. */
  async function hold(partition: Partition): Promise<boolean> {
    const now = world.clock.now();
    const until = heldUntil.get(partition);
    if (until && now < later(until, (-options.leaseMs * 2) / 3)) return true;
    const next = later(now, options.leaseMs);
    const held = await world.store.holdDrain(partition, holder, now, next);
    if (held) heldUntil.set(partition, next);
    else heldUntil.delete(partition);
    return held;
  }

  async function drainOnce(partition: Partition): Promise<void> {
    if (stopping || !(await hold(partition))) return;
    try {
      await planned(partition);
      for (;;) {
        const now = world.clock.now();
        const lanes = dueLanes(await world.store.jobs(partition, later(now, LOOKAHEAD)), now);
        if (lanes.length === 0 || stopping) return;
        await Promise.all(lanes.map((lane) => limit(() => runLane(partition, lane))));
        if (!(await hold(partition))) return;
      }
    } finally {
      heldUntil.delete(partition);
      await world.store.releaseDrain(partition, holder);
    }
  }

  /** What the calendar brings must not hold up what is in the queue already. */
  const planned = (partition: Partition) =>
    Promise.all([plan(partition), watch(partition)]).catch((error: unknown) =>
      log.error({ partition, error }, 'planning the day failed'),
    );

  /** Runs a lane's jobs in order; one that fails blocks those behind it. */
  async function runLane(partition: Partition, lane: Job[]): Promise<void> {
    for (const job of lane) {
      if (stopping || !(await hold(partition))) return;
      // Counted from before the claim, as the lease is: the claim's own answer may be late.
      const now = world.clock.now();
      const most = options.leaseMs * 0.4;
      const until = later(now, most);
      const leased = await world.store.claim(partition, job, later(now, options.leaseMs));
      if (!leased) return;
      try {
        await withTimeout(runJob(world, messenger, partition, leased, until), most);
      } catch (error) {
        await retryOrBury(partition, leased, error);
        return;
      }
    }
  }

  async function retryOrBury(partition: Partition, job: Job, error: unknown): Promise<void> {
    const now = world.clock.now();
    // A log does not tell either that there is a confidential lane (P3).
    const school = schoolPartition(partition);
    const reason = error instanceof SendFailure ? error.message : 'Er ging iets mis bij het versturen.';
    if (Date.parse(now) - Date.parse(job.since) > GIVE_UP) {
      log.error({ partition: school, job: job.id, error }, 'a job gave up after 24 hours');
      await world.store.commit(partition, { bury: { job, reason, at: now } });
      return;
    }
    const asked = error instanceof SendFailure ? error.retryAfterMs : undefined;
    const wait = Math.min(
      BACKOFF_MOST,
      Math.max(asked ?? 0, BACKOFF_FIRST * 2 ** Math.min(job.attempt - 1, 12)),
    );
    log.warn(
      { partition: school, job: job.id, attempt: job.attempt, error },
      'a job failed and is tried again',
    );
    await world.store.commit(partition, {
      again: { job, runAt: later(now, wait * (0.75 + Math.random() / 4)) },
    });
  }

  async function pollAll(): Promise<void> {
    for (const partition of await world.store.schools()) {
      await drainConfidential(partition);
      await drain(partition);
    }
  }

  /** The confidential lane of a school (P3) is mostly empty: one query says so. */
  async function drainConfidential(school: Partition): Promise<void> {
    const partition = confidentialPartition(school);
    const jobs = await world.store.jobs(partition, world.clock.now());
    if (jobs.length > 0) await drain(partition);
  }

  return {
    start() {
      const poll = () => {
        void pollAll()
          .catch((error: unknown) => log.error({ error }, 'polling failed'))
          .finally(() => {
            if (!stopping) timer = setTimeout(poll, options.pollMs);
          });
      };
      poll();
    },
    nudge(partition) {
      if (!stopping) void drain(partition);
    },
    drained: drain,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await Promise.race([Promise.all(draining.values()), sleep(STOP_WITHIN, undefined, { ref: false })]);
    },
  };
}

/** The jobs that may run now, by lane and in order: a lane stops at its first job whose time is still to come. */
function dueLanes(jobs: Job[], now: string): Job[][] {
  const lanes = new Map<string, Job[]>();
  for (const job of [...jobs].sort((a, b) => a.seq.localeCompare(b.seq))) {
    lanes.set(job.lane, [...(lanes.get(job.lane) ?? []), job]);
  }
  return [...lanes.values()]
    .map((lane) => {
      const waiting = lane.findIndex((job) => job.runAt > now);
      return waiting < 0 ? lane : lane.slice(0, waiting);
    })
    .filter((lane) => lane.length > 0);
}

async function withTimeout(work: Promise<void>, ms: number): Promise<void> {
  const stop = new AbortController();
  const timeout = sleep(ms, undefined, { signal: stop.signal }).then(() => {
    throw tooLate();
  });
  try {
    await Promise.race([work, timeout]);
  } finally {
    stop.abort();
    timeout.catch(() => undefined);
  }
}
