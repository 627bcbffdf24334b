import { randomUUID } from 'node:crypto';
import { commands } from '../../src/teams/commands/registry.ts';
import { verbs } from '../../src/teams/verbs/registry.ts';
import type { Bot } from '../support/bot.ts';
import { chatOf, startBot } from '../support/bot.ts';
import { submitReport } from '../../src/app/reports.ts';
import { person, report, school } from '../support/world.ts';

/** Who has nothing to do with a case of 2B that the mentor of 2B reported. */
const outsiders = [person.docent, person.otherMentor, person.directeur];
const today = '2026-10-05';

let bot: Bot;
let caseId: string;
beforeAll(async () => {
  bot = await startBot();
  const who = { partition: bot.partition, person: school.persons.find((p) => p.id === person.mentor)! };
  await submitReport(bot.service.world, who, report(), { day: today, nonce: randomUUID() });
  await bot.settled();
  caseId = (await bot.cases())[0]!.case;
});
afterAll(() => bot.stop());

/** Everything that a press says to whoever pressed: the answer, and what came into the chat. */
async function pressedAs(who: string, verb: string, id: string) {
  const before = bot.connector.sent.length;
  const nonce = randomUUID();
  const ids = {
    case: id,
    message: id,
    step: 'beoordelen.1',
    pupil: 'p-fenna',
    outcome: 'oppakken',
    to: person.docent,
  };
  const typed = {
    because: 'Omdat.',
    text: 'Tekst.',
    on: today,
    until: '2026-10-07',
    line: 'Kort.',
    accept: 'ja',
  };
  const answer = await bot.press({ verb, nonce, day: today, ...ids, ...typed }, { as: who });
  await bot.settled();
  const sent = bot.connector.sent.slice(before).map((s) => s.body.attachments ?? s.body.text);
  return JSON.stringify([answer, sent]).replaceAll(nonce, 'NONCE').replaceAll(id, 'CASE');
}

describe('A4: a button with the id of somebody else’s case', () => {
  it.each(Object.keys(verbs))(
    '%s: answers as for a case that is not there, and changes nothing',
    async (verb) => {
      const { events } = (await bot.store.load(bot.partition, caseId))!;
      for (const who of outsiders) {
        const theirs = await pressedAs(who, verb, caseId);
        expect(theirs).toBe(await pressedAs(who, verb, randomUUID()));
      }
      expect((await bot.store.load(bot.partition, caseId))!.events).toStrictEqual(events);
    },
  );
});

describe('A4: a command', () => {
  const texts = [...commands.flatMap((c) => c.words), 'zaak 2026-0001', 'zaak 1', 'Fenna Fictief'];
  it('says the same to somebody who has nothing to do with the only case as in a school without one', async () => {
    const empty = await startBot();
    try {
      for (const who of [person.docent, person.otherMentor]) {
        for (const text of texts) {
          const replies = await Promise.all(
            [bot, empty].map(async (one) => {
              const before = one.connector.sent.length;
              await one.say(text, { as: who });
              const sent = one.connector
                .to(chatOf(who))
                .slice(-(one.connector.sent.length - before) || Infinity);
              return JSON.stringify(sent.map((s) => s.body.attachments ?? s.body.text)).replace(
                /[0-9a-f]{8}-[0-9a-f-]{27}/g,
                'NONCE',
              );
            }),
          );
          expect({ text, who, said: replies[0] }).toStrictEqual({ text, who, said: replies[1] });
        }
      }
    } finally {
      await empty.stop();
    }
  });
});
