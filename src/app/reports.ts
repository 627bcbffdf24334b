/** A report comes in: a case for each pupil it is about, or silently linked to the open case of that pupil (P6). */
import type { Actor, CaseState, CommandOf, PupilRef, Report } from '../domain/case.ts';
import { can } from '../domain/access.ts';
import { refKey } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { factsOf } from '../domain/facts.ts';
import { folded } from '../domain/folded.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import { firstHolders, personOf, pupilOf } from '../domain/school.ts';
import type { Decided } from './change.ts';
import { change } from './change.ts';
import { load, rulesOf } from './load.ts';
import type { Nonce } from './commit.ts';
import { earlierSignals } from './otherCases.ts';
import { commitWithRetry, withIds } from './commit.ts';
import type { Partition } from './ports/rows.ts';
import type { Released, Who, World } from './world.ts';
import { calendarOf, releasedFor } from './world.ts';

/** What the reporter hears (A1): the same for a new case and for a link to one that was open already (P6). */
export interface Receipt {
  number: string;
  lead: { function: string; name?: string };
  next: { title: string; by?: string; why?: string };
}
export interface ReportResult {
  receipts: Receipt[];
  /** The pupil is not safe now: show whom to call (P2). */
  unsafe: boolean;
}

/**
 * Takes a report in, once for each nonce: a second press gets the first result.
 * @throws DomainError with a message for the reporter; nothing was written then
 */
export async function submitReport(
  world: World,
  who: Who,
  report: Report,
  form: Nonce,
): Promise<ReportResult> {
  const done = await commitWithRetry(world, who.partition, form, () => attempt(world, who, report));
  if (done === 'stale') throw new Error('a report completes no job');
  return done.result;
}

async function attempt(world: World, who: Who, given: Report) {
  const now = world.clock.now();
  const school = await world.store.school(who.partition);
  const calendar = calendarOf(school, now);
  const released = releasedFor(world, school);
  if (!can(who.person, 'report', released.protocol, school)) {
    throw new DomainError('forbidden', 'Je mag hier geen melding maken. Ga naar de coördinator.');
  }
  const today = calendar.dateOf(now);
  if (given.happened > today)
    throw new DomainError('invalid', 'Kies vandaag of een dag daarvoor.', 'happened');
  const schoolYear = calendar.schoolYear(today);
  // The counter is read before the pupil's open cases and guards the commit: two first reports about one pupil can't both find none.
  const counter = await world.store.counter(who.partition, schoolYear);
  const report = recognise(given, school);
  const about = [...new Map(report.about.map((ref) => [refKey(ref), ref])).values()];

  const decided: Decided[] = [];
  const receipts: Receipt[] = [];
  for (const [i, ref] of about.entries()) {
    const number = `${schoolYear}-${String(counter.next + i).padStart(4, '0')}`;
    const signals = 'pupil' in ref ? await earlierSignals(world, who.partition, ref.pupil) : [];
    const fresh = open({ world, by: reporter(who), now, school, released, report, ref, number, signals });
    receipts.push(receiptOf(fresh.state, released.protocol, school));
    const link: LinkedReport = { type: 'linkReport', at: now, by: reporter(who), number, report, about: ref };
    decided.push((await linkToOpenCase(world, who.partition, link)) ?? fresh);
  }
  return {
    commit: {
      cases: decided.flatMap((d) => d.change ?? []),
      jobs: withIds(
        world,
        decided.flatMap((d) => d.jobs),
      ),
      counter: { schoolYear, next: counter.next + about.length, guard: counter.guard },
    },
    result: { receipts, unsafe: report.safe === 'nee' } satisfies ReportResult,
  };
}

/**
 * The case of its own that a later report becomes, when whoever is in charge says that it does not belong to the case it
 * was linked to (P6). It keeps its number, and who reported it hears what every reporter hears.
 */
export async function separate(
  world: World,
  partition: Partition,
  { number, by, report, about }: CaseState['reports'][number],
): Promise<Decided> {
  const school = await world.store.school(partition);
  const signals = 'pupil' in about ? await earlierSignals(world, partition, about.pupil) : [];
  const released = releasedFor(world, school);
  return open({ world, by, now: world.clock.now(), school, released, report, ref: about, number, signals });
}

interface Opening {
  world: World;
  by: Actor;
  now: string;
  school: School;
  released: Released;
  report: Report;
  ref: PupilRef;
  number: string;
  signals: string[];
}

function open({ world, by, now, school, released, report, ref, number, signals }: Opening): Decided {
  const { ref: protocolRef } = released;
  const protocol = rulesOf(released.protocol, school);
  const group = 'pupil' in ref ? pupilOf(school, ref.pupil)?.group : undefined;
  return change(
    {
      type: 'openCase',
      at: now,
      by,
      holders: firstHolders(school, protocol, group),
      case: world.ids.next(),
      figure: world.ids.next(),
      number,
      report,
      about: ref,
      group,
      facts: factsOf(report, group, school),
      signals,
      protocol: protocolRef,
    },
    { protocol, school, calendar: calendarOf(school, now) },
  );
}

type LinkedReport = CommandOf<'linkReport'>;

/** Undefined when this pupil has no open case, or when it closed a moment ago. */
async function linkToOpenCase(
  world: World,
  partition: Partition,
  command: LinkedReport,
): Promise<Decided | undefined> {
  if (!('pupil' in command.about)) return undefined;
  const [caseId] = await world.store.openCasesOf(partition, command.about.pupil);
  const loaded = caseId && (await load(world, partition, caseId));
  return loaded && loaded.state.status === 'open' ? change(command, loaded) : undefined;
}

const reporter = (who: Who): Actor => ({
  person: who.person.id,
  function: who.person.posts[0]?.function ?? 'medewerker',
});

/** A typed name that is exactly one pupil's name in the register becomes that pupil. */
export function recognised(ref: PupilRef, school: School): PupilRef {
  if ('pupil' in ref) return ref;
  const found = school.pupils.filter((p) => folded(p.name) === folded(ref.name));
  return found.length === 1 ? { pupil: found[0]!.id } : ref;
}

function recognise(report: Report, school: School): Report {
  const known = (ref: PupilRef) => recognised(ref, school);
  return {
    ...report,
    about: report.about.map(known),
    involved: report.involved.map((i) => ({ ...i, who: known(i.who) })),
  };
}

function receiptOf(state: CaseState, protocol: Protocol, school: School): Receipt {
  const first = Object.values(state.steps)[0];
  const title = protocol.steps.find((s) => s.id === first?.step)?.title ?? '';
  const name = state.lead.person && personOf(school, state.lead.person)?.name;
  return {
    number: state.number,
    lead: { function: protocol.functions[state.lead.function]?.title ?? state.lead.function, name },
    next: { title, by: first?.due?.by, why: first?.due?.why },
  };
}
