/**
 * "Maak hier een melding van" on any message in Teams: the form in a dialog, with the text and the author of the message
 * filled in. Of pictures and attachments nothing is taken (P22). Teams waits five seconds for an answer and asks twice
 * more; the form's nonce makes it count once.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/define-action-command
 */
import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { calendarOf } from '../app/world.ts';
import type { Who, World } from '../app/world.ts';
import type { ReportFields } from '../cards/reportFields.ts';
import type { Card } from '../cards/template.ts';
import { limits } from '../domain/limits.ts';
import type { School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import type { BotDeps } from './deps.ts';
import { textOfBody } from './messageText.ts';
import { press } from './verbs/registry.ts';
import { formFor } from './verbs/report.ts';
import { Below, Said } from './verbs/verb.ts';

const FETCH = 'composeExtension/fetchTask';
const SUBMIT = 'composeExtension/submitAction';

export const isMessageAction = ({ name }: Activity): boolean => name === FETCH || name === SUBMIT;

const user = z.object({ id: z.string().optional(), displayName: z.string().nullish() });
/** What is read of the message; its attachments are not. */
const Asked = z.object({
  messagePayload: z.object({
    createdDateTime: z.iso.datetime({ offset: true }).optional().catch(undefined),
    from: z.object({ user: user.nullish() }).nullish(),
    body: z
      .object({ contentType: z.string().optional(), content: z.string().nullish() })
      .nullish()
      .transform((body) => textOfBody({ ...body, content: body?.content ?? '' })),
  }),
});
/** The buttons that can stand in the dialog. */
const Pressed = z.object({ data: z.looseObject({ verb: z.enum(['report.submit', 'report.door']) }) });

/** Answers the dialog's question for a form, or takes in what was filled in on it. */
export async function answerMessageAction(deps: BotDeps, context: TurnContext, who: Who): Promise<void> {
  const { world, links, nudge } = deps;
  const { name } = context.activity;
  const value: unknown = context.activity.value;
  if (name === FETCH) {
    const asked = Asked.safeParse(value);
    return asked.success
      ? showCard(context, await formOn(world, who, asked.data.messagePayload))
      : dialogMessage(context, 'Hiervan kan ik geen melding maken. Kies een bericht met tekst.');
  }
  const pressed = Pressed.safeParse(value);
  if (!pressed.success) return dialogMessage(context, 'Deze knop werkt hier niet. Sluit dit venster.');
  const { data } = pressed.data;
  const result = await press(data.verb, { world, links, who, data });
  nudge(who.partition);
  if (result instanceof Said) return dialogMessage(context, result.text);
  return showCard(context, result instanceof Below ? result.card : result);
}

async function formOn(
  world: World,
  who: Who,
  message: z.infer<typeof Asked>['messagePayload'],
): Promise<Card> {
  const school = await world.store.school(who.partition);
  const fields = fieldsFrom(message, school, world.clock.now());
  const intro = message.body
    ? 'De tekst van het bericht staat er al. Foto’s en bijlagen neem ik nooit over.'
    : 'In dit bericht staat geen tekst. Foto’s en bijlagen neem ik nooit over.';
  return formFor(world, who, {
    fields,
    intro: `${intro} Is het een naaktfoto? Kijk niet, bewaar niets en stuur niets door.`,
  });
}

/** The story and the day. That it was seen online is filled in only where no colleague wrote it: else it may be told, or seen. */
function fieldsFrom(
  { body, from, createdDateTime }: z.infer<typeof Asked>['messagePayload'],
  school: School,
  now: string,
): ReportFields {
  const author = from?.user;
  const calendar = calendarOf(school, now);
  const written = createdDateTime && calendar.dateOf(new Date(createdDateTime).toISOString());
  const isPupilOrParent = author?.id !== undefined && !personOf(school, author.id);
  return {
    ...(body
      ? { story: `${author?.displayName ?? 'Iemand'} schreef in Teams:\n${body}`.slice(0, limits.story) }
      : {}),
    ...(body && isPupilOrParent ? { source: 'online' } : {}),
    ...(written && written <= calendar.dateOf(now) ? { happened: written } : {}),
  };
}

const answer = (context: TurnContext, task: object) =>
  context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { task } } });

async function showCard(context: TurnContext, card: Card): Promise<void> {
  const content = inDialog(card);
  await answer(context, {
    type: 'continue',
    value: {
      title: 'Meldpunt',
      height: 'large',
      width: 'medium',
      card: { contentType: 'application/vnd.microsoft.card.adaptive', content },
    },
  });
}

/** Says something in the dialog, in place of a card. */
export async function dialogMessage(context: TurnContext, value: string): Promise<void> {
  await answer(context, { type: 'message', value });
}

/**
 * A card as dialogs take it: with Action.Submit for each Action.Execute, and the plain list of pupils, as typeahead fails
 * there in some clients (https://github.com/OfficeDev/Microsoft-Teams-Samples/issues/422).
 */
function inDialog(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inDialog);
  if (typeof value !== 'object' || value === null) return value;
  if ('fallback' in value && 'type' in value && value.type === 'Action.Execute') return value.fallback;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (key === 'choices.data' ? [] : [[key, inDialog(part)]])),
  );
}
