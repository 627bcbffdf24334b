/** Takes over a list of pupils: first what it would change, then the change, in batches that may be repeated safely. */
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import type { School } from '../../domain/school.ts';
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
 * batch is what still differs. One that comes again after all of it landed changes nothing.
 * @param remove whether pupils who are not in the file go from the list; those in an open case stay, and one's own family
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
  const { partition } = who;
  const done = await world.store.seen(partition, form.day, form.nonce);
  if (done) return done.result as Imported;
  const before = await world.store.seen(partition, form.day, beginOf(form));
  const { gone, ...result } = (before?.result ??
    (await begin(world, who, { lines, remove }, form, same))) as Begun;
  for (let batch = 0; batch < BATCHES; batch++) {
    const more = await nextBatch(world, who, lines, new Set(gone), form);
    if (more) continue;
    await world.store.commit(partition, { seen: { ...form, result } });
    return result;
  }
  throw new DomainError('conflict', 'De lijst verandert steeds. Probeer het zo opnieuw.');
}

/** What an import that began does: who came into the list since does not go from it. */
interface Begun extends Imported {
  /** Ids of the pupils who go. */
  gone: string[];
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
      const gone = asked.remove ? plan.left.map((p) => p.id) : [];
      const [added, changed, removed] = [plan.added.length, plan.changed.length, gone.length];
      const result: Begun = { added, changed, removed, gone };
      const what = `Leerlingen ingelezen: ${added} nieuw, ${changed} veranderd, ${removed} weg.`;
      return { parts: {}, what, jobs: [], result };
    },
    { id: world.ids.next(), at: world.clock.now(), by: who.person.id },
    { ...form, nonce: beginOf(form) },
  );

/** The next part of what still differs; answers whether anything is left. */
const nextBatch = (
  world: World,
  who: Who,
  lines: readonly PupilLine[],
  gone: ReadonlySet<string>,
  form: Nonce,
): Promise<boolean> =>
  world.store.changeSchool(
    who.partition,
    async (school) => {
      const plan = await planOf(world, who, school, lines);
      const written = [...plan.added, ...plan.changed.map(({ pupil }) => pupil)];
      const removed = plan.left.flatMap((p) => (gone.has(p.id) ? p.id : []));
      const pupils = written.slice(0, limits.importRows);
      return {
        parts: { pupils, gone: { pupils: removed.slice(0, limits.importRows - pupils.length) } },
        jobs: [],
        result: written.length + removed.length > limits.importRows,
      };
    },
    { id: world.ids.next(), at: world.clock.now(), by: who.person.id },
    { ...form, nonce: `${form.nonce}>${world.ids.next()}` },
  );

async function planOf(
  world: World,
  who: Who,
  school: School,
  lines: readonly PupilLine[],
): Promise<PupilImport> {
  const open = await world.store.openList(who.partition);
  const staying = new Set([...open.flatMap((row) => row.access.pupils), ...(who.person.family ?? [])]);
  return pupilImport(lines, school, staying, () => world.ids.next());
}
