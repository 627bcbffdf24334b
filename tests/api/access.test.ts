/** Every route × every person: what is for whom, over HTTP (A4, P3, P13). */
import { paths } from '../../src/api/contract/paths.ts';
import { developmentIdentity } from '../../src/dev/identity.ts';
import type { Bot } from '../support/bot.ts';
import { openForm, sentBy, startBot } from '../support/bot.ts';
import { opened } from '../support/reported.ts';
import { kiim, person } from '../support/world.ts';

let bot: Bot;
let open: string;
beforeAll(async () => {
  bot = await startBot();
  const form = sentBy(await openForm(bot, person.docent), 'Melding versturen');
  const told = { about: 'p-fenna', story: 'Haar tas.', source: 'zelf', happened: '2026-10-05', safe: 'ja' };
  await bot.press({ ...form, ...told }, { as: person.docent });
  open = (await bot.cases())[0]!.case;
}, 60_000);
afterAll(() => bot.stop());

type Name = keyof typeof paths;
interface Route {
  name: Name;
  path: string;
  body?: object;
}
const route = (name: Name, path: string, body?: object): Route => ({ name, path, body });
const get = (name: Name, query = '') => route(name, `${paths[name] as string}${query}`);

/** For everybody on the staff: what they see in it is theirs. */
const staff: Route[] = [
  get('me'),
  get('cases'),
  get('casesFile'),
  get('closed'),
  get('tasks'),
  get('report'),
  get('pupils', '?q=fen'),
  get('protocol'),
  get('protocolVersions'),
  get('protocolDifference', `?van=${kiim.ref.version}&naar=${kiim.ref.version}`),
  get('year'),
  get('figures'),
];
/** For who sets up the school. */
const setUp: Route[] = [
  get('school'),
  get('schoolPupils'),
  route('charge', paths.charge(person.mentor)),
  route('school', paths.school, { kind: 'briefing-at', at: '08:40' }),
  route('importPreview', paths.importPreview, { file: '' }),
  route('import', paths.import, { file: '', remove: false }),
  get('log'),
  get('health'),
];
/** For the coordinator alone. */
const coordinating: Route[] = [
  get('turn'),
  route('turn', paths.turn, {}),
  get('apart'),
  route('again', paths.again, { id: 'none' }),
];
/** For who may see the case. */
const ofCase = (id: string): Route[] => [
  route('case', paths.case(id)),
  route('links', paths.links(id)),
  route('colleagues', `${paths.colleagues(id)}?voor=case.handover`),
  route('steps', `${paths.steps(id)}?stap=veilig.1`),
  route('version', paths.version(id)),
  route('acts', paths.acts(id), { act: 'case.note', text: 'Gezien.' }),
  route('steps', paths.steps(id), { step: 'veilig.1', outcome: 'gedaan', answers: {}, contacts: [], opened }),
];
const all = () => [...staff, ...setUp, ...coordinating, ...ofCase(open)];

async function ask({ path, body }: Route, authorization?: string) {
  const headers: Record<string, string> = authorization ? { authorization } : {};
  if (body) headers['content-type'] = 'application/json';
  return fetch(bot.url + path, {
    method: body ? 'POST' : 'GET',
    headers: { ...headers, 'idempotency-key': `2026-10-05.${crypto.randomUUID()}` },
    body: body && JSON.stringify(body),
  });
}
const as = async ({ ...wanted }: Route, who: string) => ask(wanted, `Bearer ${await bot.token(who)}`);
const others = [person.docent, person.otherMentor, person.directeur];

describe('A4: each route of the API', () => {
  it('stands in one of the tables here', () => {
    expect(new Set(all().map(({ name }) => name))).toStrictEqual(new Set(Object.keys(paths)));
  });

  it('is refused without a token, with one of another tenant, and to whoever is not on the staff', async () => {
    const elsewhere = await developmentIdentity('another-tenant');
    const tokens = [undefined, await elsewhere.token(person.coordinator), await bot.token('a-pupil')];
    for (const wanted of all()) {
      const statuses = [];
      for (const token of tokens) statuses.push((await ask(wanted, token && `Bearer ${token}`)).status);
      expect([wanted.path, ...statuses]).toStrictEqual([wanted.path, 401, 401, 403]);
    }
  });

  it.each(Object.values(person))('answers %s what is for all staff', async (who) => {
    for (const wanted of staff)
      expect([wanted.path, (await as(wanted, who)).status]).toStrictEqual([wanted.path, 200]);
  });

  it.each([person.mentor, person.leerlingencoordinator, ...others])(
    'refuses %s what sets up the school or is for the coordinator, and changes nothing',
    async (who) => {
      const before = JSON.stringify(await bot.store.school(bot.partition));
      for (const wanted of [...setUp, ...coordinating])
        expect([wanted.path, (await as(wanted, who)).status]).toStrictEqual([wanted.path, 403]);
      expect(JSON.stringify(await bot.store.school(bot.partition))).toBe(before);
    },
  );

  it.each(others)(
    'tells %s of a case they may not see what it tells of one that is not there',
    async (who) => {
      const before = (await bot.store.load(bot.partition, open))!.events.length;
      const [theirs, nobodys] = [ofCase(open), ofCase('no-such-case')];
      for (const [i, wanted] of theirs.entries()) {
        const [one, other] = [await as(wanted, who), await as(nobodys[i]!, who)];
        expect([wanted.path, one.status, other.status]).toStrictEqual([wanted.path, 404, 404]);
        expect(await one.text()).toBe(await other.text());
      }
      expect((await bot.store.load(bot.partition, open))!.events).toHaveLength(before);
      expect((await bot.store.readsOf(bot.partition, open)).map((read) => read.person)).not.toContain(who);
    },
  );

  it.each([person.mentor, person.leerlingencoordinator, person.coordinator])(
    'shows %s the case',
    async (who) => {
      const [view, links] = ofCase(open);
      expect([(await as(view!, who)).status, (await as(links!, who)).status]).toStrictEqual([200, 200]);
    },
  );
});
