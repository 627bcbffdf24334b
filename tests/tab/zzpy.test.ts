import { newPage } from '../support/browser.ts';
import { startBot } from '../support/bot.ts';
import { demoFigures } from '../support/demoFigures.ts';
import { tabOf } from '../support/tabFixture.ts';
import { person, protocol } from '../support/world.ts';

test('shots', async () => {
  const bot = await startBot({ tab: true });
  bot.store.figures = () => Promise.resolve(demoFigures());
  await bot.store.keepProtocol(
    bot.partition,
    { id: 'kiim', version: 2, hash: 'oud' },
    { ...protocol, version: 2, steps: protocol.steps.slice(1), title: 'Oud' },
  );
  bot.clock.set('2027-02-15T09:00');
  await bot.settled();
  const out = '/tmp/h/shotspy';
  const { mkdirSync } = await import('node:fs');
  mkdirSync(out, { recursive: true });
  for (const [size, viewport] of Object.entries({
    desk: { width: 1280, height: 800 },
    phone: { width: 360, height: 740 },
  }))
    for (const theme of ['licht', 'donker', 'contrast'])
      for (const who of [person.coordinator, person.mentor]) {
        if (who === person.mentor && theme !== 'licht') continue;
        const { page, faults } = await newPage(viewport);
        await page.goto(`${bot.url}/dev?als=${who}&thema=${theme}`);
        const tab = tabOf(page);
        await tab.getByRole('tab', { name: 'Protocol' }).waitFor();
        const frame = page.frames().find((f) => f.url().includes('/tab'))!;
        for (const to of [
          'protocol',
          'protocol/herkennen',
          'protocol/stappen?bij=gesprek',
          'protocol/afspraken',
          'protocol/opzoeken?bij=naaktfoto',
          'protocol/wie',
          'protocol/versies',
          'jaar',
        ]) {
          if (theme !== 'licht' && !['jaar', 'protocol', 'protocol/stappen?bij=gesprek'].includes(to))
            continue;
          await frame.evaluate((h) => {
            location.hash = `#/${h}`;
          }, to);
          await page.waitForTimeout(to === 'jaar' ? 2500 : 900);
          const height = await frame.evaluate(() => document.documentElement.scrollHeight);
          await page.setViewportSize({ width: viewport.width, height: Math.min(5200, height + 80) });
          await page.waitForTimeout(500);
          await page.screenshot({ path: `${out}/${size}-${theme}-${who}-${to.replace(/\W+/g, '_')}.png` });
          const wide = await frame.evaluate(
            () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
          );
          if (wide) console.log('sideways', size, to);
          await page.setViewportSize(viewport);
        }
        console.log(faults);
        await page.close();
      }
  await bot.stop();
}, 280_000);
