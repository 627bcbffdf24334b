/** What a person could do with a case now: the rules are asked with a command that is not carried out. */
import { actingAs, mayDoStep, mayIssue } from '../domain/access.ts';
import { firstHoldersIn } from '../domain/barred.ts';
import type { CaseState, Command, StepKey } from '../domain/case.ts';
import { holdsTrue } from '../domain/conditions.ts';
import { decide } from '../domain/decide/decide.ts';
import { DomainError } from '../domain/errors.ts';
import { fold } from '../domain/evolve.ts';
import type { Step } from '../domain/protocol.ts';
import type { Person } from '../domain/school.ts';
import type { Loaded } from './change.ts';
import { readCase } from './reads.ts';
import { loadFor } from './steps.ts';
import type { Who, World } from './world.ts';

/** A case as it stands, and who looks at it when. */
export interface Scene extends Loaded {
  person: Person;
  now: string;
}

/** @throws DomainError `not-found` when the case is not there or not for this person */
export async function sceneFor(world: World, who: Who, caseId: string): Promise<Scene> {
  return { ...(await loadFor(world, who, caseId)), person: who.person, now: world.clock.now() };
}

/** The same for a card that is opened: who looked is noted. */
export async function readScene(world: World, who: Who, caseId: string): Promise<Scene> {
  return { ...(await readCase(world, who, caseId)), person: who.person, now: world.clock.now() };
}

/** A command without what each of them carries. */
type Draft = Command extends infer C ? (C extends Command ? Omit<C, 'at' | 'by' | 'holders'> : never) : never;

/** What the case would be after this command; undefined when this person may not give it or the rules refuse it. */
export function wouldBe(scene: Scene, draft: Draft): CaseState | undefined {
  const { state, protocol, school, calendar, person, now } = scene;
  const step = 'step' in draft ? draft.step : undefined;
  const by = { person: person.id, function: actingAs(person, state, protocol, step) };
  const command: Command = { ...draft, at: now, by, holders: firstHoldersIn(state, school, protocol) };
  if (!mayIssue(person, command, scene)) return undefined;
  try {
    return fold(decide(command, state, protocol, calendar), state);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** The last day to which this person may put off a step; undefined when it can't be put off at all. */
export function lastDay(scene: Scene, step: StepKey): string | undefined {
  const { calendar, now } = scene;
  let last: string | undefined;
  for (let day = calendar.dateOf(now); ; last = day) {
    day = calendar.addSchoolDays(day, 1);
    if (!wouldBe(scene, { type: 'postponeStep', step, to: day, because: '-' })) return last;
  }
}

/** The steps that this person can begin now: nobody is asked for them. */
export function handSteps(scene: Scene): Step[] {
  const { state, protocol } = scene;
  if (state.status === 'closed') return [];
  return protocol.steps
    .filter((step) => step.opens === 'hand' && (!step.when || holdsTrue(step.when, { state, protocol })))
    .filter(({ id }) => mayDoStep(scene.person, id, scene));
}
