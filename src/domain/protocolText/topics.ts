/** What staff can look up (K20, K22, M12, Z12): the topics of the school's own protocol, and what every school needs. */
import { folded } from '../folded.ts';
import type { Protocol } from '../protocol.ts';
import { functionTitle } from '../protocol.ts';
import { synonyms } from './synonyms.ts';

export interface Topic {
  id: string;
  title: string;
  text: readonly string[];
  links: readonly { title: string; url?: string; phone?: string }[];
  rows: readonly string[];
  /** Other names by which people ask for it. */
  words: readonly string[];
  /** Where it comes from, under its title. */
  from: string;
}

/** The topics that a school has, those of its protocol in their own order. */
export function topicsOf(protocol: Protocol): Topic[] {
  const from = `Uit: ${protocol.title}`;
  const own = protocol.knowledge.map((topic) => ({ ...topic, from }));
  const { definition } = protocol.report;
  const form = 'Uit het meldformulier van jouw school';
  const general = [
    { id: 'pesten-of-plagen', title: 'Pesten of plagen?', text: [definition], from: form },
    {
      id: 'signalen',
      title: 'Signalen',
      text: ['Een signaal is geen bewijs. Heb je er een gezien, meld het dan.'],
      from: form,
    },
    { id: 'wie', title: 'Bij wie kun je terecht?', text: [], from },
    { id: 'stappen', title: 'De stappen', text: [], from },
    {
      id: 'naaktfoto',
      title: 'Naaktfoto’s en filmpjes',
      text: nudeImages(protocol),
      from: 'Algemeen advies, niet uit het protocol van jouw school',
    },
  ].filter((topic) => !own.some(({ id }) => id === topic.id));
  return [...own, ...general.map((topic) => ({ ...topic, links: [], rows: [] }))].map((topic) => ({
    ...topic,
    words: [
      ...(synonyms[topic.id] ?? []),
      ...(topic.id === 'wie' ? Object.values(protocol.functions).map((fn) => fn.title) : []),
    ],
  }));
}

/** P22, where the school's protocol says nothing about it. */
const nudeImages = (protocol: Protocol): string[] => [
  'Bekijk, kopieer, bewaar of verstuur het beeld nooit zelf. Zet het ook niet in Teams of in Meldpunt.',
  'Vraag de leerling niet om het beeld te sturen of te laten zien.',
  'Meld met woorden wat je hoorde. Zorg dat de leerling niet alleen blijft.',
  `Overleg meteen met de ${functionTitle(protocol, protocol.coordinator)}.`,
];

/** A question as it is compared: "foto's" is one word. */
export const plain = (text: string): string => folded(text.replace(/['’‘`´]/g, ''));

/** The topic that is called exactly so, by its id, title or another name. */
export function topicCalled(asked: string, topics: readonly Topic[]): Topic | undefined {
  const name = plain(asked);
  const called = (names: readonly string[]) => names.some((one) => plain(one) === name);
  return topics.find((t) => called([t.id, t.title])) ?? topics.find((t) => called(t.words));
}

/** How people ask for topics that the protocols of other schools have, and this one lacks. */
export const namesElsewhere = (topics: readonly Topic[]): string[] =>
  Object.entries(synonyms).flatMap(([id, words]) => (topics.some((t) => t.id === id) ? [] : [id, ...words]));

/** Topics to read on: those about the same rows of the contract, then those that follow. */
export function relatedTo(topic: Topic, topics: readonly Topic[]): Topic[] {
  const usual = topics.length / 2;
  const telling = topic.rows.filter((row) => topics.filter((t) => t.rows.includes(row)).length <= usual);
  const others = topics.filter((t) => t.id !== topic.id);
  const at = topics.indexOf(topic);
  const near = others.filter((t) => t.rows.some((row) => telling.includes(row)));
  const next = [...others.slice(at), ...others.slice(0, at)].filter((t) => !near.includes(t));
  return [...near, ...next].slice(0, 3);
}
