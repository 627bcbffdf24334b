/** `protocol`: which protocol the school works with, and what can be looked up in it (K22). */
import { protocolCard } from '../../cards/knowledge.ts';
import type { Command } from './command.ts';
import { ownProtocol } from './topic.ts';

export const protocolCommand: Command = {
  words: ['protocol', 'pestprotocol', 'antipestprotocol', 'het protocol'],
  says: 'Bekijk het protocol van jouw school.',
  alone: true,
  async run(deps, turn) {
    const { school, protocol } = await ownProtocol(deps, turn);
    return turn.reply(protocolCard(school, protocol));
  },
};
