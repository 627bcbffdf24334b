/** A list of pupils that is imported: who is new, who moved to another group, who is not in it any more. Pure. */
import { folded } from './folded.ts';
import { limits } from './limits.ts';
import type { Pupil, School } from './school.ts';

/** A pupil as a line of the file has it. */
export interface PupilLine {
  line: number;
  /** The school's number of the pupil, where the file has one. */
  number?: string;
  name: string;
  group: string;
}
export interface LineFault {
  line: number;
  what: string;
}

/** What an import changes. */
export interface PupilImport {
  faults: LineFault[];
  added: Pupil[];
  /** `was` is the group before; a name that is written otherwise is a change too. */
  changed: { pupil: Pupil; was: Pupil }[];
  /** In the list of the school and not in the file. */
  left: Pupil[];
  /** The same, and they stay whatever is chosen. */
  kept: Pupil[];
  /** Names that more than one pupil of the file has. */
  sameName: { name: string; groups: string[] }[];
  unchanged: number;
}

/**
 * A pupil is known by number, else by name and group, else by a name that one pupil has before and after. Whoever is known
 * keeps the id under which cases know them.
 * @param staying pupils in open cases, and family of who imports: whether these have a case must not show (P13)
 * @param freshId names a pupil without a number
 */
export function pupilImport(
  lines: readonly PupilLine[],
  school: School,
  staying: ReadonlySet<string>,
  freshId: () => string,
): PupilImport {
  const faults = faultsIn(lines, school);
  const wrong = new Set(faults.map((fault) => fault.line));
  const good = lines.filter((line) => !wrong.has(line.line));
  const known = match(good, school.pupils);
  const plan: PupilImport = {
    faults,
    added: [],
    changed: [],
    left: [],
    kept: [],
    sameName: [],
    unchanged: 0,
  };
  for (const line of good) {
    const was = known.get(line);
    const pupil: Pupil = { id: was?.id ?? line.number ?? freshId(), name: line.name, group: line.group };
    if (!was) plan.added.push(pupil);
    else if (was.name !== pupil.name || was.group !== pupil.group) plan.changed.push({ pupil, was });
    else plan.unchanged++;
  }
  const found = new Set([...known.values()].map((p) => p.id));
  for (const pupil of school.pupils)
    if (!found.has(pupil.id)) (staying.has(pupil.id) ? plan.kept : plan.left).push(pupil);
  plan.sameName = [...byName(good).values()]
    .filter((same) => same.length > 1)
    .map((same) => ({ name: same[0]!.name, groups: same.map((line) => line.group) }));
  return plan;
}

function faultsIn(lines: readonly PupilLine[], { groups }: School): LineFault[] {
  const seen = new Map<string, number>();
  const twice = (key: string, line: number): number | undefined => {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    return first;
  };
  return lines.flatMap(({ line, number, name, group }) => {
    const fault = (what: string): LineFault[] => [{ line, what }];
    if (name === '') return fault('de naam ontbreekt.');
    if (name.length > limits.pupilName) return fault(`de naam is langer dan ${limits.pupilName} tekens.`);
    if (group === '') return fault('de groep ontbreekt.');
    if (groups.every((g) => g.id !== group))
      return fault(`groep ${group.slice(0, limits.button)} is er niet. Voeg die eerst toe bij Groepen.`);
    if (number !== undefined && !NUMBER.test(number)) return fault('het leerlingnummer klopt niet.');
    const key = number === undefined ? `naam ${folded(name)} ${group}` : `nummer ${number}`;
    const first = twice(key, line);
    if (first === undefined) return [];
    const same = number === undefined ? 'dezelfde naam in dezelfde groep' : 'hetzelfde leerlingnummer';
    return fault(`${same} als regel ${first}.`);
  });
}

/** What can be an id of a pupil. */
const NUMBER = /^[\p{L}\p{N}._-]{1,40}$/u;

function byName<T extends { name: string }>(all: readonly T[]): Map<string, T[]> {
  const names = new Map<string, T[]>();
  for (const one of all) {
    const name = folded(one.name);
    names.set(name, [...(names.get(name) ?? []), one]);
  }
  return names;
}

function match(lines: readonly PupilLine[], pupils: readonly Pupil[]): Map<PupilLine, Pupil> {
  const known = new Map<PupilLine, Pupil>();
  const free = new Set(pupils);
  const take = (line: PupilLine, pupil: Pupil) => {
    known.set(line, pupil);
    free.delete(pupil);
  };
  const byId = new Map(pupils.map((p) => [p.id, p]));
  for (const line of lines) {
    const pupil = line.number === undefined ? undefined : byId.get(line.number);
    if (pupil) take(line, pupil);
  }
  const left = () => lines.filter((line) => !known.has(line));
  const placed = new Map([...free].map((p) => [`${folded(p.name)}!${p.group}`, p]));
  for (const line of left()) {
    const pupil = placed.get(`${folded(line.name)}!${line.group}`);
    if (pupil && free.has(pupil)) take(line, pupil);
  }
  const before = byName([...free]);
  for (const [name, [line, ...others]] of byName(left())) {
    const same = before.get(name) ?? [];
    if (others.length === 0 && same.length === 1) take(line!, same[0]!);
  }
  return known;
}
