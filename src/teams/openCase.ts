/** A case as a card for whoever asked for it, with what that person can do in it. */
import { readCase } from '../app/reads.ts';
import type { Loaded } from '../app/load.ts';
import type { Who } from '../app/world.ts';
import { caseCard } from '../cards/case.ts';
import type { Doable } from '../cards/case.ts';
import type { Card } from '../cards/template.ts';
import { mayDoStep } from '../domain/access.ts';
import { openSteps } from '../domain/case.ts';
import type { Person } from '../domain/school.ts';
import type { BotDeps } from './deps.ts';
import { notesFor } from './registerForm.ts';

/** @throws DomainError `not-found` when the case is not there or not for this person */
export async function openCase(
  { world, links }: Pick<BotDeps, 'world' | 'links'>,
  who: Who,
  caseId: string,
): Promise<Card> {
  const loaded = await readCase(world, who, caseId);
  const { events, state } = loaded;
  return caseCard({
    ...loaded,
    leadSince: events.findLast((e) => e.type === 'LeadAssigned')?.at ?? state.openedAt,
    doable: doableFor(who.person, loaded),
    link: links(state.id),
  });
}

function doableFor(person: Person, scene: Loaded): Doable {
  const { state } = scene;
  return {
    steps: openSteps(state).flatMap(({ key }) => (mayDoStep(person, key, scene) ? key : [])),
    notes: new Set(notesFor({ ...scene, person }).map(({ key }) => key)).size,
    handover: state.handover?.person === person.id,
  };
}
