/** Each page as the coordinator sees it: in light, dark and contrast, on a desktop, on a phone and at 200 %. */
import type { FrameLocator, Page } from 'playwright-core';
import { submitReport } from '../../src/app/reports.ts';
import type { ClosedRow } from '../../src/app/ports/rows.ts';
import { LONG_STORY, longNamed } from '../support/longNames.ts';
import { faultsOf } from '../support/axe.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { newPage } from '../support/browser.ts';
import { demoFigures } from '../support/demoFigures.ts';
import { shot } from '../support/shots.ts';
import { scrollsSideways, tabOf } from '../support/tabFixture.ts';
import { person, report } from '../support/world.ts';

const sizes = {
  desk: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
  /** A window of 1280 wide at 200 %. */
  doubled: { width: 640, height: 400 },
};

let bot: Bot;
let caseId: string;
beforeAll(async () => {
  bot = await startBot({ tab: true, school: longNamed });
  const { world } = bot.service;
  const docent = (await bot.store.findPerson('tenant', person.docent))!;
  for (const pupil of ['p-fenna', 'p-ties', 'p-bram']) {
    const told = report({ about: [{ pupil }], story: LONG_STORY, behaviours: ['woorden', 'uitsluiten'] });
    await submitReport(world, docent, told, { day: '2026-10-05', nonce: pupil });
  }
  [caseId] = (await bot.store.openCasesOf(bot.partition, 'p-ties')) as [string];
  bot.clock.set('2026-10-09T10:00');
  await bot.settled();
  const { access } = (await bot.cases())[0]!;
  const closed: ClosedRow = {
    case: 'oud',
    number: '2026-0099',
    group: '2B',
    access,
    openedAt: '2026-08-20T08:00:00.000Z',
    closedAt: '2026-09-30T08:00:00.000Z',
  };
  bot.store.closedList = (_, year) => Promise.resolve(year === 2026 ? [closed] : []);
  bot.store.figures = () => Promise.resolve(demoFigures());
}, 60_000);
afterAll(() => bot.stop());

/** The address of each page and its heading. */
const pages = () =>
  Object.entries({
    zaken: 'Open zaken',
    gesloten: 'Gesloten zaken',
    [`zaak/${caseId}`]: /^Zaak 2026-/,
    taken: 'Mijn taken',
    melden: 'Hoe wil je dit melden?',
    protocol: 'Protocol',
    jaar: 'Jaar',
    logboek: 'Logboek',
    'school/personen': 'Mensen',
    'school/personen?wie=mentor-3a': /^Omar/,
    'school/groepen': 'Groepen en kernteams',
    'school/leerlingen': 'Leerlingen',
    'school/dagen': 'Vakanties en studiedagen',
    'school/kanalen': 'Kanalen',
    'school/dagopening': 'Dagopening',
    'school/noodnummers': 'Noodnummers',
    'school/afspraken': 'Afspraken van onze school',
    'school/privacy': 'Privacy',
    'school/protocol': 'Protocol',
  });

/** The address as the name of a picture, without the id of a case. */
const fileOf = (address: string) => address.replace(caseId, 'een').replaceAll(/[/?=]/g, '-');

/** Opens the tab once; a page of it comes by its address. */
async function open(theme: string) {
  const { page, faults } = await newPage();
  await page.goto(`${bot.url}/dev?als=${person.coordinator}&thema=${theme}`);
  const tab = tabOf(page);
  await tab.getByRole('heading', { name: 'Open zaken' }).waitFor();
  return { page, tab, faults };
}
async function go(tab: FrameLocator, address: string, heading: string | RegExp) {
  await tab.locator('html').evaluate((_, to) => void (window.location.hash = `#/${to}`), address);
  await tab.getByRole('heading', { name: heading, level: 1 }).waitFor();
  await tab.getByRole('progressbar').waitFor({ state: 'detached' });
}
async function resize(page: Page, size: { width: number; height: number }) {
  await page.setViewportSize(size);
  await tabOf(page)
    .locator('html')
    .evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

test('A4: each page of the coordinator fits a desktop, a phone and 200 %, and axe finds nothing', async () => {
  const { page, tab, faults } = await open('licht');
  const wrong: string[] = [];
  for (const [address, heading] of pages()) {
    await resize(page, sizes.desk);
    await go(tab, address, heading);
    for (const [name, size] of Object.entries(sizes)) {
      await resize(page, size);
      const where = `${address} at ${name}`;
      if (await scrollsSideways(page)) wrong.push(`${where}: sticks out`);
      // What a phone shows is what 200 % shows: cards in place of tables.
      if (name !== 'doubled') wrong.push(...(await faultsOf(page)).map((fault) => `${where}: ${fault}`));
      await shot(page, `${fileOf(address)}-${name}`);
    }
  }
  expect(wrong).toStrictEqual([]);
  expect(faults).toStrictEqual([]);
}, 120_000);

test.each(['donker', 'contrast'])(
  'A4: each page of the coordinator can be read in the theme %s',
  async (theme) => {
    const { page, tab, faults } = await open(theme);
    const wrong: string[] = [];
    for (const [address, heading] of pages()) {
      await go(tab, address, heading);
      wrong.push(...(await faultsOf(page, theme)).map((fault) => `${address}: ${fault}`));
      await shot(page, `${fileOf(address)}-${theme}`);
      if (process.env.SHOTS) {
        await resize(page, sizes.phone);
        await shot(page, `${fileOf(address)}-${theme}-phone`);
        await resize(page, sizes.desk);
      }
    }
    expect(wrong).toStrictEqual([]);
    expect(faults).toStrictEqual([]);
  },
  120_000,
);

test('the theme follows Teams while the page is open: light, dark, contrast, and an unknown one is light', async () => {
  const { page, tab } = await open('licht');
  const main = tab.locator('main');
  const background = () => main.evaluate((el) => getComputedStyle(el.parentElement!).backgroundColor);
  const seen = [await background()];
  const next = async (choose: () => Promise<unknown>) => {
    await choose();
    while ((await background()) === seen.at(-1)) await page.waitForTimeout(20);
    seen.push(await background());
  };
  await next(() => page.selectOption('#theme', 'dark'));
  await next(() => page.selectOption('#theme', 'contrast'));
  await next(() =>
    page.evaluate(() => {
      const tabWindow = document.querySelector('iframe')!.contentWindow!;
      tabWindow.postMessage({ func: 'themeChange', args: ['glass'] }, location.origin);
    }),
  );
  // Teams' own colours of Fluent: colorNeutralBackground2 of each theme.
  expect(seen).toEqual(['rgb(250, 250, 250)', 'rgb(36, 36, 36)', 'rgb(0, 0, 0)', 'rgb(250, 250, 250)']);
});
