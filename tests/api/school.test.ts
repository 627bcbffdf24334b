import { randomUUID } from 'node:crypto';
import {
  PupilPage,
  SchoolView,
  Changed,
  ChargeView,
  ImportPreview,
  sizes,
} from '../../src/api/contract/school.ts';
import { paths } from '../../src/api/contract/paths.ts';
import type { ApiError } from '../../src/api/contract/common.ts';
import { limits } from '../../src/domain/limits.ts';
import { ADMINISTRATOR } from '../../src/domain/access.ts';
import type { Bot } from '../support/bot.ts';
import { openForm, startBot } from '../support/bot.ts';
import { button } from '../support/connector.ts';
import { person, school } from '../support/world.ts';

const admin = { id: 'beheer', name: 'Bea Beheer', posts: [{ function: ADMINISTRATOR }] };
let bot: Bot;
beforeEach(async () => {
  bot = await startBot({ school: { ...school, persons: [...school.persons, admin] } });
});
afterEach(() => bot.stop());

const view = async (as: string = person.coordinator) =>
  SchoolView.parse((await bot.get('/api/school', as)).body);
const kept = () => bot.store.school(bot.partition);
const change = (body: object, etag?: string, as: string = person.coordinator, key?: string) =>
  bot.post('/api/school', body, as, { etag, key });
const logged = async () => (await bot.store.logOf(bot.partition)).map(({ by, what }) => [by, what]);
async function report(about = 'p-fenna', as: string = person.docent) {
  const told = { about, story: 'x', source: 'zelf', happened: '2026-10-05', safe: 'ja' };
  await bot.press({ ...button(await openForm(bot, as), 'Melding versturen'), ...told }, { as });
  await bot.settled();
}
const personOf = async (id: string) => {
  const { version, family, ...shown } = (await view()).persons.find((p) => p.id === id)!;
  const { name, posts, days, away } = shown;
  return { version, person: { id, name, posts, days, away, family: family.map((f) => f.id) } };
};

test('what a browser knows of sizes is what the server holds', () => {
  const { line, phone, emergencyNumbers, closures } = limits;
  expect(sizes).toMatchObject({ name: limits.pupilName, line, phone, emergencyNumbers, closures });
  expect(Math.ceil(sizes.file / 3) * 4).toBeLessThan(limits.requestBytes);
});

describe('who may', () => {
  test('who has no such function sees and changes nothing of how the school is set up', async () => {
    for (const who of [person.mentor, person.docent, person.directeur, person.leerlingencoordinator]) {
      const day = { kind: 'initials', initials: true };
      for (const path of ['/api/school', '/api/school/pupils', `/api/school/persons/${person.mentor}/charge`])
        expect((await bot.get(path, who)).status).toBe(403);
      const { privacy } = await view();
      expect((await change(day, privacy.version, who)).status).toBe(403);
      const file = Buffer.from('naam;groep\nX;2B').toString('base64');
      expect((await bot.post('/api/school/import/preview', { file }, who)).status).toBe(403);
      expect((await bot.post('/api/school/import', { file, remove: true }, who)).status).toBe(403);
    }
    expect((await kept()).settings.initials).toBe(false);
  });

  test('an administrator does, and sees of no case which it is (A4)', async () => {
    await report();
    const { privacy } = await view(admin.id);
    expect((await change({ kind: 'initials', initials: true }, privacy.version, admin.id)).status).toBe(200);
    expect((await kept()).settings.initials).toBe(true);
    const charge = await bot.get(`/api/school/persons/${person.mentor}/charge`, admin.id);
    expect(ChargeView.parse(charge.body)).toStrictEqual({ cases: [], others: true });
    const { pupils } = PupilPage.parse((await bot.get('/api/school/pupils', admin.id)).body);
    expect(pupils.filter(({ inCase }) => inCase)).toStrictEqual([]);
    // Who stays because of a case would tell of it: taking pupils out of the list is the coordinator's.
    const file = Buffer.from('naam;groep\nX;2B').toString('base64');
    const preview = ImportPreview.parse(
      (await bot.post('/api/school/import/preview', { file }, admin.id)).body,
    );
    expect(preview).toMatchObject({ kept: { count: 0 }, left: { count: school.pupils.length } });
    for (const { id, version } of pupils)
      expect((await change({ kind: 'pupil-gone', id }, version, admin.id)).status).toBe(403);
    const import_ = (remove: boolean) =>
      bot.post('/api/school/import', { file, remove }, admin.id, { etag: preview.version });
    expect((await import_(true)).status).toBe(403);
    expect(await import_(false)).toMatchObject({ status: 200, body: { added: 1, removed: 0 } });
    expect((await bot.get('/api/year/figures', admin.id)).status).toBe(403);
  });
});

describe('a change', () => {
  test('is made once for each form, with a line in the log in the same transaction', async () => {
    const { privacy } = await view();
    const key = `2026-10-05.${randomUUID()}`;
    const body = { kind: 'initials', initials: true };
    const [one, two] = [
      await change(body, privacy.version, undefined, key),
      await change(body, privacy.version, undefined, key),
    ];
    expect([one, two]).toStrictEqual([one, { status: 200, body: { reviewed: 0 } }]);
    expect(await logged()).toStrictEqual([
      [person.coordinator, 'In de lijst van zaken staan voortaan de initialen van de leerling.'],
    ]);
  });

  test('a stale save is told, and nothing is lost', async () => {
    const { version, person: mila } = await personOf(person.mentor);
    expect(
      (await change({ kind: 'person', isNew: false, person: { ...mila, days: [1, 2] } }, version)).status,
    ).toBe(200);
    const stale = await change(
      { kind: 'person', isNew: false, person: { ...mila, name: 'Mila de Boer' } },
      version,
    );
    expect(stale).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((stale.body as { message: string }).message).toContain(
      'Iemand anders heeft dit intussen veranderd',
    );
    expect((await change({ kind: 'person', isNew: false, person: mila })).status).toBe(409);
    expect((await kept()).persons.find((p) => p.id === person.mentor)).toMatchObject({
      name: 'Mila Mentor',
      days: [1, 2],
    });
    expect(await logged()).toStrictEqual([
      [person.coordinator, 'Gegevens van Mila Mentor veranderd: werkdagen.'],
    ]);
  });

  test('another part of the school may change meanwhile', async () => {
    const { emergency, briefing } = await view();
    expect((await change({ kind: 'briefing-at', at: '08:35' }, briefing.version)).status).toBe(200);
    const numbers = [{ who: 'Conciërge', phone: '06 12345678' }];
    expect((await change({ kind: 'emergency', numbers }, emergency.version)).status).toBe(200);
    expect((await kept()).settings).toMatchObject({ briefingAt: '08:35', emergency: numbers });
  });

  const refused: [{ kind: string; [more: string]: unknown }, string | undefined][] = [
    [{ kind: 'unknown' }, undefined],
    [{ kind: 'initials', initials: true, more: 1 }, undefined],
    [{ kind: 'briefing-at', at: '25:00' }, 'at'],
    [{ kind: 'emergency', numbers: [] }, 'emergency'],
    [
      {
        kind: 'emergency',
        numbers: [
          { who: 'A', phone: '112' },
          { who: 'B', phone: 'bel' },
        ],
      },
      'emergency.1',
    ],
    [{ kind: 'calendar', closed: [{ from: '2026-12-02', to: '2026-12-01', name: 'kerst' }] }, 'closed.0'],
    [{ kind: 'calendar', closed: [{ from: '2026-12-02', to: '2027-12-01', name: 'kerst' }] }, 'closed.0'],
    [{ kind: 'norms', norms: { 'veilig-genoeg': 11 } }, 'veilig-genoeg'],
    [{ kind: 'norms', norms: { 'veilig-vandaag': 3 } }, 'veilig-vandaag'],
    [{ kind: 'protocol', id: 'bestaat-niet' }, 'protocol'],
    [{ kind: 'person', isNew: true, person: { id: 'a/b', name: 'X', posts: [] } }, undefined],
    [
      { kind: 'person', isNew: true, person: { id: 'x', name: 'X', posts: [{ function: 'koning' }] } },
      'posts',
    ],
    [
      {
        kind: 'person',
        isNew: true,
        person: { id: 'x', name: 'X', posts: [{ function: 'mentor', group: '9Z' }] },
      },
      'posts',
    ],
    [{ kind: 'person', isNew: true, person: { id: 'x', name: 'X', posts: [], days: [] } }, 'days'],
    [
      { kind: 'person', isNew: true, person: { id: 'x', name: 'X', posts: [], family: ['nobody'] } },
      'family',
    ],
    [
      {
        kind: 'person',
        isNew: true,
        person: { id: 'x', name: 'X', posts: [], away: { until: '2026-10-01' } },
      },
      'until',
    ],
    [{ kind: 'group', isNew: true, group: { id: '4C', team: 'boven' }, mentors: ['nobody'] }, 'mentors'],
    [{ kind: 'pupil', isNew: true, pupil: { id: 'nieuw', name: 'X', group: '9Z' } }, 'group'],
  ];
  test('that can’t be is refused with what to mend', async () => {
    const { briefing, emergency, calendar, norms, protocol } = await view();
    const parts: Record<string, string> = {
      'briefing-at': briefing.version,
      emergency: emergency.version,
      calendar: calendar.version,
      norms: norms.version,
      protocol: protocol.version,
    };
    const before = await kept();
    for (const [body, field] of refused) {
      const answer = await change(body, parts[body.kind]);
      const { code, field: told } = answer.body as ApiError;
      expect([body, answer.status, code, told]).toStrictEqual([body, 400, 'invalid', field]);
    }
    expect(await kept()).toStrictEqual(before);
    expect(await logged()).toStrictEqual([]);
  });
});

describe('the staff', () => {
  const nieuw = { id: 'nieuw-1', name: 'Nora Nieuw', posts: [{ function: 'mentor', group: '3A' }] };

  test('somebody who is added can sign in, and somebody who left cannot any more', async () => {
    expect((await bot.get('/api/me', 'nieuw-1')).status).toBe(403);
    expect((await change({ kind: 'person', isNew: true, person: nieuw })).status).toBe(200);
    expect((await bot.get('/api/me', 'nieuw-1')).body).toMatchObject({
      name: 'Nora Nieuw',
      functions: ['mentor'],
    });
    expect((await change({ kind: 'person', isNew: true, person: nieuw })).body).toMatchObject({
      code: 'already-done',
    });
    const { version } = await personOf('nieuw-1');
    expect((await change({ kind: 'person-gone', id: 'nieuw-1' }, version)).status).toBe(200);
    expect((await bot.get('/api/me', 'nieuw-1')).status).toBe(403);
    expect(await bot.store.findPerson('tenant', 'nieuw-1')).toBeUndefined();
  });

  test('the last coordinator keeps that function', async () => {
    const { version, person: ans } = await personOf(person.coordinator);
    const refused = { status: 400, body: { code: 'invalid', field: 'posts' } };
    expect(await change({ kind: 'person-gone', id: ans.id }, version, admin.id)).toMatchObject(refused);
    const without = { kind: 'person', isNew: false, person: { ...ans, posts: [] } };
    const answer = await change(without, version, admin.id);
    expect(answer).toMatchObject(refused);
    expect((answer.body as { message: string }).message).toBe(
      'Er moet altijd iemand antipestcoördinator zijn. Geef die functie eerst aan een ander.',
    );
    const next = await personOf(person.directeur);
    const posts = [...next.person.posts, { function: 'antipestcoordinator' }];
    await change({ kind: 'person', isNew: false, person: { ...next.person, posts } }, next.version);
    expect((await change(without, version, admin.id)).status).toBe(200);
  });

  test('another protocol needs somebody in its coordinator’s function first', async () => {
    const { protocol } = await view();
    const refused = await change({ kind: 'protocol', id: 'mijnplein' }, protocol.version);
    expect(refused).toMatchObject({ status: 400, body: { field: 'posts' } });
    await report();
    expect((await change({ kind: 'protocol', id: 'zevensprong' }, protocol.version)).status).toBe(200);
    await report('p-bram');
    const cases = await Promise.all(
      (await bot.cases()).map((row) => bot.store.load(bot.partition, row.case)),
    );
    const ids = cases.map((c) => (c!.events[0] as { protocol: { id: string } }).protocol.id);
    expect(ids.sort()).toStrictEqual(['kiim', 'zevensprong']);
  });

  test('A4, P15: whoever leaves is told what they are in charge of; the next in line then is', async () => {
    await report();
    const [row] = await bot.cases();
    const charge = await bot.get(`/api/school/persons/${person.mentor}/charge`, person.coordinator);
    expect(charge.body).toStrictEqual({ cases: [{ id: row!.case, number: '2026-0001' }], others: false });
    const { version } = await personOf(person.mentor);
    expect((await change({ kind: 'person-gone', id: person.mentor }, version)).body).toStrictEqual({
      reviewed: 1,
    });
    await bot.settled();
    expect((await bot.cases())[0]!.lead).toStrictEqual({
      function: 'leerlingencoordinator',
      person: person.leerlingencoordinator,
    });
    expect((await bot.get('/api/school/persons/nobody/charge', person.coordinator)).status).toBe(404);
  });

  test('P13: who is barred where is told to whoever may see that case, and why', async () => {
    await report();
    const { case: id, number } = (await bot.cases())[0]!;
    const { version, person: omar } = await personOf(person.otherMentor);
    await change({ kind: 'person', isNew: false, person: { ...omar, family: ['p-fenna'] } }, version);
    const act = { act: 'case.bar', person: person.docent, because: 'Is de oom.' };
    expect((await bot.post(paths.acts(id), act, person.coordinator)).status).toBe(200);
    const barred = async (as: string) =>
      (await view(as)).persons.flatMap((p) => p.barred.map((one) => ({ who: p.id, ...one })));
    expect(await barred(person.coordinator)).toStrictEqual([
      { who: person.docent, id, number, why: 'decided' },
      { who: person.otherMentor, id, number, why: 'family' },
    ]);
    expect(await barred(admin.id)).toStrictEqual([]);
  });

  test('P13: family is chosen from the list and closes a case to them', async () => {
    await report();
    const { version, person: ans } = await personOf(person.coordinator);
    await change({ kind: 'person', isNew: false, person: { ...ans, family: ['p-fenna'] } }, version);
    expect((await bot.get('/api/cases', person.coordinator)).body).toMatchObject({ cases: [] });
    const { persons } = await view();
    expect(persons.find((p) => p.id === ans.id)!.family).toStrictEqual([
      { id: 'p-fenna', name: 'Fenna Fictief', group: '2B' },
    ]);
    expect(JSON.stringify(await logged())).not.toContain('Fenna');
  });
});

describe('P13, A4: nobody opens cases to themselves', () => {
  const coordinates = { function: 'antipestcoordinator' };
  const save = async (id: string, over: object, as: string) => {
    const { version, person: before } = await personOf(id);
    return change({ kind: 'person', isNew: false, person: { ...before, ...over } }, version, as);
  };
  const refused = (field?: string) => ({ status: 403, body: { code: 'forbidden', ...(field && { field }) } });

  test('family that stands with somebody is taken away by a colleague', async () => {
    await save(person.coordinator, { family: ['p-fenna', 'p-ties'] }, person.coordinator);
    const less = { family: ['p-ties'] };
    expect(await save(person.coordinator, less, person.coordinator)).toMatchObject(refused('family'));
    const more = { family: ['p-ties', 'p-fenna', 'p-bram'], days: [1, 2] };
    expect((await save(person.coordinator, more, person.coordinator)).status).toBe(200);
    expect((await save(person.coordinator, less, admin.id)).status).toBe(200);
  });

  test('an administrator gives functions to others, and is given them by others', async () => {
    const posts = [...admin.posts, coordinates];
    expect(await save(admin.id, { posts }, admin.id)).toMatchObject(refused('posts'));
    expect((await save(admin.id, { days: [1, 2] }, admin.id)).status).toBe(200);
    expect((await save(person.directeur, { posts: [coordinates] }, admin.id)).status).toBe(200);
    expect((await save(admin.id, { posts }, person.directeur)).status).toBe(200);
    // Whoever is the coordinator sees every case already.
    expect((await save(admin.id, { posts: [coordinates, ...admin.posts] }, admin.id)).status).toBe(200);
    expect((await save(admin.id, { posts: [coordinates] }, admin.id)).status).toBe(200);
  });

  test('nor by the form of a group, or as the substitute of a colleague', async () => {
    const { version } = (await view()).groups.find((g) => g.id === '2B')!;
    const group = { id: '2B', team: 'onderbouw' };
    const mentors = (...ids: string[]) =>
      change({ kind: 'group', isNew: false, group, mentors: ids }, version, admin.id);
    expect(await mentors(person.mentor, admin.id)).toMatchObject(refused('mentors'));
    expect((await mentors(person.mentor, person.docent)).status).toBe(200);
    const away = { until: '2026-10-09', substitute: admin.id };
    expect(await save(person.mentor, { away }, admin.id)).toMatchObject(refused('substitute'));
    expect((await save(person.mentor, { away }, person.coordinator)).status).toBe(200);
    expect((await save(person.mentor, { days: [1, 2] }, admin.id)).status).toBe(200);
  });

  test('a coordinator does not learn whether there is a case about their own family', async () => {
    await save(person.coordinator, { family: ['p-fenna'] }, person.coordinator);
    const file = Buffer.from('naam;groep\nBram Bedacht;2B\nNoor Nergens;2B\nZoë Zomaar;2B\n').toString(
      'base64',
    );
    const asked = async () => {
      const pupils = PupilPage.parse((await bot.get('/api/school/pupils?q=fenna', person.coordinator)).body);
      const { version } = pupils.pupils[0]!;
      const preview = await bot.post('/api/school/import/preview', { file }, person.coordinator);
      return [
        await change({ kind: 'pupil-gone', id: 'p-fenna' }, version),
        ImportPreview.parse(preview.body),
        (await bot.get(`/api/school/persons/${person.mentor}/charge`, person.coordinator)).body,
      ];
    };
    const before = await asked();
    await report();
    expect(await bot.cases()).toHaveLength(1);
    expect(await asked()).toStrictEqual(before);
    expect(before).toMatchObject([
      refused(),
      { left: { count: 1 }, kept: { count: 1, first: [{ name: 'Fenna Fictief' }] } },
      { cases: [], others: false },
    ]);
    const { version: etag } = before[1] as ImportPreview;
    const done = await bot.post('/api/school/import', { file, remove: true }, person.coordinator, { etag });
    expect(done.body).toStrictEqual({ added: 0, changed: 0, removed: 1 });
    expect((await kept()).pupils.map((p) => p.id)).not.toContain('p-ties');
    expect((await kept()).pupils.map((p) => p.id)).toContain('p-fenna');
  });
});

describe('P15: what a case follows from is reviewed', () => {
  test('a study day moves dates, and who saves it hears which', async () => {
    await report();
    await bot.settled();
    const { calendar } = await view();
    const closed = [...calendar.closed, { from: '2026-10-06', to: '2026-10-06', name: 'studiedag' }];
    const key = `2026-10-05.${randomUUID()}`;
    const answer = await change({ kind: 'calendar', closed }, calendar.version, undefined, key);
    const { reviewed, moves } = Changed.parse(answer.body);
    const [row] = await bot.cases();
    expect({ reviewed, more: moves!.more }).toStrictEqual({ reviewed: 1, more: 0 });
    expect(moves!.shown).toContainEqual({
      case: row!.case,
      number: '2026-0001',
      step: 'Melding bekijken',
      from: '2026-10-06',
      to: '2026-10-07',
    });
    await bot.settled();
    const due = (await bot.cases())[0]!.steps.find((s) => s.title === 'Melding bekijken')!.due!;
    expect(due.by).toBe('2026-10-07');
    expect(await change({ kind: 'calendar', closed }, calendar.version, undefined, key)).toStrictEqual(
      answer,
    );
  });

  test('an administrator hears of no case what moves in it', async () => {
    await report();
    const { calendar } = await view(admin.id);
    const closed = [{ from: '2026-10-06', to: '2026-10-06', name: 'studiedag' }];
    const answer = await change({ kind: 'calendar', closed }, calendar.version, admin.id);
    expect(Changed.parse(answer.body)).toStrictEqual({ reviewed: 0, moves: { shown: [], more: 0 } });
  });

  test('P9: a norm that is switched off takes its steps away; one that is the proposal is not kept', async () => {
    await report();
    const { norms } = await view();
    const set = { 'veilig-vandaag': 'off', 'gesprek-binnen': 4, 'kijken-hooguit': 10 };
    const answer = await change({ kind: 'norms', norms: set }, norms.version);
    expect(Changed.parse(answer.body).reviewed).toBe(1);
    expect((await kept()).settings.norms).toStrictEqual({ 'veilig-vandaag': 'off', 'gesprek-binnen': 4 });
    await bot.settled();
    const { steps } = (await bot.cases())[0]!;
    expect(steps.map((s) => s.title)).not.toContain('Vandaag veilig');
    expect(steps.find((s) => s.title === 'Gesprek met de gepeste')!.due!.by).toBe('2026-10-09');
  });
});

describe('groups', () => {
  test('K4: a group gets its mentors, who hold the function for it', async () => {
    const { groups } = await view();
    const group = groups.find((g) => g.id === '2B')!;
    expect(group).toMatchObject({ team: 'onderbouw', mentors: [person.mentor], pupils: 4 });
    const body = {
      kind: 'group',
      isNew: false,
      group: { id: '2B', team: 'midden' },
      mentors: [person.otherMentor],
    };
    expect((await change(body, group.version)).status).toBe(200);
    const now = await kept();
    expect(now.groups.find((g) => g.id === '2B')).toStrictEqual({ id: '2B', team: 'midden' });
    expect(now.persons.find((p) => p.id === person.mentor)!.posts).toStrictEqual([]);
    expect(now.persons.find((p) => p.id === person.otherMentor)!.posts).toStrictEqual([
      { function: 'mentor', group: '3A' },
      { function: 'mentor', group: '2B' },
    ]);
  });

  test('a mentor who came meanwhile is not undone', async () => {
    const { version } = (await view()).groups.find((g) => g.id === '2B')!;
    const { version: own, person: dirk } = await personOf(person.docent);
    const posts = [...dirk.posts, { function: 'mentor', group: '2B' }];
    expect((await change({ kind: 'person', isNew: false, person: { ...dirk, posts } }, own)).status).toBe(
      200,
    );
    const group = { id: '2B', team: 'midden' };
    const body = { kind: 'group', isNew: false, group, mentors: [person.mentor] };
    expect(await change(body, version)).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await kept()).persons.find((p) => p.id === person.docent)!.posts).toStrictEqual(posts);
  });

  test('a group goes when it is empty, and its functions with it', async () => {
    const made = {
      kind: 'group',
      isNew: true,
      group: { id: '4C', team: 'bovenbouw' },
      mentors: [person.docent],
    };
    await change(made);
    const find = async (id: string) => (await view()).groups.find((g) => g.id === id)!.version;
    expect(await change({ kind: 'group-gone', id: '2B' }, await find('2B'))).toMatchObject({ status: 400 });
    expect((await change({ kind: 'group-gone', id: '4C' }, await find('4C'))).status).toBe(200);
    expect((await kept()).persons.find((p) => p.id === person.docent)!.posts).toStrictEqual([
      { function: 'docent' },
    ]);
  });

  test('P16: a channel is cleared here', async () => {
    const { channels } = await view();
    expect(channels.map(({ team, chosen }) => [team, chosen])).toStrictEqual([
      [undefined, true],
      ['onderbouw', false],
      ['bovenbouw', false],
    ]);
    expect((await change({ kind: 'channel-off', use: 'coordinator' }, channels[0]!.version)).status).toBe(
      200,
    );
    expect((await kept()).settings.coordinatorChannel).toBeUndefined();
  });
});

describe('pupils', () => {
  const pupils = async (query: string) =>
    PupilPage.parse((await bot.get(`/api/school/pupils?${query}`, person.coordinator)).body);
  const preview = async (text: string | Buffer) => {
    const file = Buffer.from(text).toString('base64');
    const answer = await bot.post('/api/school/import/preview', { file }, person.coordinator);
    return { file, answer, seen: answer.status === 200 ? ImportPreview.parse(answer.body) : undefined };
  };

  test('are found by name and group, a page at a time', async () => {
    expect((await pupils('q=zoe')).pupils).toMatchObject([
      { id: 'p-zoe', name: 'Zoë Zomaar', group: '2B', inCase: false },
    ]);
    expect((await pupils('groep=3A')).pupils.map((p) => p.id)).toStrictEqual(['p-ties']);
    const many = Array.from({ length: 120 }, (_, i) => ({
      id: `n-${i}`,
      name: `Leerling ${i}`,
      group: '3A',
    }));
    const now = await kept();
    await bot.store.saveSchool({ ...now, pupils: [...now.pupils, ...many] });
    const last = await pupils('groep=3A&blad=99');
    expect(last).toMatchObject({ total: 121, page: 3, pages: 3 });
    expect(last.pupils).toHaveLength(21);
  });

  test('one in an open case stays', async () => {
    await report();
    const [fenna] = (await pupils('q=fenna')).pupils;
    expect(fenna).toMatchObject({ inCase: true });
    expect(await change({ kind: 'pupil-gone', id: 'p-fenna' }, fenna!.version)).toMatchObject({
      status: 400,
    });
    const [bram] = (await pupils('q=bram')).pupils;
    expect((await change({ kind: 'pupil-gone', id: 'p-bram' }, bram!.version)).status).toBe(200);
  });

  test('a file tells what it would change before it does', async () => {
    await report();
    const { file, seen } = await preview(
      '\uFEFFLeerlingnummer;Roepnaam;Tussenvoegsel;Achternaam;Stamgroep\r\n' +
        'p-bram;Bram;;Bedacht;3A\r\np-noor;Noor;;Nergens;2B\r\n104;Daan;van den;Berg;2B\r\n105;Daan;van den;Berg;3A\r\n' +
        ';Ties;;Toneel;3A\r\n',
    );
    expect(seen).toStrictEqual({
      faults: { count: 0, first: [] },
      added: {
        count: 2,
        first: [
          { name: 'Daan van den Berg', group: '2B' },
          { name: 'Daan van den Berg', group: '3A' },
        ],
      },
      changed: {
        count: 1,
        first: [{ name: 'Bram Bedacht', group: '3A', wasName: 'Bram Bedacht', wasGroup: '2B' }],
      },
      left: { count: 1, first: [{ name: 'Zoë Zomaar', group: '2B' }] },
      kept: { count: 1, first: [{ name: 'Fenna Fictief', group: '2B' }] },
      sameName: { count: 1, first: [{ name: 'Daan van den Berg', groups: ['2B', '3A'] }] },
      unchanged: 2,
      version: expect.any(String) as string,
    });
    const before = await kept();
    expect(before.pupils).toHaveLength(5);
    const key = `2026-10-05.${randomUUID()}`;
    const sent = () =>
      bot.post('/api/school/import', { file, remove: true }, person.coordinator, {
        etag: seen!.version,
        key,
      });
    const done = { status: 200, body: { added: 2, changed: 1, removed: 1 } };
    expect(await sent()).toStrictEqual(done);
    expect(await sent()).toStrictEqual(done);
    const after = await kept();
    expect(after.pupils.map((p) => `${p.id} ${p.group}`).sort()).toStrictEqual(
      ['104 2B', '105 3A', 'p-bram 3A', 'p-fenna 2B', 'p-noor 2B', 'p-ties 3A'].sort(),
    );
    expect(await logged()).toStrictEqual([
      [person.coordinator, 'Leerlingen ingelezen: 2 nieuw, 1 veranderd, 1 weg.'],
    ]);
  });

  test('Excel’s own: commas, Windows-1252, one column for the name, and no numbers', async () => {
    const { seen, file } = await preview(
      Buffer.from('Naam,Klas\nZo\xEB Zomaar,3A\n"Berg, Daan",2B\n', 'latin1'),
    );
    expect(seen).toMatchObject({
      changed: { count: 1, first: [{ name: 'Zoë Zomaar', wasGroup: '2B', group: '3A' }] },
      added: { count: 1, first: [{ name: 'Berg, Daan' }] },
      left: { count: 4 },
    });
    const etag = seen!.version;
    const without = await bot.post('/api/school/import', { file, remove: false }, person.coordinator, {
      etag,
    });
    expect(without.body).toStrictEqual({ added: 1, changed: 1, removed: 0 });
    expect((await kept()).pupils).toHaveLength(6);
    const again = await bot.post('/api/school/import', { file, remove: false }, person.coordinator, { etag });
    expect(again).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  test('what is wrong is told by its line, and then nothing is taken over', async () => {
    const { seen, file } = await preview(
      'nummer;naam;groep\n1;Ada;2B\n\n1;Bob;2B\n3;;2B\n4;Cas;9Z\n;Dirk;2B\n;dirk;2B\na b;Eef;2B\n',
    );
    expect(seen!.faults).toStrictEqual({
      count: 5,
      first: [
        { line: 4, what: 'hetzelfde leerlingnummer als regel 2.' },
        { line: 5, what: 'de naam ontbreekt.' },
        { line: 6, what: 'groep 9Z is er niet. Voeg die eerst toe bij Groepen.' },
        { line: 8, what: 'dezelfde naam in dezelfde groep als regel 7.' },
        { line: 9, what: 'het leerlingnummer klopt niet.' },
      ],
    });
    const etag = seen!.version;
    const sent = await bot.post('/api/school/import', { file, remove: true }, person.coordinator, { etag });
    expect(sent).toMatchObject({ status: 400, body: { field: 'file' } });
    expect((await kept()).pupils).toHaveLength(5);
  });

  const noLists = [
    ['', 'Het bestand is leeg.'],
    ['naam;groep\n', 'geen leerlingen'],
    ['naam;adres\nA;B\n', 'kolom met de groep'],
    ['groep;adres\nA;B\n', 'kolom met de naam'],
    ['naam;groep\nA;"2B\n', 'niet lezen'],
  ] as const;
  test('a file that is no list of pupils is refused and says why', async () => {
    for (const [text, why] of noLists) {
      const { answer } = await preview(text);
      expect(answer.status).toBe(400);
      expect((answer.body as ApiError).message).toContain(why);
    }
  });

  test('a whole school is taken over in batches, and what was cut off goes on with the same form', async () => {
    const lines = Array.from({ length: 300 }, (_, i) => `${1000 + i};Leerling ${i};2B`);
    const { seen, file } = await preview(`nummer;naam;groep\n${lines.join('\n')}\n`);
    const key = `2026-10-05.${randomUUID()}`;
    const sent = () =>
      bot.post('/api/school/import', { file, remove: true }, person.coordinator, {
        etag: seen!.version,
        key,
      });
    const done = { status: 200, body: { added: 300, changed: 0, removed: 5 } };
    // As if the service had stopped half-way.
    const store = bot.store.changeSchool.bind(bot.store);
    let left = 3;
    bot.store.changeSchool = (...all) => (left-- > 0 ? store(...all) : Promise.reject(new Error('stopped')));
    expect((await sent()).status).toBe(500);
    bot.store.changeSchool = store;
    expect((await kept()).pupils.length).toBeLessThan(300);
    // Who came meanwhile was not in the list that it was decided on.
    expect(
      (await change({ kind: 'pupil', isNew: true, pupil: { id: 'nieuw', name: 'N', group: '2B' } })).status,
    ).toBe(200);
    expect(await sent()).toStrictEqual(done);
    expect((await kept()).pupils).toHaveLength(301);
    // It counts once: what changed since stays.
    await change({ kind: 'pupil-gone', id: '1000' }, (await pupils('q=leerling 0')).pupils[0]!.version);
    expect(await sent()).toStrictEqual(done);
    expect((await kept()).pupils.map((p) => p.id)).not.toContain('1000');
    expect((await logged()).filter(([, what]) => what?.startsWith('Leerlingen ingelezen'))).toHaveLength(1);
  });
});
