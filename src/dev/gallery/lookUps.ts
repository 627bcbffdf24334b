/** What staff look up, as it stands in the gallery: every topic of the school's own protocol, and the steps of each other. */
import {
  commandButton,
  noTopicCard,
  protocolCard,
  storyCard,
  suggestionsCard,
  topicButton,
  topicCard,
} from '../../cards/knowledge.ts';
import { topicsOf } from '../../domain/protocolText/topics.ts';
import type { Protocol } from '../../domain/protocol.ts';
import type { School } from '../../domain/school.ts';
import { holdersCard } from '../../teams/commands/holders.ts';
import type { Sample } from './samples.ts';

const chapter = 'Opzoeken';

export function lookUps(school: School, protocol: Protocol, others: readonly Protocol[]): Sample[] {
  const topics = topicsOf(protocol);
  const report = commandButton('Ja, melding maken', 'melding Haar tas werd weer afgepakt.');
  return [
    { chapter, title: 'protocol', card: protocolCard(school, protocol) },
    ...topics.map((topic) => ({ chapter, title: topic.id, card: topicCard(topic, school, protocol) })),
    ...others.map((other) => {
      const steps = topicsOf(other).find(({ id }) => id === 'stappen')!;
      return { chapter, title: `stappen van ${other.id}`, card: topicCard(steps, school, other) };
    }),
    ...school.groups.slice(0, 1).flatMap(({ id }) => {
      const card = holdersCard(`${Object.values(protocol.functions)[1]!.title} ${id}`, school, protocol);
      return card ? [{ chapter, title: 'wie een functie heeft', card }] : [];
    }),
    { chapter, title: 'niets gevonden', card: noTopicCard(protocol) },
    { chapter, title: 'bedoel je', card: suggestionsCard(topics.slice(0, 4).map(topicButton)) },
    { chapter, title: 'een verhaal', card: storyCard(report, topics.slice(0, 2).map(topicButton)) },
  ];
}
