/** From the school to what its set-up pages show, each part with the version that a save of it must name. */
import type { ListRow } from '../app/ports/rows.ts';
import type { World } from '../app/world.ts';
import { releasedFor } from '../app/world.ts';
import { ADMINISTRATOR } from '../domain/access.ts';
import { isBarred } from '../domain/barred.ts';
import type { Person, Pupil, School } from '../domain/school.ts';
import { pupilOf, teamsOf } from '../domain/school.ts';
import { functionsFor } from '../domain/schoolChange.ts';
import { groupWithMentors, mentorOf } from '../domain/schoolChangeGroups.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { PupilImport } from '../domain/schoolChangePupils.ts';
import { limits } from '../domain/limits.ts';
import type {
  GroupView,
  ImportPreview,
  NormView,
  PersonView,
  PupilView,
  SchoolView,
} from './contract/school.ts';
import { etagOf } from './http.ts';

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'nl');

/** Names what a part is now; a part that is not there has a version too. */
export const versionOf = (part: unknown): string => etagOf({ part });

/** @param cases open ones that the reader may see */
export function schoolView(
  world: World,
  school: School,
  cases: readonly ListRow[],
  today: string,
): SchoolView {
  const { settings } = school;
  const { protocol } = releasedFor(world, school);
  const title = (fn: string) =>
    fn === ADMINISTRATOR ? 'beheerder van Meldpunt' : functionTitle(protocol, fn);
  const held = new Set([
    ...functionsFor(protocol),
    ...school.persons.flatMap((p) => p.posts.map((x) => x.function)),
  ]);
  return {
    name: settings.name,
    today,
    functions: [...held].map((id) => ({ id, title: title(id) })),
    coordinator: title(protocol.coordinator),
    mentor: title(mentorOf(protocol)),
    weekdays: settings.calendar.weekdays,
    persons: school.persons.map((p) => personView(p, school, cases)).toSorted(byName),
    groups: school.groups.map(({ id }): GroupView => {
      const group = groupWithMentors(school, id, protocol)!;
      const pupils = school.pupils.filter((p) => p.group === id).length;
      return { ...group, pupils, version: versionOf(group) };
    }),
    teams: teamsOf(school),
    pupils: school.pupils.length,
    calendar: { closed: settings.calendar.closed, version: versionOf(settings.calendar) },
    channels: channelsOf(school),
    briefing: { at: settings.briefingAt, version: versionOf(settings.briefingAt) },
    emergency: { numbers: settings.emergency, version: versionOf(settings.emergency) },
    norms: {
      list: Object.entries(protocol.norms).map(([id, { label, value, unit }]): NormView => ({
        id,
        label,
        usual: value,
        unit,
        set: settings.norms[id],
      })),
      version: versionOf(settings.norms),
    },
    privacy: { initials: settings.initials, version: versionOf(settings.initials) },
    protocol: {
      id: settings.protocol,
      choices: [...world.released].map(([id, { protocol: p }]) => ({
        id,
        title: p.title,
        version: p.version,
      })),
      version: versionOf(settings.protocol),
    },
  };
}

const personView = (person: Person, school: School, cases: readonly ListRow[]): PersonView => ({
  id: person.id,
  name: person.name,
  posts: person.posts,
  days: person.days,
  away: person.away,
  family: (person.family ?? []).map((id) => {
    const pupil = pupilOf(school, id);
    return { id, name: pupil?.name, group: pupil?.group };
  }),
  barred: cases
    .filter(({ access }) => isBarred(person, access.barred, access.pupils))
    .map(({ case: id, number, access }) => ({
      id,
      number,
      why: isBarred(person, [], access.pupils) ? 'family' : 'decided',
    })),
  version: versionOf(person),
});

/** Every kernteam, also one that is there no more and still has a channel. */
function channelsOf(school: School): SchoolView['channels'] {
  const { coordinatorChannel, teamChannels } = school.settings;
  const teams = [...new Set([...teamsOf(school), ...Object.keys(teamChannels)])];
  return [
    { chosen: coordinatorChannel !== undefined, version: versionOf(coordinatorChannel) },
    ...teams.map((team) => ({ team, chosen: team in teamChannels, version: versionOf(teamChannels[team]) })),
  ];
}

export const pupilView = (pupil: Pupil, inCases: ReadonlySet<string>): PupilView => ({
  ...pupil,
  inCase: inCases.has(pupil.id),
  version: versionOf(pupil),
});

/**
 * @param told pupils in open cases that the reader may see, and the reader's family: of others it is not told that they stay
 * @param removes whether the reader may take pupils out of the list
 */
export function previewView(
  plan: PupilImport,
  pupils: readonly Pupil[],
  told: ReadonlySet<string>,
  removes: boolean,
): ImportPreview {
  const some = <T, U>(all: readonly T[], view: (one: T) => U) => ({
    count: all.length,
    first: all.slice(0, limits.reported).map(view),
  });
  const named = ({ name, group }: Pupil) => ({ name, group });
  const stays = ({ id }: Pupil) => removes && told.has(id);
  return {
    faults: some(plan.faults, (fault) => fault),
    added: some(plan.added, named),
    changed: some(plan.changed, ({ pupil, was }) => ({
      ...named(pupil),
      wasName: was.name,
      wasGroup: was.group,
    })),
    left: some([...plan.left, ...plan.kept.filter((pupil) => !stays(pupil))].toSorted(byName), named),
    kept: some(plan.kept.filter(stays), named),
    sameName: some(plan.sameName, (same) => same),
    unchanged: plan.unchanged,
    version: versionOf(pupils),
  };
}
