import { readFileSync } from 'node:fs';
import { DemoSchoolError, loadDemoSchool, parseDemoSchool } from '../../src/dev/demoSchool.ts';
import { configOf, FIRST_PORT, slugOf } from '../../src/dev/playground.ts';
import { choose } from '../../src/dev/playgroundCommand.ts';
import { ADMINISTRATOR } from '../../src/domain/access.ts';
import { makeCalendar } from '../../src/domain/calendar.ts';
import { holdersOf } from '../../src/domain/school.ts';
import { readProtocols } from '../../src/storage/protocolFiles.ts';

const FILE = 'env/demo-school.json';
const { school, me } = loadDemoSchool();
const twice = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index);
const firstName = (name: string) => name.split(' ')[0]!;
interface File {
  me: string;
  school: {
    persons: { name?: string; aadObjectId: string; posts: { group?: string }[] }[];
    pupils: { group: string }[];
  };
}
const parse = (change: (file: File) => void) => {
  const file = JSON.parse(readFileSync(FILE, 'utf8')) as File;
  change(file);
  return () => parseDemoSchool(JSON.stringify(file), 'demo.json');
};

describe('the demo school', () => {
  it('has a demo teacher who is also a mentor', () => {
    const teacher = school.persons.find((p) => p.id === me)!;
    expect(teacher.posts).toContainEqual({ function: 'docent' });
    expect(teacher.posts).toContainEqual({ function: 'mentor', group: '2B' });
  });

  it.each(school.groups.map((g) => g.id))('has one mentor and one leerlingencoördinator for %s', (group) => {
    expect(holdersOf(school, 'mentor', group)).toHaveLength(1);
    expect(holdersOf(school, 'leerlingencoordinator', group)).toHaveLength(1);
  });

  it('has an administrator, somebody for every function of its protocol, and no function besides', () => {
    const { protocol } = readProtocols('protocols').get(school.settings.protocol)!;
    const functions = [...Object.keys(protocol.functions), ADMINISTRATOR];
    const held = new Set(school.persons.flatMap((p) => p.posts.map((post) => post.function)));
    expect([...held].sort()).toEqual(functions.sort());
  });

  it('has pupils in every group, with accents and one very long name', () => {
    expect(school.pupils).toHaveLength(48);
    for (const group of school.groups)
      expect(school.pupils.filter((p) => p.group === group.id)).toHaveLength(8);
    expect(school.pupils.some((p) => /\p{M}/u.test(p.name.normalize('NFD')))).toBe(true);
    expect(Math.max(...school.pupils.map((p) => p.name.length))).toBeGreaterThan(50);
  });

  it('gives no two people the same id, name or first name', () => {
    const names = [...school.persons, ...school.pupils].map((p) => p.name);
    expect(twice([...school.persons, ...school.pupils].map((p) => p.id))).toEqual([]);
    expect(twice(names)).toEqual([]);
    expect(twice(names.map(firstName))).toEqual([]);
  });

  it('is closed in the autumn holiday and open after it', () => {
    const calendar = makeCalendar(school.settings.calendar);
    expect(calendar.isSchoolDay('2026-10-21')).toBe(false);
    expect(calendar.onOrAfter('2026-10-17')).toBe('2026-10-26');
  });
});

describe('a demo file that is not right', () => {
  it('is refused with the places where it is wrong', () => {
    const broken = parse((file) => {
      file.school.persons[1]!.posts[0]!.group = '9Z';
      file.school.pupils[0]!.group = '9Z';
      file.me = '00000000-0000-4000-8000-000000000000';
      file.school.persons[2]!.aadObjectId = file.school.persons[3]!.aadObjectId;
    });
    expect(broken).toThrow(DemoSchoolError);
    expect(broken).toThrow(/Annelies Oefenaar, antipestcoordinator: groep 9Z bestaat niet/);
    expect(broken).toThrow(/Aïsha Voorbeeld: groep 9Z bestaat niet/);
    expect(broken).toThrow(/komt twee keer voor/);
    expect(broken).toThrow(/me: er is geen persoon/);
  });

  it('names a field of the wrong shape by its path', () => {
    expect(parse((file) => delete file.school.persons[0]!.name)).toThrow(
      /demo\.json klopt niet:\n {2}school\.persons\[0\]\.name: /,
    );
    expect(parse((file) => (file.school.persons[0]!.aadObjectId = 'sanne'))).toThrow(
      /persons\[0\]\.aadObjectId/,
    );
  });

  it('is refused when it is not there or no JSON', () => {
    expect(() => loadDemoSchool('env/none.json')).toThrow(/Ik kan env\/none\.json niet lezen/);
    expect(() => parseDemoSchool('{', 'demo.json')).toThrow(/geen geldige JSON/);
  });
});

describe('a chat window', () => {
  const options = { school, port: FIRST_PORT, botUrl: 'http://127.0.0.1:3978/api/messages', dir: '' };
  const windowOf = (name: string, ownsChannels: boolean) =>
    configOf({ ...options, person: choose(school, name), ownsChannels });

  it('has its own chat and five others', () => {
    const [one, two] = [windowOf('Sanne', true), windowOf('Annelies', false)];
    expect(one.currentUser.aadObjectId).toBe(me);
    for (const it of [one, two]) {
      expect(it.users).toHaveLength(5);
      expect(it.users).not.toContainEqual(expect.objectContaining({ id: it.currentUser.id }));
    }
    expect(one.personalChat.id).not.toBe(two.personalChat.id);
    expect(one.groupChat.id).not.toBe(two.groupChat.id);
  });

  it('has the coordinator’s channel in one window only, at the address that the school has for it', () => {
    const { teamId, channelId, serviceUrl, tenantId } = school.settings.coordinatorChannel!;
    expect(windowOf('Sanne', true)).toMatchObject({
      tenantId,
      team: { id: teamId, channels: [{ id: channelId }] },
    });
    expect(serviceUrl).toBe(`http://127.0.0.1:${FIRST_PORT}/_connector`);
    // Its first channel, "General", has the team's id: the dagopening is there.
    expect(school.settings.teamChannels).toEqual({
      onderbouw: { teamId, channelId: teamId, serviceUrl, tenantId },
    });
    const other = windowOf('Annelies', false);
    expect(other.team.id).not.toBe(teamId);
    expect(other.team.channels).toEqual([]);
  });

  it('is chosen by a part of a name, and refused when that says too little', () => {
    expect(choose(school, ' oefenaar ').name).toBe('Annelies Oefenaar');
    expect(() => choose(school, 'Oefen')).toThrow(/Annelies Oefenaar\n {2}Chantal Oefenstra$/);
    expect(() => choose(school, 'Willem')).toThrow(/Sanne Voorbeeld/);
    expect(slugOf('Zoë de Gröte-Ünal')).toBe('zoe-de-grote-unal');
  });
});
