/** What staff look up, for each of the five protocols and a school of the largest size. */
import {
  commandButton,
  noTopicCard,
  protocolCard,
  storyCard,
  suggestionsCard,
  topicButton,
  topicCard,
} from '../../src/cards/knowledge.ts';
import { relatedTo, topicCalled, topicsOf } from '../../src/domain/protocolText/topics.ts';
import { limits } from '../../src/domain/limits.ts';
import { withNorms } from '../../src/domain/norms.ts';
import type { School } from '../../src/domain/school.ts';
import { readProtocol } from '../../src/storage/protocolFiles.ts';
import { textIn } from '../support/connector.ts';
import { school } from '../support/world.ts';
import { elements, faultsOf } from './checks.ts';

const ids = ['kiim', 'mijnplein', 'zevenstappen', 'zevensprong', 'handelingsplan'] as const;
const all = new Map(ids.map((id) => [id, readProtocol(`protocols/${id}.yaml`).protocol]));
const protocolOf = (id: (typeof ids)[number]) => all.get(id)!;
const cardOf = (topic: string, id: (typeof ids)[number], of: School = school) => {
  const protocol = protocolOf(id);
  return topicCard(topicCalled(topic, topicsOf(protocol))!, of, protocol);
};

/** Two hundred colleagues with long names, each with three functions of the protocol. */
const large = (id: (typeof ids)[number]): School => ({
  ...school,
  persons: Array.from({ length: 200 }, (_, i) => ({
    id: `person-${i}`,
    name: `Wilhelmina Johanna van den Nieuwenhuijzen ${i}`,
    posts: Object.keys(protocolOf(id).functions)
      .slice(0, 3)
      .map((fn) => ({ function: fn, group: '2B' })),
  })),
});

describe.each(ids)('K22: with the protocol %s', (id) => {
  const protocol = protocolOf(id);
  const topics = topicsOf(protocol);

  it('the cards of the protocol and of each topic are ones that Teams takes, for a large school too', () => {
    const cards = [
      protocolCard(school, protocol),
      noTopicCard(protocol),
      suggestionsCard(topics.slice(0, limits.suggested).map(topicButton)),
      ...topics.map((topic) => topicCard(topic, large(id), protocol)),
    ];
    expect(cards.flatMap(faultsOf)).toStrictEqual([]);
  });

  it('the steps are all there once, the school year included, each with who does it', () => {
    const card = cardOf('stappen', id);
    const lines = elements(card.body)
      .flatMap((e) => (typeof e.text === 'string' ? e.text.split('\n') : []))
      .filter((line) => line.startsWith('- **'));
    const steps = [...protocol.steps, ...(protocol.year?.steps ?? [])];
    const titles = (list: string[]) => [...list].sort();
    expect(titles(lines.map((l) => /^- \*\*(.*?)\*\*: \S/.exec(l)?.[1] ?? l))).toStrictEqual(
      titles(steps.map((s) => s.title)),
    );
    // In the order of the protocol, within each part.
    const way = lines.slice(
      0,
      lines.findIndex((l) => l.includes('Nieuwe melding erbij')),
    );
    const order = way.map((l) => protocol.steps.findIndex((s) => l.startsWith(`- **${s.title}**`)));
    expect(way.length).toBeGreaterThan(5);
    expect(order).toStrictEqual([...order].sort((a, b) => a - b));
  });

  it.each(['pesten of plagen', 'signalen', 'naaktfoto', 'wie', 'stappen', 'ouders'])(
    'there is a topic for "%s"',
    (asked) => {
      expect(topicCalled(asked, topics)).toBeDefined();
    },
  );

  it('each topic leads to three others, and to all of them', () => {
    for (const topic of topics) {
      const related = relatedTo(topic, topics);
      expect(new Set(related.map((t) => t.id)).size).toBe(3);
      expect(related).not.toContain(topic);
    }
    const menu = elements(protocolCard(school, protocol)).filter((e) => e.type === 'Action.Execute');
    expect(menu.map((e) => e.title)).toStrictEqual(topics.map((t) => t.title));
    for (const { title } of menu) expect(String(title).length).toBeLessThanOrEqual(limits.button);
  });
});

describe('P22: nude images', () => {
  it.each(ids)('%s: never look, copy or send; text only; and whom to call', (id) => {
    const card = cardOf('naaktfoto', id);
    const text = textIn(card);
    expect(text).toContain('Bekijk, kopieer, bewaar of verstuur het beeld nooit zelf.');
    expect(text).toContain('Meld met woorden wat je hoorde.');
    for (const number of ['**112**', 'Conciërge: **0900-0000**', 'Helpwanted, **020-261 5275**'])
      expect(text).toContain(number);
    expect(elements(card).filter((e) => String(e.type).startsWith('Input.'))).toStrictEqual([]);
  });
});

describe('the steps in plain words', () => {
  const steps = textIn(cardOf('stappen', 'kiim'));
  it.each([
    'Melding bekijken**: wie aan zet is, binnen 1 schooldag na de melding (eigen afspraak)',
    'Nabespreking met een lid van de steungroep**: wie aan zet is, 10 tot 14 dagen na ‘Bijeenkomst met de steungroep’',
    'Cyberpesten: de afzender zoeken**: ICT-coördinator, binnen 2 schooldagen (eigen afspraak)',
    'Zes weken later**: wie aan zet is, 42 tot 49 dagen na het sluiten van de zaak (eigen afspraak)',
    'Gouden weken**: antipestcoördinator, op 20 september (eigen afspraak)',
  ])('say by when and by whom: %s', (line) => {
    expect(steps).toContain(line);
  });

  it('show the numbers that the school itself set, without what it switched off', () => {
    const own = withNorms(protocolOf('kiim'), { 'beoordelen-binnen': 3, 'veilig-vandaag': 'off' });
    const text = textIn(topicCard(topicCalled('stappen', topicsOf(own))!, school, own));
    expect(text).toContain('Melding bekijken**: wie aan zet is, binnen 3 schooldagen na de melding');
    expect(text).not.toContain('Vandaag veilig');
  });
});

describe('Z12: who to turn to', () => {
  it('names who holds each function, for which group, and says where nobody does', () => {
    const text = textIn(cardOf('wie', 'kiim'));
    for (const words of ['Mila Mentor (2B)', 'Lot Coördinator (onderbouw)', 'Ans Antipest', 'Nog niemand'])
      expect(text).toContain(words);
    expect(text).toContain('De antipestcoördinator is er voor alle vragen over pesten.');
  });

  it('folds a function of many, and counts who does not fit', () => {
    const text = textIn(cardOf('wie', 'kiim', large('kiim')));
    expect(text).toContain('200 collega’s');
    expect(text).toContain(`en nog ${200 - limits.holders} collega’s`);
  });
});

it('Z11: the protocol’s card says which version it is, when it was drawn up and who is in charge first', () => {
  const text = textIn(protocolCard(school, protocolOf('zevensprong')));
  expect(text).toContain('Protocol van De Proef, versie 4');
  expect(text).toContain('Opgesteld op 1 februari 2024.');
  expect(text).toContain('Eerst aan zet: **leerkracht**.');
  expect(text).toContain('Ga naar de **anti-pestcoördinator**');
});

it('sites and numbers come with a warning to check them', () => {
  const text = textIn(cardOf('links', 'kiim'));
  expect(text).toContain('[Kindertelefoon](https://www.kindertelefoon.nl): **0800-0432**');
  expect(text).toContain('Controleer of dit nog klopt');
});

it('the longest story fits in the button that makes a report of it', () => {
  const story = `melding ${'’'.repeat(limits.story)}`;
  expect(faultsOf(storyCard(commandButton('Ja, melding maken', story), []))).toStrictEqual([]);
});
