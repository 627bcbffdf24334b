/** The school's protocol, for everybody on the staff. */
import { evaluationOf } from '../../app/evaluation.ts';
import { versionDifference, versionsOf } from '../../app/protocolVersions.ts';
import { releasedFor } from '../../app/world.ts';
import { paths } from '../contract/paths.ts';
import type { ProtocolDifference, ProtocolVersions, ProtocolView } from '../contract/protocol.ts';
import type { Api, Ask } from '../http.ts';
import { protocolView } from '../protocolView.ts';

export function addProtocol(api: Api): void {
  api.get(paths.protocol, protocol);
  api.get(paths.protocolVersions, versions);
  api.get(paths.protocolDifference, difference);
}

async function protocol({ world, who }: Ask): Promise<ProtocolView> {
  const school = await world.store.school(who.partition);
  return protocolView(school, releasedFor(world, school).protocol, await evaluationOf(world, who));
}

async function versions({ world, who }: Ask): Promise<ProtocolVersions> {
  const all = await versionsOf(world, who);
  return { versions: all.map(({ version }, i) => ({ version, current: i === 0 })) };
}

async function difference({ world, who, query }: Ask): Promise<ProtocolDifference> {
  const [from, to] = [Number(query.get('van')), Number(query.get('naar'))];
  return { from, to, parts: await versionDifference(world, who, from, to) };
}
