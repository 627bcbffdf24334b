/** `opzoeken`, with a topic after it or not (K20, K22, M12, Z12), and what is asked of the protocol in other words. */
import { releasedFor } from '../../app/world.ts';
import { noTopicCard, protocolCard, suggestionsCard, topicButton, topicCard } from '../../cards/knowledge.ts';
import { namesElsewhere, topicCalled, topicsOf } from '../../domain/protocolText/topics.ts';
import type { Button, Card } from '../../cards/template.ts';
import { limits } from '../../domain/limits.ts';
import { withNorms } from '../../domain/norms.ts';
import type { Protocol } from '../../domain/protocol.ts';
import type { School } from '../../domain/school.ts';
import type { BotDeps } from '../deps.ts';
import type { Turn } from '../turn.ts';
import type { Command } from './command.ts';
import { nearest, tellingWords } from './match.ts';
import type { Findable } from './match.ts';

interface Own {
  school: School;
  /** As that school runs it now. */
  protocol: Protocol;
}

/** The school of a turn and its protocol. */
export async function ownProtocol({ world }: BotDeps, turn: Turn): Promise<Own> {
  const school = await world.store.school(turn.who.partition);
  return { school, protocol: withNorms(releasedFor(world, school).protocol, school.settings.norms) };
}

/** Whether a text may tell what happened, and not ask for something. */
export const tellsStory = (text: string): boolean => text.split(/\s+/).length >= limits.storyWords;

/** What free text can lead to: a topic with its card, or a command that is put to people by its button. */
interface Choice extends Findable {
  button: Button;
  card?: () => Card;
}

/**
 * What a text asks for: the card of a topic that is called so, also with words around it ("wat zijn de signalen?") or
 * with a typing error; else buttons for what is near.
 * @param commands what it may mean beside topics
 */
export function lookUp(
  text: string,
  { school, protocol }: Own,
  commands: readonly Choice[] = [],
): { card?: Card; near: Button[] } {
  const topics = topicsOf(protocol);
  const called = topicCalled(text, topics) ?? topicCalled(tellingWords(text).join(' '), topics);
  if (called) return { card: topicCard(called, school, protocol), near: [] };
  const choices = topics.map((topic) => ({
    names: [topic.id, topic.title, ...topic.words],
    text: topic.text.join(' '),
    button: topicButton(topic),
    card: () => topicCard(topic, school, protocol),
  }));
  const { near, clear } = nearest<Choice>(text, [...choices, ...commands]);
  const buttons = near.map((n) => n.button);
  if (tellsStory(text)) return { near: buttons };
  if (clear) return { card: near[0]!.card?.(), near: buttons };
  const elsewhere = near.length === 0 && nearest(text, [{ names: namesElsewhere(topics), text: '' }]).clear;
  return { card: elsewhere ? noTopicCard(protocol) : undefined, near: buttons };
}

export const lookUpCommand: Command = {
  words: ['opzoeken', 'zoeken', 'zoek', 'uitleg'],
  says: 'Zoek op wat het protocol van jouw school zegt.',
  async run(deps, turn, rest) {
    const own = await ownProtocol(deps, turn);
    if (rest === '') return turn.reply(protocolCard(own.school, own.protocol));
    const { card, near } = lookUp(rest, own);
    return turn.reply(card ?? (near.length > 0 ? suggestionsCard(near) : noTopicCard(own.protocol)));
  },
};

/** A command that shows one topic, which every school has. */
export const showsTopic = (id: string, words: readonly string[], says: string): Command => ({
  words,
  says,
  alone: true,
  async run(deps, turn) {
    const { school, protocol } = await ownProtocol(deps, turn);
    return turn.reply(
      topicCard(
        topicsOf(protocol).find((t) => t.id === id)!,
        school,
        protocol,
      ),
    );
  },
});
