/** The school year's own steps (K21, M12, Z10–Z12) as they stand: dates and ticks, for everybody on the staff. */
import { accessOf, can } from '../domain/access.ts';
import type { Due } from '../domain/calendar.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { CaseState } from '../domain/case.ts';
import { conformanceOf } from '../domain/conformance.ts';
import { loadIfThere, rulesOf } from './load.ts';
import { lastDayOf } from '../domain/openings.ts';
import type { Opening, Protocol, Step } from '../domain/protocol.ts';
import { yearProtocol } from '../domain/protocol.ts';
import { calendarOf, releasedFor } from './world.ts';
import type { Who, World } from './world.ts';

/** One step of the year; what was answered in it is not told. */
export interface CycleStep {
  key: string;
  step: Step;
  /** `missed`: its day was over before anybody could be asked. */
  state: 'done' | 'late' | 'open' | 'later' | 'skipped' | 'lapsed' | 'missed';
  due?: Due;
  /** YYYY-MM-DD: when one that is to come opens. */
  opens?: string;
  on?: string;
  /** In which function it was done. */
  by?: string;
}
export interface Cycle {
  protocol: Protocol;
  steps: CycleStep[];
  /** The case of the year, where this person may see it. */
  case?: string;
}

/** The cycle of a school year: from its case, or as the protocol plans it where there is none yet. */
export async function yearCycle(world: World, { partition, person }: Who, year: number): Promise<Cycle> {
  const now = world.clock.now();
  const school = await world.store.school(partition);
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  const loaded = await loadIfThere(world, partition, `jaar-${year}`);
  const running = rulesOf(releasedFor(world, school).protocol, school);
  const protocol = loaded?.protocol ?? yearProtocol(running);
  const steps = loaded
    ? loaded.protocol.steps
    : year < calendar.schoolYear(today)
      ? []
      : (running.year?.steps ?? []);
  const had = loaded ? stepsHad(loaded.state, loaded.protocol, today, calendar) : [];
  const coming = steps
    .filter((step) => !had.some((one) => one.step.id === step.id))
    .map((step) => stillToCome(step, { year, today, calendar }));
  const mayView = loaded && can(person, 'view', protocol, school, accessOf(loaded.state, protocol), today);
  return { protocol, steps: [...had, ...coming], case: mayView ? loaded.state.id : undefined };
}

function stepsHad(state: CaseState, protocol: Protocol, today: string, calendar: Calendar): CycleStep[] {
  return conformanceOf(state, today, calendar).flatMap(({ key, step: id, became, due, on }) => {
    const step = protocol.steps.find((s) => s.id === id);
    if (!step) return [];
    const at = state.steps[key]!;
    const open = became === 'late' ? 'late' : 'open';
    const ended = at.status === 'dropped' ? 'lapsed' : at.status;
    return { key, step, state: ended === 'open' ? open : ended, due, on, by: at.doneBy?.function };
  });
}

/** A step that has not opened: when it will, and by when it is done, as far as the calendar tells. */
function stillToCome(
  step: Step,
  { year, today, calendar }: { year: number; today: string; calendar: Calendar },
): CycleStep {
  const day = lastDayOf(step);
  const by = day && calendar.onOrAfter(calendar.dayIn(year, day));
  const opening = dayOf(step.opens);
  const opens = opening && calendar.dayIn(year, opening);
  const last = by ?? (opens && calendar.onOrAfter(opens));
  const over = last ? last < today : year < calendar.schoolYear(today);
  return {
    key: step.id,
    step,
    state: over ? 'missed' : 'later',
    opens,
    due: by ? { by, why: 'een vaste dag in het schooljaar' } : undefined,
  };
}

const dayOf = (opening: Opening): string | undefined =>
  typeof opening === 'object' && 'day' in opening ? opening.day : undefined;
