/** `vertrouwelijk`: the messages that are with this vertrouwenspersoon (P3); for anybody else the topic that is called so. */
import { listConfidential } from '../../app/confidential.ts';
import { calendarOf } from '../../app/world.ts';
import { confidentialListCard } from '../../cards/confidentialReader.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';
import { lookUpCommand } from './topic.ts';

export const vertrouwelijk: Command = {
  words: ['vertrouwelijk', 'vertrouwelijke berichten'],
  says: 'Ben je vertrouwenspersoon? Bekijk wat collega’s je schreven.',
  alone: true,
  async run(deps, turn) {
    const { world } = deps;
    const school = await world.store.school(turn.who.partition);
    const messages = await listConfidential(world, turn.who, school);
    if (!messages) return lookUpCommand.run(deps, turn, 'vertrouwelijk');
    const card = confidentialListCard(messages, calendarOf(school, world.clock.now()));
    return replyOnlyTo(turn, card, 'vertrouwelijk');
  },
};
