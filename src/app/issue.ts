/** The one way in for what people do with a case: load, may they, decide, commit. */
import { mayIssue, standsInFor } from '../domain/access.ts';
import type { CaseState, Command, Event, Holders } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { firstHoldersIn } from '../domain/barred.ts';
import type { Protocol } from '../domain/protocol.ts';
import { change } from './change.ts';
import type { Decided } from './change.ts';
import type { Loaded } from './load.ts';
import type { Nonce } from './commit.ts';
import { commitWithRetry, withIds } from './commit.ts';
import { loadFor } from './load.ts';
import type { Who, World } from './world.ts';

/** What every command on a case carries. */
interface Base {
  at: string;
  holders: Holders;
}
/** A command made from the case as it is now, and what the person hears once it is done. */
export interface Issued<T> {
  command: Command;
  result: (after: CaseState) => T;
  /** Other cases that what was decided leads to, in the same transaction. */
  also?: (events: readonly Event[]) => Promise<Decided[]>;
  /** The rules by which it is decided, where they are not the case's own (A6). */
  rules?: Protocol;
}

/**
 * Issues a person's command on a case, once for each nonce; on a conflict it is made again from the newer case.
 * @throws DomainError `not-found` when the person may not see the case, `forbidden` when it may be seen but not so changed
 */
export async function issue<T>(
  world: World,
  who: Who,
  caseId: string,
  form: Nonce,
  make: (loaded: Loaded, base: Base) => Issued<T> | Promise<Issued<T>>,
): Promise<T> {
  const done = await commitWithRetry(world, who.partition, form, async () => {
    const loaded = await loadFor(world, who, caseId);
    const { state, protocol, school } = loaded;
    const base = { at: world.clock.now(), holders: firstHoldersIn(state, school, protocol) };
    const { command, result, also, rules = protocol } = await make(loaded, base);
    if (!mayIssue(who.person, command, loaded))
      throw new DomainError('forbidden', 'Dit mag je in deze zaak niet doen. Vraag het aan wie aan zet is.');
    const instead = standsInFor(who.person, command, loaded);
    const by = instead ? { ...command.by, instead } : command.by;
    const decided = change({ ...command, by }, { ...loaded, protocol: rules });
    const all = [decided, ...((await also?.(decided.change?.events ?? [])) ?? [])];
    const jobs = all.flatMap((d) => d.jobs);
    const commit = { cases: all.flatMap((d) => d.change ?? []), jobs: withIds(world, jobs) };
    return { commit, result: result(decided.state) };
  });
  if (done === 'stale') throw new Error('a command of a person completes no job');
  return done.result;
}
