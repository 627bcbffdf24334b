/** Each page as each kind of person sees it. */
import { submitReport } from '../../src/app/reports.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { goTo, openTab } from '../support/tabFixture.ts';
import { person, report, school } from '../support/world.ts';

const confidant = { id: 'vp', name: 'Vera Vertrouwen', posts: [{ function: 'vertrouwenspersoon' }] };
let bot: Bot;
let caseId: string;
beforeAll(async () => {
  bot = await startBot({ tab: true, school: { ...school, persons: [...school.persons, confidant] } });
  const docent = await bot.who(person.docent);
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

test.each([
  ['the mentor', person.mentor, true, false],
  ['the coordinator', person.coordinator, true, true],
  ['the directeur', person.directeur, false, false],
  ['a vertrouwenspersoon', confidant.id, false, false],
  ['a teacher who reported', person.docent, false, false],
])('A4: %s sees their pages, and no other', async (_, who, seesCase, configures) => {
  const { tab, faults } = await openTab(bot.url, { as: who });
  await tab.getByRole('tab', { name: 'Mijn taken' }).waitFor();
  const pages = { ...everybody, ...(configures ? setUp : {}) };
  const navigation = tab.getByRole('navigation', { name: 'Meldpunt' }).getByRole('tab');
  const names = (await navigation.allInnerTexts()).map((name) => name.replace(/ \(\d+\)$/, ''));
  expect(names).toStrictEqual(Object.keys(pages));
  for (const [name, title] of Object.entries(pages)) {
    await navigation.filter({ hasText: name }).click();
    await tab.getByRole('heading', { name: title, level: 1 }).waitFor();
  }
  // What the navigation does not offer is not there by its address either.
  await goTo(tab, `#/zaak/${caseId}`);
  await tab.getByRole('heading', { name: seesCase ? 'Zaak 2026-0001' : 'Geen zaak gevonden' }).waitFor();
  if (!configures) {
    await goTo(tab, '#/school');
    await tab.getByRole('heading', { name: 'Instellen doet een ander' }).waitFor();
  }
  expect(faults).toStrictEqual([]);
});
