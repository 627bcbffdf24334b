/** What a person could do with a case now: the rules are asked with a command that is not carried out. */
import { actingAs, mayDoStep, mayIssue } from '../domain/access.ts';
import type { Command, StepKey } from '../domain/case.ts';
import { holdsTrue } from '../domain/conditions.ts';
import { takes } from '../domain/decide/decide.ts';
import { lastPostponed } from '../domain/decide/steps.ts';
import type { Step } from '../domain/protocol.ts';
import type { Person } from '../domain/school.ts';
import type { Loaded } from './load.ts';
import { readCase } from './reads.ts';
import { loadFor } from './load.ts';
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
type Draft = Parameters<typeof takes>[0] extends infer C
  ? C extends Command
    ? Omit<C, 'at' | 'by' | 'holders'>
    : never
  : never;

/** Whether this person may give this command, and the rules would take it. */
export function wouldTake(scene: Scene, draft: Draft): boolean {
  const { state, protocol, calendar, person, now } = scene;
  const step = 'step' in draft ? draft.step : undefined;
  const by = { person: person.id, function: actingAs(person, state, protocol, step) };
  const command = { ...draft, at: now, by };
  return mayIssue(person, command, scene) && takes(command, state, protocol, calendar);
}

/** The last day to which this person may put off a step; undefined when it can't be put off at all. */
export function lastDay(scene: Scene, step: StepKey): string | undefined {
  const { state, calendar, now } = scene;
  const today = calendar.dateOf(now);
  const to = calendar.addSchoolDays(today, 1);
  const open = state.steps[step];
  return open && wouldTake(scene, { type: 'postponeStep', step, to, because: '-' })
    ? lastPostponed(open, { ...scene, today, state: () => state })
    : undefined;
}

/** The steps that this person can begin now: nobody is asked for them. */
export function handSteps(scene: Scene): Step[] {
  const { state, protocol } = scene;
  if (state.status === 'closed') return [];
  return protocol.steps
    .filter((step) => step.opens === 'hand' && (!step.when || holdsTrue(step.when, { state, protocol })))
    .filter(({ id }) => mayDoStep(scene.person, id, scene));
}
