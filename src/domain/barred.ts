/** Who may have nothing to do with a case, whatever their function: family of a pupil in it, and who is named in it (P13). */
import type { CaseState, Holders } from './case.ts';
import type { Protocol } from './protocol.ts';
import { holdersOf } from './school.ts';
import type { Person, School } from './school.ts';

/** The ids of the pupils of the register whom a case names: those in it, and with whom it advises against a group. */
export const pupilsIn = ({ participants, apart }: Pick<CaseState, 'participants' | 'apart'>): string[] =>
  [...participants, ...apart].flatMap((p) => ('pupil' in p.who ? p.who.pupil : []));

export const isBarred = (person: Person, barred: readonly string[], pupils: readonly string[]): boolean =>
  barred.includes(person.id) || (person.family?.some((pupil) => pupils.includes(pupil)) ?? false);

/** Whether a colleague may have to do with a case at all (P13). */
export const mayJoin = (colleague: Person, state: CaseState): boolean =>
  !isBarred(colleague, state.barred, pupilsIn(state));

/** Whom people keep out of a case; family is kept out whatever people do. */
export const keptOut = (state: CaseState, school: School): Person[] =>
  school.persons.filter((p) => state.barred.includes(p.id) && !isBarred(p, [], pupilsIn(state)));

/** Who holds a function in a case: for the group of the gepeste, without those to whom the case is closed. */
export const holdersIn = (state: CaseState, school: School, fn: string): Person[] =>
  holdersOf(school, fn, state.group).filter((p) => !isBarred(p, state.barred, pupilsIn(state)));

/** Who is first in line for each function of a protocol in this case: what a command brings along. */
export const firstHoldersIn = (state: CaseState, school: School, protocol: Protocol): Holders =>
  Object.fromEntries(
    Object.keys(protocol.functions).flatMap((fn) => {
      const [holder] = holdersIn(state, school, fn);
      return holder ? [[fn, holder.id]] : [];
    }),
  );
