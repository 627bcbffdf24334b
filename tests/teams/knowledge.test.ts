/** Looking up in chat, over HTTP: topics, typing errors, free text, and what stays out of a channel. */
import { readFileSync } from 'node:fs';
import { limits } from '../../src/domain/limits.ts';
import { commands, findCommand } from '../../src/teams/commands/registry.ts';
import type { Bot } from '../support/bot.ts';
import { chatOf, startBot } from '../support/bot.ts';
import type { Card } from '../support/connector.ts';
import { cardOf, textIn } from '../support/connector.ts';
import { person, school } from '../support/world.ts';
import { elements } from '../cards/checks.ts';

const bots: Bot[] = [];
const started = async (protocol: string) => {
  const bot = await startBot({
    school: {
      ...school,
      settings: { ...school.settings, protocol },
      persons: [{ id: person.docent, name: 'Dirk Docent', posts: [] }],
    },
  });
  bots.push(bot);
  return bot;
};
let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
  bots.push(bot);
  await bot.say('hallo', { as: person.docent });
});
afterAll(() => Promise.all(bots.map((b) => b.stop())));

const docent = { as: person.docent };
const last = (of = bot) => cardOf(of.connector.to(chatOf(person.docent)).at(-1));
const titleOf = (card: Card) => elements(card).find((e) => e.type === 'TextBlock')?.text;
const buttons = (card: Card) =>
  elements(card).filter((e) => e.type === 'Action.Execute') as unknown as {
    title: string;
    data: Record<string, string>;
  }[];
async function asked(text: string, of = bot) {
  await of.say(text, docent);
  return last(of);
}

describe('K22: a word or a question brings the card of a topic', () => {
  it.each([
    ['protocol', 'Antipestprotocol KiiM'],
    ['opzoeken', 'Antipestprotocol KiiM'],
    ['stappen', 'De stappen van No Blame'],
    ['signalen', 'Signalen'],
    ['Wat zijn de signalen?', 'Signalen'],
    ['pesten of plagen', 'Pesten of plagen?'],
    ['pesten-of-plagen', 'Pesten of plagen?'],
    ['wat is pesten', 'Pesten of plagen?'],
    ['cyber', 'Cyberpesten op school'],
    ['naaktfoto', 'Naaktfoto’s en filmpjes'],
    ["naaktfoto's", 'Naaktfoto’s en filmpjes'],
    ['ouders', 'Advies voor ouders'],
    ['links', 'Sites en hulplijnen'],
    ['wie', 'Bij wie kun je terecht?'],
    ['wie is de mentor', 'Bij wie kun je terecht?'],
    ['zoek tips voor leerlingen', 'Tips voor leerlingen bij cyberpesten'],
    ['hoi, wat zijn de signalen?', 'Signalen'],
  ])('%s', async (text, title) => {
    expect(titleOf(await asked(text))).toBe(title);
  });

  it.each([
    ['signaln', 'Signalen'],
    ['naaktfto', 'Naaktfoto’s en filmpjes'],
    ['pesten of plagn', 'Pesten of plagen?'],
    ['opzoeken singalen', 'Signalen'],
  ])('also with a typing error: %s', async (text, title) => {
    expect(titleOf(await asked(text))).toBe(title);
  });

  it('every button on every card of a look-up leads to another one', async () => {
    const seen = new Map<string, string>();
    const queue = ['protocol'];
    for (let text = queue.pop(); text !== undefined; text = queue.pop()) {
      await bot.press({ verb: 'command', text }, docent);
      seen.set(text, String(titleOf(last())));
      const next = buttons(last()).map((b) => b.data.text!);
      queue.push(...next.filter((t) => !seen.has(t) && !queue.includes(t)));
    }
    expect(seen.size).toBe(18); // sixteen topics, and twice the protocol itself
    expect([...seen.values()].filter((t) => t.startsWith('Daarover') || t.startsWith('Dat'))).toStrictEqual(
      [],
    );
  });
});

describe('the school’s own protocol answers', () => {
  it.each([
    ['mijnplein', 'ouders', 'Tips voor ouders'],
    ['zevensprong', 'kwink', 'Kwink'],
    ['zevenstappen', 'stappen', 'De zeven stappen'],
    ['handelingsplan', 'signalen', 'Signalen'],
  ])('%s: %s', async (protocol, text, title) => {
    const own = await started(protocol);
    expect(titleOf(await asked(text, own))).toBe(title);
  });

  it.each(['cyber', 'wat zijn goede websites', 'cyberpessten'])(
    'and says so kindly where it has nothing: %s',
    async (text) => {
      const own = bots.at(-1)!;
      const card = await asked(text, own);
      expect(titleOf(card)).toBe('Daarover staat niets in het protocol van jouw school');
      expect(buttons(card).map((b) => b.title)).toContain('De evaluaties');
    },
  );

  it('with the numbers that the school set', async () => {
    const stored = await bot.store.school(bot.partition);
    await bot.store.saveSchool({
      ...stored,
      settings: { ...stored.settings, norms: { 'beoordelen-binnen': 4 } },
    });
    expect(textIn(await asked('stappen'))).toContain('binnen 4 schooldagen na de melding');
    await bot.store.saveSchool(stored);
  });
});

describe('free text', () => {
  it('that is near to several things is put back as a question, the likeliest first', async () => {
    const card = await asked('tips ouders cyberpesten');
    expect(titleOf(card)).toBe('Bedoel je …');
    expect(buttons(card)[0]).toMatchObject({
      title: 'Tips voor ouders bij cyberpesten',
      data: { verb: 'command', text: 'opzoeken cyber-ouders' },
    });
  });

  it.each(['wat een melding!', 'meldingen van vorig jaar', 'meldng', 'protocl'])(
    'never starts a command by a guess: %s',
    async (text) => {
      expect(titleOf(await asked(text))).toBe('Bedoel je …');
    },
  );

  it.each(['asdf', 'lunch', 'kan ik hier parkeren', '😀', '...', 'Fenna Fictief'])(
    'that is like nothing gets the help: %s',
    async (text) => {
      expect(titleOf(await asked(text))).toBe('Dat begrijp ik niet');
    },
  );

  it.each([
    'Vandaag werd de tas van Fenna weer afgepakt bij de fietsenstalling',
    'Dag, vandaag werd de tas van Fenna weer afgepakt bij het pesten',
  ])('that tells a story is no report yet; a button fills it in: %s', async (story) => {
    const card = await asked(story);
    expect(titleOf(card)).toBe('Wil je hier een melding van maken?');
    const [yes] = buttons(card);
    expect(yes).toMatchObject({
      title: 'Ja, melding maken',
      data: { verb: 'command', text: `melding ${story}` },
    });
    expect(await bot.cases()).toStrictEqual([]);
    await bot.press(yes!.data, docent);
    expect(JSON.stringify(last())).toContain(story);
    expect(await bot.cases()).toStrictEqual([]);
  });

  it('as long as a report may be comes whole into the report', async () => {
    const story = 'één '.repeat(limits.story).slice(0, limits.story - 1) + '.';
    const card = await asked(story);
    const [yes] = buttons(card);
    expect(yes!.data.text).toBe(`melding ${story}`);
    await bot.press(yes!.data, docent);
    expect(JSON.stringify(last())).toContain(story);
  });
});

describe('words that people try', () => {
  it.each(['stop', 'Terug', 'annuleren', 'nee', 'nee!'])('%s: nothing was sent', async (text) => {
    expect(textIn(await asked(text))).toContain('Er is niets verstuurd.');
  });

  it.each(['wat kan je', 'Wat kun je?', 'wat kan je doen?'])('%s: the help', async (text) => {
    expect(titleOf(await asked(text))).toBe('Hallo, ik ben Meldpunt');
  });

  it.each(['ik word gepest', 'Ik word zelf gepest.'])(
    'P2: %s: the page on a colleague who bullies',
    async (text) => {
      expect(titleOf(await asked(text))).toBe('Een collega pest');
      expect(textIn(last())).toContain('Ga naar de directie.');
    },
  );

  it('P2: a longer story of it leads there as well', async () => {
    const card = await asked('ik word al een paar weken gepest door een collega van mij');
    expect(buttons(card).map((b) => b.title)).toContain('Een collega pest');
    const calm = await asked('Vandaag werd de tas van Fenna weer afgepakt bij de fietsenstalling');
    expect(buttons(calm).map((b) => b.title)).not.toContain('Een collega pest');
  });

  it.each([
    ['wie is de mentor van 2B', 'Mentor van 2B', 'Mila Mentor'],
    ['mentor 2b', 'Mentor van 2B', 'Mila Mentor'],
    ['Wie zijn de mentoren van klas 3A?', 'Mentor van 3A', 'Omar Mentor'],
    ['leerlingencoördinator onderbouw', 'Leerlingencoördinator van onderbouw', 'Lot Coördinator'],
    ['leerlingencoordinator bovenbouw', 'Leerlingencoördinator van bovenbouw', 'Er is nog niemand ingevuld.'],
  ])('%s: who holds the function, and no pupil', async (text, title, name) => {
    const card = await asked(text);
    expect(titleOf(card)).toBe(title);
    expect(textIn(card)).toContain(name);
    for (const pupil of school.pupils) expect(textIn(card)).not.toContain(pupil.name);
  });

  it.each(['verwijder mijn melding', 'melding intrekken'])('%s: whom to ask', async (text) => {
    const before = await bot.cases();
    expect(textIn(await asked(text))).toContain(
      'Vraag het aan wie aan zet is, of aan de antipestcoördinator (Ans Antipest).',
    );
    expect(await bot.cases()).toStrictEqual(before);
    expect(titleOf(await asked('melding intrekken van de fiets'))).toBe('Hoe wil je dit melden?');
  });
});

describe('in a channel and in a group chat', () => {
  const elsewhere = () => bot.connector.sent.filter((s) => !s.conversation.startsWith('chat-'));

  it.each(['channel', 'groupChat'] as const)(
    '%s: a look-up is answered there, without a pupil',
    async (place) => {
      const { pupils } = await bot.store.school(bot.partition);
      const before = elsewhere().length;
      for (const text of [
        'protocol',
        'stappen',
        'signalen',
        'wie',
        'naaktfoto',
        'links',
        'signaln',
        'ouders bellen',
      ])
        await bot.say(`<at>Meldpunt</at> ${text}`, { ...docent, place });
      const sent = elsewhere().slice(before);
      expect(sent.map((s) => titleOf(cardOf(s)))).toStrictEqual([
        'Antipestprotocol KiiM',
        'De stappen van No Blame',
        'Signalen',
        'Bij wie kun je terecht?',
        'Naaktfoto’s en filmpjes',
        'Sites en hulplijnen',
        'Signalen',
        'Bedoel je …',
      ]);
      for (const { name } of pupils) expect(textIn(sent)).not.toContain(name);
    },
  );

  it('a button of such a card works for whoever presses it', async () => {
    const before = elsewhere().length;
    await bot.press({ verb: 'command', text: 'opzoeken signalen' }, { as: person.mentor, place: 'channel' });
    expect(titleOf(cardOf(elsewhere()[before]))).toBe('Signalen');
  });

  it.each(['channel', 'groupChat'] as const)(
    '%s: a story is answered in the own chat, and not repeated',
    async (place) => {
      const before = elsewhere().length;
      const story = 'Vandaag werd de tas van Fenna weer afgepakt bij de fietsenstalling';
      await bot.say(`<at>Meldpunt</at> ${story}`, { ...docent, place });
      expect(titleOf(last())).toBe('Wil je hier een melding van maken?');
      const sent = elsewhere().slice(before);
      expect(sent).toHaveLength(1);
      expect(JSON.stringify(sent)).not.toContain('Fenna');
      expect(textIn(sent[0]!.body)).toContain('Ik heb je in je eigen chat met mij geantwoord');
      await bot.say(`<at>Meldpunt</at> ${story}`, { as: person.directeur, place });
      expect(textIn(elsewhere().at(-1)!.body)).toContain('Open de app Meldpunt en typ daar **melding**');
      expect(JSON.stringify(elsewhere().slice(before))).not.toContain('Fenna');
    },
  );
});

describe('help', () => {
  it('says in a line each what the main things do, with a button for each', async () => {
    const card = await asked('help');
    for (const { data } of buttons(card)) expect(findCommand(data.text!)).toMatchObject({ rest: '' });
    expect(textIn(card)).toContain('Meer vind je met **alles**, zoals **afwezig** en **instellen**.');
    expect(buttons(card).map((b) => b.title)).toStrictEqual([
      'Melding maken',
      'Mijn taken',
      'Zaken',
      'Opzoeken',
      'Alles wat ik kan',
    ]);
  });

  it('can say all there is', async () => {
    const text = textIn(await asked('alles'));
    expect(commands.length).toBeGreaterThan(10);
    for (const { words, says } of commands) {
      expect(text).toContain(`- **${words[0]}**: ${says}`);
      expect(says).toMatch(/^[A-Z].*[.?]$/);
    }
    expect(text).not.toContain('undefined');
  });
});

it('whatever Teams advertises is a command, or a topic that every school has', () => {
  const manifest = JSON.parse(readFileSync('appPackage/manifest.json', 'utf8')) as {
    bots: { commandLists: { commands: { title: string }[] }[] }[];
  };
  const titles = manifest.bots.flatMap((b) =>
    b.commandLists.flatMap((list) => list.commands.map((c) => c.title)),
  );
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.filter((title) => findCommand(title)?.rest !== '' && title !== 'signalen')).toStrictEqual([]);
});

it('no two commands are called by the same words', () => {
  const words = commands.flatMap((c) => c.words);
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toStrictEqual([]);
});

it.each([
  ['wie is wie', 'wie is wie'],
  ['WIE', 'wie'],
  ['melding: tas', 'melding'],
  ['hallo!', 'help'],
])('the longest words count: "%s" is %s', (text, word) => {
  expect(findCommand(text)?.command.words).toContain(word);
});
