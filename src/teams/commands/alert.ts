/** `aandachtspunt`, with or without the point after it: share one with a kernteam, or withdraw one (P20). */
import { ownAlerts, sharingSchool } from '../../app/alerts.ts';
import { calendarOf, freshForm } from '../../app/world.ts';
import type { World } from '../../app/world.ts';
import { alertForm, alertsCard } from '../../cards/alerts.ts';
import type { Card } from '../../cards/template.ts';
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import type { Turn } from '../turn.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

export const aandachtspunt: Command = {
  words: ['aandachtspunt', 'aandachtspunten'],
  says: 'Deel een plek of moment om op te letten, voor de dagopening.',
  async run({ world }, turn, rest) {
    const cards = await cardsFor(world, turn, rest);
    return typeof cards === 'string' ? turn.reply(cards) : replyOnlyTo(turn, cards, 'aandachtspunt');
  },
};

/** The form, and what can be withdrawn where there is any; a text for who may not share points. */
async function cardsFor(world: World, { who }: Turn, rest: string): Promise<Card[] | string> {
  try {
    const school = await sharingSchool(world, who);
    const calendar = calendarOf(school, world.clock.now());
    const { nonce, day: today } = freshForm(world, school);
    const own = await ownAlerts(world, who);
    const text = rest.slice(0, limits.alert);
    const form = alertForm({ school, person: who.person, today, nonce, text });
    return own.length > 0 ? [form, alertsCard(own, school, calendar, today, world.ids.next())] : [form];
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}
