/** Each page as each kind of person sees it. */
import { submitReport } from '../../src/app/reports.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { newPage } from '../support/browser.ts';
import { tabOf } from '../support/tabFixture.ts';
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

async function open(as: string) {
  const { page, faults } = await newPage();
  await page.goto(`${bot.url}/dev?als=${as}`);
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
