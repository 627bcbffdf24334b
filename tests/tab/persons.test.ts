/** Each page as each kind of person, and as the coordinator in each theme, on a phone and at 200 %. */
import { submitReport } from '../../src/app/reports.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { newPage } from '../support/browser.ts';
import { shot } from '../support/shots.ts';
import { scrollsSideways, tabOf } from '../support/tabFixture.ts';
import { person, report, school } from '../support/world.ts';

const confidant = { id: 'vp', name: 'Vera Vertrouwen', posts: [{ function: 'vertrouwenspersoon' }] };
let bot: Bot;
let caseId: string;
beforeAll(async () => {
  bot = await startBot({ tab: true, school: { ...school, persons: [...school.persons, confidant] } });
  const docent = (await bot.store.findPerson('tenant', person.docent))!;
  await submitReport(bot.service.world, docent, report(), { day: '2026-10-05', nonce: 'n' });
  caseId = (await bot.cases())[0]!.case;
}, 60_000);
afterAll(() => bot.stop());

/** The heading of each page by its name in the navigation. */
const everybody = {
  Zaken: 'Open zaken',
  'Mijn taken': 'Mijn taken',
  Melden: 'Hoe wil je dit melden?',
  Protocol: 'Protocol',
  Jaar: 'Jaar',
};
const setUp = { School: 'Mensen', Logboek: 'Logboek' };

async function open(as: string, size = { width: 1280, height: 800 }, theme = 'licht') {
  const { page, faults } = await newPage(size);
  await page.goto(`${bot.url}/dev?als=${as}&thema=${theme}`);
  const tab = tabOf(page);
  await tab.getByRole('tab', { name: 'Mijn taken' }).waitFor();
  return { page, tab, faults };
}

test.each([
  ['the mentor', person.mentor, true, false],
  ['the coordinator', person.coordinator, true, true],
  ['the directeur', person.directeur, false, false],
  ['a vertrouwenspersoon', confidant.id, false, false],
  ['a teacher who reported', person.docent, false, false],
])(
  'A4: %s sees their pages, and no other',
  async (_, who, seesCase, configures) => {
    const { page, tab, faults } = await open(who);
    const pages = { ...everybody, ...(configures ? setUp : {}) };
    const names = (
      await tab.getByRole('navigation', { name: 'Meldpunt' }).getByRole('tab').allInnerTexts()
    ).map((name) => name.replace(/ \(\d+\)$/, ''));
    expect(names).toStrictEqual(Object.keys(pages));
    for (const [name, title] of Object.entries(pages)) {
      await tab.getByRole('navigation', { name: 'Meldpunt' }).getByRole('tab', { name }).click();
      await tab.getByRole('heading', { name: title, level: 1 }).waitFor();
    }
    // What the navigation does not offer is not there by its address either.
    await tab.locator('body').evaluate((_, id) => void (location.hash = `#/zaak/${id}`), caseId);
    await tab.getByRole('heading', { name: seesCase ? 'Zaak 2026-0001' : 'Geen zaak gevonden' }).waitFor();
    if (!configures) {
      await tab.locator('body').evaluate(() => void (location.hash = '#/school'));
      await tab.getByRole('heading', { name: 'Instellen doet een ander' }).waitFor();
    }
    expect(faults).toStrictEqual([]);
    await page.close();
  },
  60_000,
);

test.each([
  ['licht', { width: 360, height: 740 }],
  ['donker', { width: 640, height: 400 }],
  ['contrast', { width: 360, height: 740 }],
])(
  'in the theme %s each page of the coordinator fits a small window',
  async (theme, size) => {
    const { page, tab, faults } = await open(person.coordinator, size, theme);
    for (const [name, title] of Object.entries({ ...everybody, ...setUp })) {
      await tab.getByRole('navigation', { name: 'Meldpunt' }).getByRole('tab', { name }).click();
      await tab.getByRole('heading', { name: title, level: 1 }).waitFor();
      expect([name, await scrollsSideways(page)]).toStrictEqual([name, false]);
      await shot(page, `klein-${name}-${theme}`);
    }
    expect(faults).toStrictEqual([]);
  },
  60_000,
);
