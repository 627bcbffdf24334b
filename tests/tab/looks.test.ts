/** Each page as the coordinator sees it: in light, dark and contrast, on a desktop, on a phone and at 200 %. */
import type { FrameLocator, Page } from 'playwright-core';
import { submitReport } from '../../src/app/reports.ts';
import { completeStep } from '../../src/app/steps.ts';
import type { ClosedRow } from '../../src/app/ports/rows.ts';
import { LONG_STORY, longNamed } from '../support/longNames.ts';
import { faultsOf } from '../support/axe.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { demoFigures } from '../support/demoFigures.ts';
import { shot } from '../support/shots.ts';
import { goTo, openTab, scrollsSideways, sizes, tabOf } from '../support/tabFixture.ts';
import { until } from '../support/until.ts';
import { person, protocol, report } from '../support/world.ts';

let bot: Bot;
let caseId: string;
let closedId: string;
beforeAll(async () => {
  bot = await startBot({ tab: true, school: longNamed });
  const { world } = bot.service;
  const docent = await bot.who(person.docent);
  for (const pupil of ['p-fenna', 'p-ties', 'p-bram']) {
    const told = report({ about: [{ pupil }], story: LONG_STORY, behaviours: ['woorden', 'uitsluiten'] });
    await submitReport(world, docent, told, { day: '2026-10-05', nonce: pupil });
  }
  [caseId] = (await bot.store.openCasesOf(bot.partition, 'p-ties')) as [string];
  [closedId] = (await bot.store.openCasesOf(bot.partition, 'p-bram')) as [string];
  await completeStep(
    world,
    await bot.who(person.mentor),
    { case: closedId, step: 'beoordelen.1', outcome: 'geen-pesten', answers: { omdat: 'Ruzie.' } },
    { day: '2026-10-05', nonce: 'dicht' },
  );
  const older = { ...protocol, version: 1, steps: protocol.steps.filter(({ id }) => id !== 'veilig') };
  await bot.store.keepProtocol(bot.partition, { id: 'kiim', version: 1, hash: 'oud' }, older);
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

interface Sight {
  /** The heading of the page. */
  title: string | RegExp;
  /** Text that comes last. */
  shows?: string | RegExp;
  /** What is opened or filled in there. */
  then?: (tab: FrameLocator) => Promise<void>;
}
const at = (title: Sight['title'], shows?: Sight['shows']): Sight => ({ title, shows });

/** Each address, and what is there. */
const sights = (): [address: string, sight: Sight][] =>
  Object.entries({
    zaken: at('Open zaken'),
    gesloten: at('Gesloten zaken'),
    [`zaak/${caseId}`]: at(/^Zaak 2026-/),
    [`zaak/${closedId}`]: at(/^Zaak 2026-/, 'gesloten'),
    taken: at('Mijn taken'),
    melden: at('Hoe wil je dit melden?'),
    'melden?': { title: 'Hoe wil je dit melden?', then: fillReport },
    protocol: at('Protocol', 'Eerst: de mentor.'),
    'protocol/herkennen': at('Protocol', 'Signalen thuis'),
    'protocol/stappen?bij=gesprek': at('Protocol', /^Wie aan zet is; ook/),
    'protocol/afspraken': at('Protocol', 'Afspraken van onze school'),
    'protocol/opzoeken?bij=naaktfoto': at('Protocol', /^Bekijk, kopieer, bewaar/),
    'protocol/wie': at('Protocol', 'Mila Mentor'),
    'protocol/versies': at('Protocol', /is nieuw/),
    jaar: at('Jaar'),
    logboek: at('Logboek'),
    'school/personen': at('Mensen'),
    'school/personen?wie=mentor-3a': at(/^Omar/),
    'school/groepen': at('Groepen en kernteams'),
    'school/groepen?groep=3A': at('Groep 3A'),
    'school/leerlingen': at('Leerlingen', /^Ties van den/),
    'school/leerlingen?inlezen=': at('Lijst inlezen'),
    'school/dagen': at('Vakanties en studiedagen'),
    'school/kanalen': at('Kanalen'),
    'school/dagopening': at('Dagopening'),
    'school/noodnummers': at('Noodnummers'),
    'school/afspraken': at('Afspraken van onze school'),
    'school/privacy': at('Privacy'),
    'school/protocol': at('Protocol'),
  });

async function fillReport(tab: FrameLocator) {
  await tab.getByRole('button', { name: 'Melding maken' }).click();
  await tab.getByRole('combobox', { name: 'Over wie maak je je zorgen?' }).fill('ties');
  await tab.getByRole('option', { name: /^Ties/ }).click();
  await tab.getByLabel('Wat zag of hoorde je?').fill(LONG_STORY);
  await tab.getByRole('button', { name: 'Weet je meer? (mag leeg)' }).click();
  await tab.getByRole('button', { name: 'Melding versturen' }).click();
  await tab.getByRole('alert').first().waitFor();
}

/** The address as the name of a picture, without the id of a case. */
const fileOf = (address: string) =>
  address.replace(caseId, 'een').replace(closedId, 'dicht').replaceAll(/[/?=]/g, '-');

async function go(tab: FrameLocator, address: string, { title, shows, then }: Sight) {
  await goTo(tab, `#/${address}`);
  await tab.getByRole('heading', { name: title, level: 1 }).waitFor();
  await tab.getByRole('progressbar').waitFor({ state: 'detached' });
  if (shows) await tab.getByText(shows).first().waitFor();
  await then?.(tab);
}
/** Changes the page, and waits until it is drawn so. */
async function changed(page: Page, change: () => Promise<unknown>) {
  await change();
  await tabOf(page)
    .locator('html')
    .evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
const themes = { licht: 'default', donker: 'dark', contrast: 'contrast' };

test('A4: each page of the coordinator fits a desktop, a phone and 200 %, can be read in each theme, and axe finds nothing', async () => {
  const { page, tab, faults } = await openTab(bot.url, { as: person.coordinator });
  const wrong: string[] = [];
  for (const [address, sight] of sights()) {
    await go(tab, address, sight);
    // What differs by theme is colour, and colour does not differ by size.
    for (const [theme, name] of Object.entries(themes)) {
      await changed(page, () => page.selectOption('#theme', name));
      wrong.push(...(await faultsOf(page, theme)).map((fault) => `${address}, ${theme}: ${fault}`));
      await shot(page, `${fileOf(address)}-${theme}`);
    }
    await changed(page, () => page.selectOption('#theme', themes.licht));
    for (const [name, size] of Object.entries(sizes).reverse()) {
      await changed(page, () => page.setViewportSize(size));
      const where = `${address} at ${name}`;
      if (await scrollsSideways(page)) wrong.push(`${where}: sticks out`);
      // What a phone shows is what 200 % shows: cards in place of tables.
      if (name === 'phone') wrong.push(...(await faultsOf(page)).map((fault) => `${where}: ${fault}`));
      await shot(page, `${fileOf(address)}-${name}`);
    }
  }
  expect(wrong).toStrictEqual([]);
  expect(faults).toStrictEqual([]);
}, 150_000);

test('the theme follows Teams while the page is open: light, dark, contrast, and an unknown one is light', async () => {
  const { page, tab } = await openTab(bot.url, { as: person.coordinator });
  const main = tab.locator('main');
  const background = () => main.evaluate((el) => getComputedStyle(el.parentElement!).backgroundColor);
  const seen = [await background()];
  const next = async (choose: () => Promise<unknown>) => {
    await choose();
    await until('the theme follows', async () => (await background()) !== seen.at(-1));
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
