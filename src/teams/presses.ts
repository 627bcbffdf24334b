/** The press of a card's button, whether it comes as an invoke (Action.Execute) or as a message (its fallback). */
import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { confidentialPartition } from '../app/confidential.ts';
import { noteDigest } from '../app/digestSeen.ts';
import type { Who } from '../app/world.ts';
import type { Card } from '../cards/template.ts';
import { findCommand } from './commands/registry.ts';
import type { BotDeps } from './deps.ts';
import { BEGINS } from './morning.ts';
import { cardMessage } from './turn.ts';
import type { Turn } from './turn.ts';
import { press, sharedVerbs } from './verbs/registry.ts';
import { Below, Said } from './verbs/verb.ts';
import type { Here } from './verbs/verb.ts';

const OWN_CHAT = 'Dit kan alleen in je eigen chat met mij, zodat niemand anders meeleest.';

export interface Pressed {
  verb: string;
  data: Record<string, unknown>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The verb and data of a press; undefined for any other activity. */
export function pressedOf(activity: Activity): Pressed | undefined {
  const value: unknown = activity.value;
  const isInvoke = activity.type === 'invoke' && activity.name === 'adaptiveCard/action';
  const action = isInvoke && isRecord(value) ? value.action : undefined;
  const data = isInvoke
    ? isRecord(action)
      ? action.data
      : undefined
    : activity.type === 'message'
      ? value
      : undefined;
  return isRecord(data) && typeof data.verb === 'string' ? { verb: data.verb, data } : undefined;
}

/**
 * Runs a press and puts its result in the place of the card that was pressed: in the own chat, or for everybody where
 * the verb is one that a channel's card may have.
 */
export async function answerPress(
  deps: BotDeps,
  context: TurnContext,
  who: Who,
  pressed: Pressed,
  turn: Turn,
): Promise<void> {
  const { world, links, nudge } = deps;
  const isInvoke = context.activity.type === 'invoke';
  // An answer without a type is one that clients take for a failure.
  const leaveAsIs = async () => {
    if (isInvoke) await invokeMessage(context, 'Kijk hieronder.');
  };
  const digest = z.iso.date().safeParse(pressed.data.digest);
  if (digest.success && turn.place === 'personal')
    await noteDigest(world, who, digest.data, BEGINS.includes(pressed.verb));
  if (pressed.verb === 'command') {
    const { text } = pressed.data;
    const found = typeof text === 'string' ? findCommand(text) : undefined;
    if (found) await found.command.run(deps, turn, found.rest);
    return leaveAsIs();
  }
  const here = sharedVerbs.has(pressed.verb) ? hereOf(turn) : undefined;
  // A card that others see too holds nothing of a case: its buttons bring what they ask for to the own chat.
  if (turn.place !== 'personal' && !here) {
    await turn.reply(OWN_CHAT);
    return leaveAsIs();
  }
  const result = await press(pressed.verb, { world, links, who, data: pressed.data, here });
  nudge(who.partition);
  if (pressed.verb.startsWith('confidential.')) nudge(confidentialPartition(who.partition));
  if (result instanceof Said) {
    if (isInvoke) await invokeMessage(context, result.text);
    else await turn.reply(result.text);
    return;
  }
  if (result instanceof Below) {
    await turn.reply(result.card);
    return leaveAsIs();
  }
  // The answer to an invoke replaces the card for who pressed only.
  if (!isInvoke || here) await replaceCard(context, result);
  if (isInvoke)
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: replacement(result) } });
}

const hereOf = (turn: Turn): Here | undefined =>
  turn.channel && {
    channel: turn.channel,
    strangers: () => turn.strangers(),
    tell: (card) => turn.replyPrivately(card),
  };

const replacement = (card: Card) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
});

/** By hand and for everybody: a channel's card, or one whose fallback, Action.Submit, brought a message. */
async function replaceCard(context: TurnContext, card: Card): Promise<void> {
  const message = cardMessage(card, 'Meldpunt');
  const { replyToId } = context.activity;
  if (!replyToId) return void (await context.sendActivity(message));
  await context.updateActivity({ ...message, id: replyToId });
}

/** Answers a press with a text and leaves the card, with what was typed in it, as it is. */
export async function invokeMessage(context: TurnContext, value: string): Promise<void> {
  const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}
