/** A case as a report from the chat opens it. */
import type { Bot } from './bot.ts';
import { openForm, sentBy } from './bot.ts';
import { person } from './world.ts';

/** Of a form of a step that was opened in the tab. */
export const opened = '00000000-0000-4000-8000-000000000001';

/** Reports about a pupil of the register, and answers the id of the case. */
export async function reported(
  bot: Bot,
  pupil = 'p-fenna',
  more: Record<string, string> = {},
): Promise<string> {
  const before = new Set((await bot.cases()).map((row) => row.case));
  const form = sentBy(await openForm(bot, person.docent), 'Melding versturen');
  const said = {
    about: pupil,
    story: 'Haar tas werd afgepakt.',
    source: 'zelf',
    happened: '2026-10-05',
    safe: 'ja',
  };
  await bot.press({ ...form, ...said, ...more }, { as: person.docent });
  const found = (await bot.cases()).find((row) => !before.has(row.case));
  if (!found) throw new Error(`no case was opened for ${pupil}`);
  return found.case;
}
