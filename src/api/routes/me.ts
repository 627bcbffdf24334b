/** Who asks. */
import { calendarOf, releasedFor } from '../../app/world.ts';
import { can } from '../../domain/access.ts';
import { functionTitle } from '../../domain/protocol.ts';
import { holds } from '../../domain/school.ts';
import type { Me } from '../contract/common.ts';
import { paths } from '../contract/paths.ts';
import type { Api, Ask } from '../http.ts';

export function addMe(api: Api): void {
  api.get(paths.me, me);
}

async function me({ world, who: { partition, person } }: Ask): Promise<Me> {
  const school = await world.store.school(partition);
  const { protocol } = releasedFor(world, school);
  const now = world.clock.now();
  return {
    id: person.id,
    name: person.name,
    functions: [...new Set(person.posts.map((post) => functionTitle(protocol, post.function)))],
    school: school.settings.name,
    today: calendarOf(school, now).dateOf(now),
    configures: can(person, 'configure', protocol, school),
    coordinates: holds(person, protocol.coordinator),
  };
}
