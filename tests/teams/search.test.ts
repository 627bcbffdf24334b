import { randomUUID } from 'node:crypto';
import { pupilChoices, pupilChosen } from '../../src/cards/pupils.ts';
import { limits } from '../../src/domain/limits.ts';
import type { School } from '../../src/domain/school.ts';
import type { Bot } from '../support/bot.ts';
import { openForm, startBot } from '../support/bot.ts';
import { elements } from '../cards/checks.ts';
import { person, school as usual } from '../support/world.ts';

/** More pupils than a list on a card holds: those of another team beside the usual five. */
const school: School = {
  ...usual,
  pupils: [
    ...Array.from({ length: limits.choices }, (_, i) => ({
      id: `p-${i}`,
      name: `Aad Alias${i}`,
      group: '3A',
    })),
    ...usual.pupils,
  ],
};
let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ school });
});
afterAll(() => bot.stop());

async function search(as: string, value: object, tenant = 'tenant') {
  const response = await bot.activity({
    id: randomUUID(),
    type: 'invoke',
    name: 'application/search',
    channelId: 'msteams',
    serviceUrl: bot.connector.url,
    from: { id: `29:${as}`, aadObjectId: as },
    recipient: { id: 'bot' },
    conversation: { id: `chat-${as}`, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    value,
  });
  expect(response.status).toBe(200);
  const body = (await response.json()) as { type: string; value: { results: Found[] } };
  expect(body.type).toBe('application/vnd.microsoft.search.searchResponse');
  return body.value.results;
}
interface Found {
  title: string;
  value: string;
}
const asked = (queryText: string) => ({
  queryText,
  queryOptions: { skip: 0, top: 15 },
  dataset: 'leerlingen',
});
const titles = async (as: string, typed: string) => (await search(as, asked(typed))).map((r) => r.title);

describe('A4: pupils found while typing', () => {
  it.each(['zoe', 'ZOË', 'omaar', 'zom zo', 'Zoë (2B)'])('%s: finds any part of a name', async (typed) => {
    expect(await titles(person.docent, typed)).toStrictEqual(['Zoë Zomaar (2B)']);
  });

  it('gives name and group, and sends what it shows', async () => {
    expect(await search(person.docent, asked('fenna'))).toStrictEqual([
      { title: 'Fenna Fictief (2B)', value: 'Fenna Fictief (2B)' },
    ]);
  });

  it('numbers those who are called alike, so that each can be chosen', () => {
    const twins = ['p-a', 'p-b'].map((id) => ({ id, name: 'Fenna Fictief', group: '2B' }));
    const own = { ...usual, pupils: [...twins, { id: 'p-c', name: 'Fenna Fictief', group: '3A' }] };
    const [first, second, third] = pupilChoices(own.pupils, own);
    expect([first, second, third].map((c) => c!.value)).toStrictEqual([
      'Fenna Fictief (2B) · 1',
      'Fenna Fictief (2B) · 2',
      'Fenna Fictief (3A)',
    ]);
    for (const [i, { value, title }] of pupilChoices(own.pupils, own).entries()) {
      expect(value).toBe(title);
      expect(pupilChosen(value, own)).toBe(own.pupils[i]);
      expect(pupilChosen(own.pupils[i]!.id, own)).toBe(own.pupils[i]);
    }
    for (const nobody of ['', 'Fenna Fictief (2B)', 'Fenna Fictief'])
      expect(pupilChosen(nobody, own)).toBeUndefined();
  });

  it('puts the own groups first, and gives no more than fifteen', async () => {
    const mine = await titles(person.mentor, 'a');
    expect(mine).toHaveLength(15);
    expect(mine.slice(0, 3)).toStrictEqual(['Bram Bedacht (2B)', 'Fenna Fictief (2B)', 'Zoë Zomaar (2B)']);
    expect((await titles(person.otherMentor, 'a'))[0]).toBe('Aad Alias0 (3A)');
    expect((await titles(person.mentor, ''))[0]).toBe('Bram Bedacht (2B)');
  });

  it.each([
    ['another list', { ...asked('fenna'), dataset: 'medewerkers' }],
    ['no words', { dataset: 'leerlingen', queryText: 5 }],
    ['nothing', {}],
    ['a text of any length', asked('fenna'.repeat(10_000))],
  ])('%s: gives an empty list', async (_name, value) => {
    expect(await search(person.docent, value)).toStrictEqual([]);
  });

  it('P16: who is not on the staff, or of another school, finds nobody', async () => {
    expect(await search('a-pupil', asked('fenna'))).toStrictEqual([]);
    expect(await search(person.docent, asked('fenna'), 'elsewhere')).toStrictEqual([]);
  });

  it('each list of pupils on the form asks for it, and has its own list for where that does not work', async () => {
    const form = await openForm(bot, person.mentor);
    const lists = elements(form).filter((e) => ['about', 'about2', 'who1', 'who2'].includes(String(e.id)));
    expect(lists).toHaveLength(4);
    for (const list of lists) {
      expect(list['choices.data']).toStrictEqual({ type: 'Data.Query', dataset: 'leerlingen' });
      expect((list.choices as Found[])[0]?.title).toBe('Bram Bedacht (2B)');
    }
  });

  it('a list that holds all pupils has no search: it opens before somebody types, and shows names', async () => {
    const small = await startBot();
    const form = await openForm(small, person.mentor);
    await small.stop();
    expect(elements(form).filter((e) => 'choices.data' in e)).toStrictEqual([]);
    expect(elements(form).find((e) => e.id === 'about')?.choices).toHaveLength(usual.pupils.length);
  });
});
