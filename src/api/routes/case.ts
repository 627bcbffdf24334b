/** One case: as it stands, its links with other cases, and the newer version that it can move to. */
import { loadIfThere } from '../../app/load.ts';
import { noteRead } from '../../app/reads.ts';
import { loadFor } from '../../app/load.ts';
import { previewVersion, versionFor } from '../../app/version.ts';
import { sceneFor } from '../../app/wouldBe.ts';
import { accessOf, can } from '../../domain/access.ts';
import { refKey } from '../../domain/case.ts';
import { roleWords } from '../../domain/words.ts';
import { viewOf } from '../caseView.ts';
import type { VersionPreview } from '../contract/acts.ts';
import type { CaseLinks, CaseView } from '../contract/case.ts';
import type { Api, Ask } from '../http.ts';
import { etagOf } from '../http.ts';
import { versionWords } from '../versionWords.ts';

export function addCase(api: Api): void {
  api.get('/api/cases/:id', oneCase);
  api.get('/api/cases/:id/links', links);
  api.get('/api/cases/:id/version', version);
}

/** Noted as a look at the case, unless the page that asks has it already. */
async function oneCase({ world, who, params, ifNoneMatch }: Ask): Promise<CaseView> {
  const scene = await sceneFor(world, who, params['id']!);
  const view = viewOf(scene, versionFor(world, scene)?.ref.version);
  if (etagOf(view) !== ifNoneMatch) await noteRead(world, who, scene.state.id);
  return view;
}

/** Of each participant the other cases that this person may see too: number, roles and whether it is open, no more. */
async function links({ world, who, params }: Ask): Promise<CaseLinks> {
  const { state } = await loadFor(world, who, params['id']!);
  const pupils = state.participants.flatMap((p) => ('pupil' in p.who ? p.who.pupil : []));
  const found = await Promise.all(pupils.map((pupil) => world.store.casesOf(who.partition, pupil)));
  const others = [...new Set(found.flat().map((link) => link.case))].filter((id) => id !== state.id);
  const loaded = await Promise.all(others.map((id) => loadIfThere(world, who.partition, id)));
  const seen = new Map(
    loaded.flatMap((one) => {
      if (!one) return [];
      const access = accessOf(one.state, one.protocol);
      return can(who.person, 'view', one.protocol, one.school, access, one.today)
        ? [[one.state.id, one.state]]
        : [];
    }),
  );
  return {
    pupils: pupils.map((pupil, i) => ({
      pupil,
      cases: found[i]!.flatMap((link) => {
        const other = seen.get(link.case);
        if (!other) return [];
        const roles = other.participants.find((p) => refKey(p.who) === pupil)?.roles ?? [];
        return [
          {
            id: other.id,
            number: other.number,
            open: other.status === 'open',
            roles: roles.map((r) => roleWords[r]),
          },
        ];
      }),
    })),
  };
}

async function version({ world, who, params }: Ask): Promise<VersionPreview> {
  return versionWords(previewVersion(world, await sceneFor(world, who, params['id']!)));
}
