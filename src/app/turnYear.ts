/** The turn of the year (P21): every open case passes to who holds the lead's function for the pupil's new group, as an offer. */
import { holdersIn } from '../domain/barred.ts';
import type { Turn } from '../domain/case.ts';
import { inRole } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { holds, pupilOf } from '../domain/school.ts';
import { load } from './load.ts';
import type { Loaded } from './load.ts';
import type { Nonce } from './commit.ts';
import { issue } from './issue.ts';
import { listCases } from './reads.ts';
import { releasedFor } from './world.ts';
import type { Who, World } from './world.ts';

/** Whether another school year runs than the one in which the case was opened, or last passed on. */
export const isNewYear = ({ state, calendar, today }: Loaded): boolean =>
  calendar.schoolYear(calendar.dateOf(state.turnedAt ?? state.openedAt)) !== calendar.schoolYear(today);

/** What the groups and functions of now change for a case; undefined when nothing does, or its pupil left the register. */
export function turnOf({ state, school }: Loaded): Turn | undefined {
  if (state.status === 'closed' || state.schoolYear !== undefined) return undefined;
  const [pupil] = inRole(state, 'gepeste').flatMap((key) => pupilOf(school, key) ?? []);
  if (!pupil) return undefined;
  const { lead, handover } = state;
  const holders = holdersIn({ ...state, group: pupil.group }, school, lead.function);
  const [next] = holders.some((p) => p.id === lead.person) ? [] : holders;
  const to = next && next.id !== handover?.person ? { function: lead.function, person: next.id } : undefined;
  const group = pupil.group === state.group ? undefined : pupil.group;
  return group === undefined && !to ? undefined : { group, to };
}

/** A case that would pass on, and to whom. */
export interface Passing {
  loaded: Loaded;
  turn: Turn;
}

/** The open cases that would pass to another now. @throws DomainError `forbidden` for all but the coordinator */
export async function passing(world: World, who: Who): Promise<Passing[]> {
  await mustCoordinate(world, who);
  const all: Passing[] = [];
  for (const row of await listCases(world, who)) {
    const loaded = await load(world, who.partition, row.case);
    const turn = turnOf(loaded);
    if (turn) all.push({ loaded, turn });
  }
  return all;
}

/** Asks all of them, each once for a form; a form that comes again gets the first answer. Answers how many are asked. */
export async function passOn(world: World, who: Who, form: Nonce): Promise<number> {
  await mustCoordinate(world, who);
  const before = await world.store.seen(who.partition, form.day, form.nonce);
  if (before) return before.result as number;
  let asked = 0;
  for (const { loaded } of await passing(world, who)) {
    const { id } = loaded.state;
    const own = { ...form, nonce: `${form.nonce}>${id}` };
    asked += await issue(world, who, id, own, (now, base) => {
      const turn = turnOf(now);
      if (!turn) throw new DomainError('already-done', 'Deze zaak is al overgegaan.');
      const by = { person: who.person.id, function: now.protocol.coordinator };
      return { command: { ...base, type: 'turnYear', by, ...turn }, result: () => (turn.to ? 1 : 0) };
    });
  }
  await world.store.commit(who.partition, { seen: { ...form, result: asked } });
  return asked;
}

/** @throws DomainError `forbidden` */
export async function mustCoordinate(world: World, { partition, person }: Who): Promise<void> {
  const { protocol } = releasedFor(world, await world.store.school(partition));
  if (!holds(person, protocol.coordinator))
    throw new DomainError('forbidden', 'Dit kan alleen de coördinator.');
}
