import type { Bot } from '../support/bot.ts';
import { cardIn, chatOf, openForm, startBot } from '../support/bot.ts';
import { button, cardOf, textIn } from '../support/connector.ts';
import { person } from '../support/world.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.stop());

/** The button of the newest card on which it stands beside this text. */
function buttonOn(text: string, title: string) {
  const cards = cardsOf(person.mentor).filter((card) => textIn(card).includes(text));
  return button(cards.at(-1)!, title);
}
const cardsOf = (who: string) =>
  bot.connector.to(chatOf(who)).flatMap((sent) => (sent.body.attachments ? [cardOf(sent)] : []));

/** A report of cyberbullying that the mentor takes up: the parents of both sides are called, each apart. */
async function cardAbout(pupil: string) {
  await bot.say('hallo', { as: person.mentor });
  const form = button(await openForm(bot, person.docent), 'Melding versturen');
  const report = { about: 'p-fenna', story: 'x', source: 'zelf', happened: '2026-10-05', safe: 'ja' };
  const more = { who1: 'p-bram', part1: 'deed', behaviours: 'online' };
  await bot.press({ ...form, ...report, ...more }, { as: person.docent });
  await bot.settled();
  await bot.press(buttonOn('Ik pak dit op', 'Ik pak dit op'), { as: person.mentor });
  await bot.settled();
  return buttonOn(`Ouders van ${pupil}`, 'Ouders gesproken');
}
const press = async (data: Record<string, string>) => cardIn(await bot.press(data, { as: person.mentor }));
const informed = async () => {
  const [row] = await bot.cases();
  const { events } = (await bot.store.load(bot.partition, row!.case))!;
  return events.flatMap((e) => (e.type === 'ParentsInformed' ? [e.contact] : []));
};

describe('M9: parents, on the card of a step', () => {
  it('are told, and that is recorded together with the step', async () => {
    const data = await cardAbout('Fenna Fictief');
    const done = textIn(await press({ ...data, 'ouders_p-fenna': 'phone', q_besproken: 'Ze schrokken.' }));
    expect(done).toContain('Ouders gesproken');
    expect(await informed()).toStrictEqual([{ of: 'p-fenna', how: 'phone', reached: true }]);
  });

  it('who were not told keep the step open, with what was filled in', async () => {
    const data = await cardAbout('Bram Bedacht');
    const again = textIn(await press({ ...data, q_besproken: 'Niets.' }));
    expect(again).toContain('Leg eerst vast hoe je de ouders van één leerling hebt ingelicht');
    expect(again).toContain('Niets.');
    expect(await informed()).toStrictEqual([]);
  });

  it('are not called with a reason only', async () => {
    const data = await cardAbout('Bram Bedacht');
    const not = { ...data, 'ouders_p-bram': 'niet-bellen' };
    expect(textIn(await press(not))).toContain('Vul in waarom je deze ouders niet belt.');
    const done = textIn(await press({ ...not, 'waarom_p-bram': 'Nog niet zeker of hij het was.' }));
    expect(done).toContain('Ouders gesproken');
    expect(await informed()).toMatchObject([
      { of: 'p-bram', reached: false, because: 'Nog niet zeker of hij het was.' },
    ]);
  });
});
