import type { CaseList } from '../../src/api/contract/cases.ts';
import type { ListRow } from '../../src/app/ports/rows.ts';
import type { Bot } from '../support/bot.ts';
import { chatOf, openForm, startBot } from '../support/bot.ts';
import { button, textIn } from '../support/connector.ts';
import { person } from '../support/world.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await startBot();
  await bot.say('hallo', { as: person.mentor });
  await bot.say('hallo', { as: person.coordinator });
});
afterEach(() => bot.stop());

async function report(fields: Record<string, string> = {}) {
  const data = button(await openForm(bot, person.docent), 'Melding versturen');
  await bot.press(
    { ...data, about: 'p-fenna', story: 'x', source: 'zelf', happened: '2026-10-05', safe: 'ja', ...fields },
    { as: person.docent },
  );
}
const toMentor = (path: string) => path.includes(chatOf(person.mentor));
const steps = () =>
  bot.connector.to(chatOf(person.mentor)).filter((s) => textIn(s.body).includes('Melding bekijken'));
const retried = async () => (await bot.store.jobs(bot.partition, '9999')).filter((j) => j.attempt > 0);
/** Lets the queue run; answers the jobs that failed and wait for another try. */
async function failed() {
  await bot.settled();
  return retried();
}

describe('a message that can’t be sent now', () => {
  it.each([429, 502, 504, 412])(
    '%i: is tried again later and then delivered once',
    async (status) => {
      bot.connector.fail = (_method, path) => (toMentor(path) ? { status } : undefined);
      await report();
      const [job] = await failed();
      expect(job!.attempt).toBe(1);
      expect(steps()).toHaveLength(0);
      bot.connector.fail = undefined;
      bot.clock.set('2026-10-05T08:40');
      await bot.settled();
      expect(steps()).toHaveLength(1);
    },
    20_000,
  );

  it('is not tried before Retry-After says so', async () => {
    bot.connector.fail = (_method, path) =>
      toMentor(path) ? { status: 429, headers: { 'retry-after': '300' } } : undefined;
    await report();
    const [job] = await failed();
    expect(Date.parse(job!.runAt) - Date.parse(job!.since)).toBeGreaterThanOrEqual(0.75 * 300_000);
  }, 20_000);

  it('does not hold up what goes to somebody else', async () => {
    bot.connector.fail = (_method, path) => (toMentor(path) ? { status: 429 } : undefined);
    await report({ safe: 'nee' });
    await failed();
    expect(textIn(bot.connector.to(chatOf(person.coordinator)).map((s) => s.body))).toContain(
      'Een leerling is nu niet veilig',
    );
    expect(bot.connector.sent.some((s) => s.conversation.startsWith('19:zorg'))).toBe(true);
  }, 20_000);

  it('keeps its order: what comes later for the same person waits for it', async () => {
    bot.connector.fail = (_method, path) => (toMentor(path) ? { status: 429 } : undefined);
    await report({ safe: 'nee' });
    await failed();
    bot.connector.fail = undefined;
    bot.clock.set('2026-10-05T08:40');
    await bot.settled();
    const texts = bot.connector.to(chatOf(person.mentor)).map((s) => textIn(s.body));
    const urgent = texts.findIndex((t) => t.includes('nu niet veilig'));
    const step = texts.findIndex((t) => t.includes('Melding bekijken'));
    expect(urgent).toBeGreaterThan(-1);
    expect(step).toBeGreaterThan(urgent);
  }, 20_000);

  it('gives up after 24 hours, and is then shown with its reason to the coordinator and nobody else', async () => {
    bot.connector.fail = (_method, path) => (toMentor(path) ? { status: 429 } : undefined);
    await report();
    await failed();
    bot.clock.set('2026-10-06T08:25');
    await bot.settled();
    const { undelivered } = (await bot.get('/api/cases', person.coordinator)).body as CaseList;
    expect(undelivered.filter(({ number }) => number !== undefined)).toMatchObject([
      { number: '2026-0001', to: 'Mila Mentor', reason: 'Teams antwoordt niet (429).' },
    ]);
    expect((await bot.get('/api/cases', person.mentor)).body).toMatchObject({ undelivered: [] });
  }, 30_000);
});

describe('a message for somebody without a chat', () => {
  it('goes out when the chat is opened while the message is being put aside', async () => {
    const { store } = bot;
    const commit = store.commit.bind(store);
    // Just before the message is put aside, its reader opens the chat: there is nothing to take back yet.
    store.commit = async (partition, change) => {
      if (change.park?.person === person.leerlingencoordinator)
        await bot.say('hallo', { as: person.leerlingencoordinator });
      return commit(partition, change);
    };
    await report({ who1: 'p-ties', part1: 'deed' });
    await bot.settled();
    await bot.settled();
    const texts = bot.connector.to(chatOf(person.leerlingencoordinator)).map((s) => textIn(s.body));
    expect(texts.filter((t) => t.includes('Melding bekijken'))).toHaveLength(1);
  });
});

describe('a message that can’t be sent at all', () => {
  it('403: the coordinator hears who could not be reached, and it is kept with its reason', async () => {
    bot.connector.fail = (_method, path) => (toMentor(path) ? { status: 403 } : undefined);
    await report();
    await bot.settled();
    await bot.settled();
    expect(textIn(bot.connector.to(chatOf(person.coordinator)).map((s) => s.body))).toContain(
      'Mila Mentor kan geen berichten van mij krijgen',
    );
    const [{ case: id }] = (await bot.cases()) as [ListRow];
    const dead = await bot.store.deadJobs(bot.partition);
    expect(dead.filter(({ work }) => work.kind === 'message' && work.message.case === id)).toMatchObject([
      { reason: 'Teams weigert het bericht (403).' },
    ]);
  });

  it('is dropped when its step was done meanwhile', async () => {
    bot.connector.fail = (_method, path) => (toMentor(path) ? { status: 429 } : undefined);
    await report();
    await failed();
    const [line] = await bot.store.openList(bot.partition);
    await bot.press(
      {
        verb: 'step.submit',
        case: line!.case,
        step: 'beoordelen.1',
        outcome: 'geen-pesten',
        q_omdat: 'Misverstand',
        nonce: '6d9bd3d5-5b0e-4a41-9d5c-5c5c0f0c8a11',
        day: '2026-10-05',
      },
      { as: person.coordinator },
    );
    bot.connector.fail = undefined;
    bot.clock.set('2026-10-05T08:40');
    await bot.settled();
    expect(steps()).toHaveLength(0);
    expect(textIn(bot.connector.to(chatOf(person.docent)).map((s) => s.body))).toContain(
      '2026-0001** is afgerond',
    );
  }, 20_000);
});
