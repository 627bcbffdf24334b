import { axeIn } from '../support/axe.ts';
import { newPage } from '../support/browser.ts';
import { scrollsSideways, startTab, tabOf } from '../support/tabFixture.ts';
import type { TabServer } from '../support/tabFixture.ts';

let tab: TabServer;
beforeAll(async () => {
  tab = await startTab();
}, 60_000);
afterAll(() => tab.stop());

const pages = [
  ['list', '/dev'],
  ['case page', '/dev?zaak=zaak-a'],
] as const;
const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };

test('the theme follows Teams while the page is open: light, dark, contrast, and an unknown one is light', async () => {
  const { page } = await newPage();
  await page.goto(`${tab.url}/dev`);
  const main = tabOf(page).locator('main');
  await main.getByRole('table').waitFor();
  const background = () => main.evaluate((el) => getComputedStyle(el.parentElement!).backgroundColor);
  const seen: string[] = [];
  const next = async (choose: () => Promise<unknown>) => {
    const before = seen.at(-1);
    await choose();
    while ((await background()) === before) await page.waitForTimeout(20);
    seen.push(await background());
  };
  await next(() => Promise.resolve());
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

test.each(pages)(
  'the %s fits a phone without scrolling sideways, however long a name is',
  async (_, path) => {
    const { page } = await newPage(sizes.phone);
    await page.goto(tab.url + path);
    await tabOf(page).getByText('Bruynvandermeulenbroekhuizen').first().waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await tabOf(page).getByRole('table').count()).toBe(0);
  },
);

test.each(pages)('the %s fits a window of 1280 wide at 200 %%', async (_, path) => {
  const { page } = await newPage({ width: 640, height: 400 });
  await page.goto(tab.url + path);
  await tabOf(page).getByText('Bruynvandermeulenbroekhuizen').first().waitFor();
  expect(await scrollsSideways(page)).toBe(false);
});

test('the table fits wherever it is shown', async () => {
  const { page } = await newPage({ width: 769, height: 800 });
  await page.goto(`${tab.url}/dev`);
  await tabOf(page).getByRole('table').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
});

test('on a phone the reason of a date stands there, without a hover', async () => {
  const { page } = await newPage(sizes.phone);
  await page.goto(`${tab.url}/dev`);
  await tabOf(page).getByText('Uiterlijk di 24 nov: de dag na de melding').waitFor();
  await tabOf(page)
    .getByRole('listitem')
    .filter({ hasText: '2026-014' })
    .getByText('Evalueer')
    .click({ force: true });
  await tabOf(page).getByRole('heading', { name: 'Zaak 2026-014' }).waitFor();
});

describe.each(['licht', 'donker', 'contrast'])('in the theme %s', (theme) => {
  describe.each(Object.entries(sizes))('at the size of a %s', (_, size) => {
    test.each(pages)('axe finds nothing on the %s', async (_, path) => {
      const { page } = await newPage(size);
      await page.goto(`${tab.url}${path}${path.includes('?') ? '&' : '?'}thema=${theme}`);
      await tabOf(page).getByText('Bruynvandermeulenbroekhuizen').first().waitFor();
      const { violations, passes } = await axeIn(page);
      expect(passes.flatMap((rule) => rule.nodes).length).toBeGreaterThan(20);
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([]);
    });
  });
});
