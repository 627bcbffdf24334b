/** Takes over a list of pupils: first what it would change, then the change, in batches that may be repeated safely. */
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import type { School } from '../../domain/school.ts';
import type { SchoolParts } from '../../domain/schoolChange.ts';
import type { PupilImport, PupilLine } from '../../domain/schoolChangePupils.ts';
import { pupilImport } from '../../domain/schoolChangePupils.ts';
import type { Nonce } from '../commit.ts';
import { mustConfigure } from '../settings.ts';
import type { Who, World } from '../world.ts';
import { STALE } from './change.ts';
import { mustRemovePupils } from './removal.ts';
import { readPupilFile } from './pupilFile.ts';

/** What the import of a file would change now. @throws DomainError `forbidden`, or `invalid` for what is no list */
export async function previewImport(world: World, who: Who, file: Uint8Array): Promise<PupilImport> {
  await mustConfigure(world, who);
  return planOf(world, who, await world.store.school(who.partition), readPupilFile(file));
}

/** What an import changed. */
export interface Imported {
  added: number;
  changed: number;
  removed: number;
}

/**
 * Imports a file, once for each form. A form that comes again after half of it landed goes on with what is left: each
 * batch is what still differs.
 * @param remove whether pupils who are not in the file go from the list; those in an open case stay
 * @param same whether the list is still what the preview was made from
 */
export async function importPupils(
  world: World,
  who: Who,
  { file, remove }: { file: Uint8Array; remove: boolean },
  form: Nonce,
  same: (pupils: School['pupils']) => boolean,
): Promise<Imported> {
  await mustConfigure(world, who);
  const lines = readPupilFile(file);
  const before = await world.store.seen(who.partition, form.day, beginOf(form));
  const asked = (before?.result ?? (await begin(world, who, { lines, remove }, form, same))) as Imported;
  for (let batch = 0; batch < BATCHES; batch++) {
    const more = await nextBatch(world, who, { lines, remove }, form);
    if (!more) return asked;
  }
  throw new DomainError('conflict', 'De lijst verandert steeds. Probeer het zo opnieuw.');
}

/** More than the largest import needs: each pupil of the file is new, and as many go. */
const BATCHES = (2 * limits.importPupils) / limits.importRows + 1;

interface Asked {
  lines: PupilLine[];
  remove: boolean;
}

const beginOf = ({ nonce }: Nonce) => `${nonce}>begin`;

/** Keeps what the whole import does, so that it is told and logged once. */
const begin = (
  world: World,
  who: Who,
  asked: Asked,
  form: Nonce,
  same: (pupils: School['pupils']) => boolean,
) =>
  world.store.changeSchool(
    who.partition,
    async (school) => {
      if (!same(school.pupils)) throw new DomainError('conflict', STALE);
      if (asked.remove) mustRemovePupils(world, who, school);
      const plan = await planOf(world, who, school, asked.lines);
      if (plan.faults.length > 0)
        throw new DomainError(
          'invalid',
          'Er staan nog fouten in het bestand. Verbeter ze en kies het opnieuw.',
          'file',
        );
      const removed = asked.remove ? plan.left.length : 0;
      const result: Imported = { added: plan.added.length, changed: plan.changed.length, removed };
      const what = `Leerlingen ingelezen: ${result.added} nieuw, ${result.changed} veranderd, ${removed} weg.`;
      return { parts: {}, what, jobs: [], result };
    },
    { id: world.ids.next(), at: world.clock.now(), by: who.person.id },
    { ...form, nonce: beginOf(form) },
  );

/** The next part of what still differs; answers whether anything is left. */
const nextBatch = (world: World, who: Who, { lines, remove }: Asked, form: Nonce): Promise<boolean> =>
  world.store.changeSchool(
    who.partition,
    async (school) => {
      const plan = await planOf(world, who, school, lines);
      const left = plan.added.length + plan.changed.length + (remove ? plan.left.length : 0);
      return { parts: partsOf(plan, remove), jobs: [], result: left > limits.importRows };
    },
    { id: world.ids.next(), at: world.clock.now(), by: who.person.id },
    { ...form, nonce: `${form.nonce}>${world.ids.next()}` },
  );

function partsOf({ added, changed, left }: PupilImport, remove: boolean): SchoolParts {
  const written = [...added, ...changed.map(({ pupil }) => pupil)].slice(0, limits.importRows);
  const room = limits.importRows - written.length;
  return { pupils: written, gone: { pupils: remove ? left.slice(0, room).map((p) => p.id) : [] } };
}

async function planOf(
  world: World,
  who: Who,
  school: School,
  lines: readonly PupilLine[],
): Promise<PupilImport> {
  const open = await world.store.openList(who.partition);
  const inCases = new Set(open.flatMap((row) => row.access.pupils));
  return pupilImport(lines, school, inCases, () => world.ids.next());
}
