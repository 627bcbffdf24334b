/** `nieuw schooljaar` and `groepsindeling`, for the coordinator (P21). */
import { listApart } from '../../app/apart.ts';
import { passing } from '../../app/turnYear.ts';
import { calendarOf } from '../../app/world.ts';
import { apartCard, turnYearCard } from '../../cards/newYear.ts';
import { notice } from '../../cards/notice.ts';
import type { Card } from '../../cards/template.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

export const nieuwSchooljaar: Command = {
  words: ['nieuw schooljaar'],
  says: 'Draag de open zaken over aan de nieuwe mentoren.',
  alone: true,
  async run({ world }, turn) {
    const { who } = turn;
    const card = await orRefusal(async () => {
      const cases = await passing(world, who);
      const school = await world.store.school(who.partition);
      const now = world.clock.now();
      const form = { nonce: world.ids.next(), day: calendarOf(school, now).dateOf(now) };
      const rows = cases.map(({ loaded, turn: passes }) => ({ state: loaded.state, turn: passes }));
      return turnYearCard(rows, school, form);
    });
    return replyOnlyTo(turn, card, 'nieuw schooljaar');
  },
};

export const groepsindeling: Command = {
  words: ['groepsindeling'],
  says: 'Bekijk welke leerlingen beter niet samen in een groep zitten.',
  alone: true,
  async run({ world }, turn) {
    const card = await orRefusal(async () =>
      apartCard(await listApart(world, turn.who), await world.store.school(turn.who.partition)),
    );
    return replyOnlyTo(turn, card, 'groepsindeling');
  },
};

async function orRefusal(make: () => Promise<Card>): Promise<Card> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return notice({ lines: [error.message] });
  }
}
