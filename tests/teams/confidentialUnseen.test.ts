/**
 * Decision 9: what anybody else can get out of the system is byte for byte the same with and without a confidential
 * message. Two bots live the same days; only in one of them there are two such messages.
 */
import { confidentialPartition } from '../../src/app/confidential.ts';
import { paths } from '../../src/api/contract/paths.ts';
import type { Person, School } from '../../src/domain/school.ts';
import { commands } from '../../src/teams/commands/registry.ts';
import type { Bot } from '../support/bot.ts';
import { cardIn, chatOf, openForm, sentBy, startBot } from '../support/bot.ts';
import { cardOf, textIn } from '../support/connector.ts';
import { person, school as usual } from '../support/world.ts';

const posts = (id: string, name: string, fn: string): Person => ({ id, name, posts: [{ function: fn }] });
const [writer, vera, omar] = ['schrijver-id', 'vera-id', 'omar-id'] as const;
const school: School = {
  ...usual,
  persons: [
    ...usual.persons,
    posts('beheer-id', 'Bep Beheer', 'beheerder'),
    posts(writer, 'Sem Schrijver', 'docent'),
    posts(vera, 'Vera Vertrouwen', 'vertrouwenspersoon'),
    posts(omar, 'Omar Oor', 'vertrouwenspersoon'),
  ],
};
/** Everybody but who wrote it and who it went to. */
const others = [...Object.values(person), 'beheer-id'];
const told = { about: 'p-fenna', story: 'Zag iets.', source: 'zelf', happened: '2026-10-05', safe: 'ja' };
const written = { aboutName: 'Fenna Fictief', story: 'Zag het ook.', safe: 'ja', approach: 'ja' };

/** Numbers that a confidential message has in this run; asked for in both. */
let numbers: string[] = [];

/** A file is a ZIP, whose entries bear the computer's own time: at these places of their two headers. */
function timeless(bytes: Buffer): string {
  for (const [header, at] of [
    ['PK\x03\x04', 10],
    ['PK\x01\x02', 12],
  ] as const)
    for (let i = bytes.indexOf(header); i >= 0; i = bytes.indexOf(header, i + 4))
      bytes.fill(0, i + at, i + at + 4);
  return bytes.toString('latin1');
}

/** What the others got, in the order of the moments at which it was looked at. */
async function lived(bot: Bot, withMessages: boolean): Promise<Map<string, string>> {
  const lane = confidentialPartition(bot.partition);
  const seen = new Map<string, string>();
  // Teams names what it sends; those who have to do with the messages send more.
  const activities = new Map<string, number>();
  let ids = 0;
  // Drawn in production: here they tell nothing but their order.
  bot.service.world.ids.next = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const from = (as: string) => {
    const n = (activities.get(as) ?? 0) + 1;
    activities.set(as, n);
    return { as, activity: `${as}-${n}` };
  };
  const last = (as: string) => cardOf(bot.connector.to(chatOf(as)).at(-1));
  const settle = async () => {
    await bot.settled();
    if (withMessages) await bot.service.drained(lane);
    await bot.settled();
  };
  const only = async (happens: () => Promise<unknown>) => {
    if (withMessages) await happens();
    await settle();
  };
  const presses = async (as: string, title: string, typed: Record<string, string> = {}) => {
    const answer = await bot.press({ ...sentBy(last(as), title), ...typed }, from(as));
    await settle();
    return answer;
  };
  const writes = async (to: string) => {
    const opened = await bot.press({ verb: 'confidential.form' }, from(writer));
    const answer = await bot.press({ ...sentBy(cardIn(opened), 'Versturen'), ...written, to }, from(writer));
    await settle();
    numbers.push(/V-[0-9A-F]{6}/.exec(textIn(cardIn(answer)))![0]);
  };
  const reports = async (as: string) => {
    const form = await openForm(bot, as);
    const answer = cardIn(await bot.press({ ...sentBy(form, 'Melding versturen'), ...told }, from(as)));
    await settle();
    return textIn(answer);
  };
  /** All that the others can ask for. */
  async function look(moment: string): Promise<void> {
    const words = commands.map((command) => command.words[0]!);
    const asked = [
      'zaak 1',
      'zaak 2',
      'opzoeken Fenna',
      'Fenna Fictief',
      'vertrouwlijk',
      'wie schreef er iets?',
    ];
    const { case: id } = (await bot.cases())[0]!;
    const addresses = Object.values(paths).map((p) => (typeof p === 'string' ? p : p(id)));
    for (const as of others) {
      for (const text of [...words, ...asked, ...numbers.flatMap((n) => [n, `zaak ${n}`])]) {
        const before = bot.connector.sent.length;
        await bot.say(text, from(as));
        seen.set(`${moment}, ${as}: ${text}`, JSON.stringify(bot.connector.sent.slice(before)));
      }
      for (const path of addresses) {
        const answer = await fetch(`http://127.0.0.1:${bot.service.port}${path}`, {
          headers: { authorization: `Bearer ${await bot.token(as)}` },
        });
        seen.set(
          `${moment}, ${as}: GET ${path.replace(id, 'ID')}`,
          `${answer.status} ${timeless(Buffer.from(await answer.arrayBuffer()))}`,
        );
      }
    }
    const rows = [await bot.store.deadJobs(bot.partition), await bot.store.logOf(bot.partition)];
    seen.set(`${moment}: what gave up, and the log`, JSON.stringify(rows));
  }

  for (const as of [...others, writer, vera, omar]) await bot.say('hallo', from(as));
  await reports(person.docent);
  // Omar can't be reached: the second message comes back to who wrote it, who then chooses Vera.
  if (withMessages)
    bot.connector.fail = (_method, path) => (path.includes(chatOf(omar)) ? { status: 403 } : undefined);
  await only(async () => {
    await writes(vera);
    await writes(omar);
    await presses(writer, 'Stuur het hierheen', { to: vera });
  });
  // The first one is not read: it is asked about, goes to Omar, and can't get there.
  for (const at of ['2026-10-06T08:30', '2026-10-07T08:40']) {
    bot.clock.set(at);
    await settle();
  }
  await only(async () => {
    const rows = await bot.store.confidentialsOf(lane, vera);
    const second = rows.find((row) => row.number === numbers[1])!;
    const at = { message: second.id, nonce: '00000000-0000-4000-9000-000000000001', day: '2026-10-07' };
    // Omar tries as well.
    for (const as of [vera, omar]) await bot.press({ verb: 'confidential.read', ...at }, from(as));
    expect(await bot.store.deadJobs(lane)).toHaveLength(2);
    expect(await bot.store.confidentialsOf(lane, omar)).toMatchObject([{ number: numbers[0] }]);
  });
  await look('one is read, one is asked about');
  await only(async () => {
    const rows = await bot.store.confidentialsOf(lane, vera);
    const at = { message: rows[0]!.id, nonce: '00000000-0000-4000-9000-000000000002', day: '2026-10-07' };
    await bot.press({ verb: 'confidential.close', ...at, as: 'besproken' }, from(vera));
    const stored = await bot.store.confidential(lane, rows[0]!.id);
    expect(stored!.events.at(-1)).toMatchObject({ type: 'Closed' });
  });
  bot.clock.set('2026-10-08T07:50');
  await settle();
  await look('one is closed');
  seen.set('the next report', await reports(person.docent));
  for (const as of others) seen.set(`all, to ${as}`, JSON.stringify(bot.connector.to(chatOf(as))));
  const channels = bot.connector.sent.filter((s) => s.conversation.startsWith('19:'));
  seen.set('all, to channels', JSON.stringify(channels));
  return seen;
}

test('P3: everybody else gets the same, byte for byte, whether or not there are confidential messages', async () => {
  numbers = [];
  const withThem = await startBot({ school });
  const without = await startBot({ school });
  try {
    const [some, none] = [await lived(withThem, true), await lived(without, false)];
    expect(numbers).toHaveLength(2);
    const bytes = (bot: Bot, seen: Map<string, string>) =>
      // Where it is served and the fake connector's own count are the test's; ids are named by their order.
      [...seen].map(([what, text]) => {
        const names = new Map<string, string>();
        const own = text
          .replaceAll(bot.connector.url, 'URL')
          .replace(/messageid=\d+/g, 'messageid=N')
          // A channel's version follows from that address.
          .replace(/("chosen":true,"version":)"\\"[\w-]+\\""/g, '$1')
          .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, (id) => {
            if (!names.has(id)) names.set(id, `ID${names.size}`);
            return names.get(id)!;
          });
        return [what, own];
      });
    const [one, other] = [bytes(withThem, some), bytes(without, none)];
    expect(one.map(([what]) => what)).toStrictEqual(other.map(([what]) => what));
    expect(one.filter(([, text], i) => text !== other[i]![1])).toStrictEqual([]);
    expect(some.get('the next report')).toContain('2026-0002');
    // It would have failed for whom it is meant.
    await withThem.say('vertrouwelijk', { as: vera });
    await without.say('vertrouwelijk', { as: vera });
    const [first, second] = [withThem, without].map((bot) =>
      textIn(cardOf(bot.connector.to(chatOf(vera)).at(-1))),
    );
    expect(first).not.toBe(second);
  } finally {
    await withThem.stop();
    await without.stop();
  }
}, 180_000);
