import { themes } from '../../src/dev/gallery/hostConfig.ts';
import { samples } from '../../src/dev/gallery/samples.ts';
import { startGallery } from '../../src/dev/gallery/server.ts';
import { newPage } from '../support/browser.ts';
import { shot } from '../support/shots.ts';
import { faultsOf } from './checks.ts';

const all = samples();
const chapters = [...new Set(all.map((s) => s.chapter))];
let gallery: Awaited<ReturnType<typeof startGallery>>;
beforeAll(async () => {
  gallery = await startGallery(0);
});
afterAll(() => gallery.stop());

test.each(all.map((s) => [`${s.chapter}: ${s.title}`, s.card] as const))(
  'the card "%s" is one that Teams takes and shows whole',
  (_name, card) => {
    expect(faultsOf(card)).toStrictEqual([]);
  },
);

/** What sticks out of its card, by the words in it. */
const sticksOut = `[...document.querySelectorAll('.card')].flatMap((card) => {
  const edge = card.getBoundingClientRect().right + 1;
  return [...card.querySelectorAll('*')]
    .filter((e) => e.getBoundingClientRect().width > 0 && e.getBoundingClientRect().right > edge)
    .map((e) => card.previousSibling.textContent + ': ' + e.textContent.slice(0, 60));
})`;
/** Buttons whose words are cut off. */
const cutOff = `[...document.querySelectorAll('.card .ac-pushButton')]
  .filter((e) => e.scrollWidth > e.clientWidth)
  .map((e) => e.textContent)`;

describe.each(themes)('in the %s theme', (theme) => {
  test.each([
    ['phone', '300'],
    ['desktop', '500'],
  ])(
    'every card fits a %s',
    async (screen, width) => {
      const { page, faults } = await newPage({ width: screen === 'phone' ? 360 : 1200, height: 900 });
      for (const chapter of chapters) {
        const asked = new URLSearchParams({ theme, width, chapter });
        await page.goto(`${gallery.url}/?${asked.toString()}`);
        await page.locator('.card').first().waitFor();
        expect(await page.locator('.card').count()).toBe(all.filter((s) => s.chapter === chapter).length);
        expect({ chapter, sticksOut: await page.evaluate(sticksOut) }).toStrictEqual({
          chapter,
          sticksOut: [],
        });
        expect({ chapter, cutOff: await page.evaluate(cutOff) }).toStrictEqual({ chapter, cutOff: [] });
        await shot(page, `cards-${theme}-${screen}-${chapter}`, undefined, true);
      }
      expect(faults).toStrictEqual([]);
    },
    60_000,
  );
});
