import { randomUUID } from 'node:crypto';
import { textOfHtml } from '../../src/teams/messageText.ts';
import type { Bot } from '../support/bot.ts';
import { sentBy, startBot } from '../support/bot.ts';
import type { Card } from '../support/connector.ts';
import { textIn } from '../support/connector.ts';
import { elements, faultsOf } from '../cards/checks.ts';
import { person } from '../support/world.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.stop());

interface Task {
  type: string;
  value: string | { card: { contentType: string; content: Card } };
}
/** What Teams asks of a message extension, from a channel where others read along. */
async function invoke(as: string, name: string, value: object): Promise<Task> {
  const response = await bot.activity({
    id: randomUUID(),
    type: 'invoke',
    name: `composeExtension/${name}`,
    channelId: 'msteams',
    serviceUrl: bot.connector.url,
    from: { id: `29:${as}`, aadObjectId: as },
    recipient: { id: 'bot' },
    conversation: { id: '19:kern@thread', conversationType: 'channel', isGroup: true, tenantId: 'tenant' },
    channelData: { tenant: { id: 'tenant' } },
    value: { commandId: 'melding', commandContext: 'message', ...value },
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { task: Task }).task;
}
const cardIn = ({ type, value }: Task): Card => {
  if (type !== 'continue' || typeof value === 'string')
    throw new Error(`no card but ${JSON.stringify(value)}`);
  expect(value.card.contentType).toBe('application/vnd.microsoft.card.adaptive');
  expect(faultsOf(value.card.content as Parameters<typeof faultsOf>[0])).toStrictEqual([]);
  return value.card.content;
};
const pupilWrote = {
  id: '1',
  createdDateTime: '2026-10-02T12:00:00.000Z',
  from: { user: { id: 'a-pupil', displayName: 'Bram Bedacht', userIdentityType: 'aadUser' } },
  body: {
    contentType: 'html',
    content:
      '<div><p>Jij bent <b>stom</b> &amp; dik</p><p>Blijf weg<br>van ons</p><img alt="foto van Fenna" src="https://example.test/naakt.jpg"><attachment id="9"></attachment></div>',
  },
  attachments: [{ id: '9', contentUrl: 'https://example.test/bijlage.jpg', name: 'geheim.jpg' }],
};
const open = async (message: object = pupilWrote, as: string = person.docent) =>
  cardIn(await invoke(as, 'fetchTask', { messagePayload: message }));
const submit = (data: object, as: string = person.docent) => invoke(as, 'submitAction', { data });
const send = 'Melding versturen';
const filled = (form: Card, over: Record<string, string> = {}) => ({
  ...sentBy(form, send),
  about: 'p-fenna',
  source: 'online',
  safe: 'ja',
  ...over,
});

describe('“Maak hier een melding van”', () => {
  it('opens the form in a dialog with author, text and day filled in', async () => {
    expect(sentBy(await open(), send)).toMatchObject({
      story: 'Bram Bedacht schreef in Teams:\nJij bent stom & dik\nBlijf weg\nvan ons',
      source: 'online',
      happened: '2026-10-02',
      safe: '',
      about: '',
    });
  });

  it('P22: takes the text only: no picture, no attachment, and not what they are called', async () => {
    const form = JSON.stringify(await open());
    for (const words of ['naakt.jpg', 'bijlage.jpg', 'geheim', 'foto van Fenna'])
      expect(form).not.toContain(words);
    expect(form).toContain('Foto’s en bijlagen neem ik nooit over.');
    const { attachments } = pupilWrote;
    const picture = await open({ attachments, body: { contentType: 'html', content: '<img src="x">' } });
    expect(sentBy(picture, send)).toMatchObject({ story: '', source: '' });
    expect(textIn(picture)).toContain('In dit bericht staat geen tekst.');
  });

  it.each([
    ['a colleague’s message', { ...pupilWrote, from: { user: { id: person.mentor, displayName: 'Mila' } } }],
    ['an app’s message', { ...pupilWrote, from: { application: { displayName: 'Bot' } } }],
    ['a message without an author', { body: pupilWrote.body }],
  ])('%s: leaves open how one knows it', async (_name, message) => {
    expect(sentBy(await open(message), send).source).toBe('');
  });

  it('a text of any length is cut to what a report holds, and a day to come is not taken', async () => {
    const form = await open({
      ...pupilWrote,
      createdDateTime: '2027-01-01T00:00:00Z',
      body: { contentType: 'text', content: 'é'.repeat(50_000) },
    });
    const { story, happened } = sentBy(form, send);
    expect(story).toHaveLength(4000);
    expect(happened).toBe('2026-10-05');
  });

  it('has only what dialogs take: Action.Submit and the plain list of pupils', async () => {
    const form = await open();
    const all = elements(form);
    expect(all.filter((e) => e.type === 'Action.Execute')).toStrictEqual([]);
    expect(all.filter((e) => 'choices.data' in e)).toStrictEqual([]);
    expect(all.find((e) => e.id === 'about')?.choices).toHaveLength(5);
  });

  it('A1: a report is taken in and confirmed in the dialog; nothing is said in the channel', async () => {
    const receipt = cardIn(await submit(filled(await open())));
    expect(textIn(receipt)).toContain('2026-0001');
    expect(textIn(receipt)).not.toContain('stom');
    await bot.settled();
    expect(bot.connector.sent.filter((s) => s.conversation.startsWith('19:kern'))).toHaveLength(0);
    const stored = await bot.store.load(bot.partition, (await bot.cases())[0]!.case);
    expect(stored?.events[0]).toMatchObject({ report: { source: 'online', happened: '2026-10-02' } });
  });

  it('counts once, however often Teams sends it', async () => {
    const data = filled(await open());
    const answers = await Promise.all([1, 2, 3].map(() => submit(data)));
    expect(new Set(answers.map((a) => JSON.stringify(a)))).toHaveProperty('size', 1);
    expect(await bot.cases()).toHaveLength(1);
  });

  it('says in the dialog what to mend, and keeps what was typed', async () => {
    const again = cardIn(await submit(filled(await open(), { about: '', doneSoFar: 'gepraat' })));
    expect(textIn(again)).toContain('Kies over wie je je zorgen maakt');
    expect(sentBy(again, send)).toMatchObject({ doneSoFar: 'gepraat', source: 'online' });
    expect(textIn(cardIn(await submit(filled(again))))).toContain('2026-0001');
  });

  it('P2: words that point to danger to life show whom to call first', async () => {
    const warning = cardIn(await submit(filled(await open(), { story: 'Hij heeft een mes.' })));
    expect(textIn(warning)).toContain('Bel **112**');
    expect(await bot.cases()).toHaveLength(0);
    const back = cardIn(await submit(sentBy(warning, 'Terug naar het formulier')));
    expect(sentBy(back, send).story).toBe('Hij heeft een mes.');
    const done = cardIn(await submit(sentBy(warning, 'Gebeld of niet nodig: versturen')));
    expect(textIn(done)).toContain('2026-0001');
  });

  it('P16: who is not on the staff gets one friendly text', async () => {
    const fetched = await invoke('a-pupil', 'fetchTask', { messagePayload: pupilWrote });
    expect(fetched).toMatchObject({ type: 'message' });
    expect(fetched.value).toContain('Kindertelefoon');
    const data = filled(await open());
    expect((await submit(data, 'a-pupil')).value).toContain('Kindertelefoon');
    expect(await bot.cases()).toHaveLength(0);
  });

  it.each([
    ['a button of another card', { verb: 'step.submit', case: 'x', step: 'y.1' }],
    ['no button', {}],
  ])('%s does nothing here', async (_name, data) => {
    expect(await submit(data)).toMatchObject({
      type: 'message',
      value: expect.stringContaining('werkt hier niet'),
    });
  });

  it('a message that is none of Teams’ is kindly refused, and an error says nothing of itself', async () => {
    expect(await invoke(person.docent, 'fetchTask', {})).toMatchObject({ type: 'message' });
    bot.store.school = () => Promise.reject(new Error('geheime tekst'));
    const failed = await invoke(person.docent, 'fetchTask', { messagePayload: pupilWrote });
    expect(failed).toMatchObject({ type: 'message', value: expect.stringContaining('Er ging iets mis') });
    expect(JSON.stringify(failed)).not.toContain('geheime tekst');
  });
});

describe('the text of a message', () => {
  it.each([
    ['<p>a</p><p>b</p>', 'a\nb'],
    ['<ul><li>een</li><li>twee</li></ul>', 'een\ntwee'],
    ['&lt;b&gt; &#233; &#x20AC; &nbsp;x &onbekend;', '<b> é € x &onbekend;'],
    ['1 < 2 en <at id="0">Fenna</at> zei', '1 < 2 en Fenna zei'],
    ['<<<<', '<<<<'],
    ['&#0;&#9999999;', ''],
  ])('%s', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  it('takes no longer for a text that is made to be slow', () => {
    const start = performance.now();
    textOfHtml('<'.repeat(200_000));
    textOfHtml('&#'.repeat(100_000));
    textOfHtml(' \n'.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
