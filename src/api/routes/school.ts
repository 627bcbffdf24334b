/** The school itself, for whoever sets it up: the coordinator or an administrator. */
import { changeSchool } from '../../app/school/change.ts';
import { chargeOf } from '../../app/school/charge.ts';
import { importPupils, previewImport } from '../../app/school/import.ts';
import { listCases } from '../../app/reads.ts';
import { removesPupils } from '../../app/school/removal.ts';
import { mustConfigure } from '../../app/settings.ts';
import { calendarOf } from '../../app/world.ts';
import type { Who, World } from '../../app/world.ts';
import { folded } from '../../domain/folded.ts';
import { limits } from '../../domain/limits.ts';
import { paths } from '../contract/paths.ts';
import type {
  Changed,
  ChargeView,
  ImportPreview,
  Imported,
  PupilPage,
  SchoolView,
} from '../contract/school.ts';
import { ChangeBody, ImportBody, PreviewBody } from '../contract/school.ts';
import type { Api, Ask, Sent } from '../http.ts';
import { previewView, pupilView, schoolView, versionOf } from '../schoolViews.ts';

export function addSchool(api: Api): void {
  api.get(paths.school, school);
  api.get(paths.schoolPupils, pupils);
  api.get('/api/school/persons/:id/charge', charge);
  api.post(paths.school, ChangeBody, change);
  api.post(paths.importPreview, PreviewBody, preview);
  api.post(paths.import, ImportBody, takeOver);
}

async function school({ world, who }: Ask): Promise<SchoolView> {
  await mustConfigure(world, who);
  const [now, cases] = await Promise.all([world.store.school(who.partition), listCases(world, who)]);
  const at = world.clock.now();
  return schoolView(world, now, cases, calendarOf(now, at).dateOf(at));
}

async function pupils({ world, who, query }: Ask): Promise<PupilPage> {
  await mustConfigure(world, who);
  const [all, inCases] = await Promise.all([world.store.school(who.partition), pupilsSeen(world, who)]);
  const words = folded(query.get('q') ?? '').split(' ');
  const group = query.get('groep');
  const found = all.pupils
    .filter((p) => (!group || p.group === group) && words.every((word) => folded(p.name).includes(word)))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
  const pages = Math.max(1, Math.ceil(found.length / limits.reported));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('blad'))) || 1));
  const shown = found.slice((page - 1) * limits.reported, page * limits.reported);
  return { pupils: shown.map((p) => pupilView(p, inCases)), total: found.length, page, pages };
}

/** Pupils in the open cases that this person may see: whoever sees no case learns of no pupil that there is one (A4). */
const pupilsSeen = async (world: World, who: Who): Promise<Set<string>> =>
  new Set((await listCases(world, who)).flatMap((row) => row.access.pupils));

const charge = ({ world, who, params }: Ask): Promise<ChargeView> => chargeOf(world, who, params['id']!);

const change = ({ world, who, body, form, ifMatch }: Sent<ChangeBody>): Promise<Changed> =>
  changeSchool(world, who, body, form, (part) => versionOf(part) === ifMatch);

async function preview({ world, who, body }: Sent<typeof PreviewBody._output>): Promise<ImportPreview> {
  const plan = await previewImport(world, who, Buffer.from(body.file, 'base64'));
  const [school, seen] = await Promise.all([world.store.school(who.partition), pupilsSeen(world, who)]);
  const told = new Set([...seen, ...(who.person.family ?? [])]);
  return previewView(plan, school.pupils, told, removesPupils(world, who, school));
}

const takeOver = ({ world, who, body, form, ifMatch }: Sent<typeof ImportBody._output>): Promise<Imported> =>
  importPupils(
    world,
    who,
    { file: Buffer.from(body.file, 'base64'), remove: body.remove },
    form,
    (now) => versionOf(now) === ifMatch,
  );
