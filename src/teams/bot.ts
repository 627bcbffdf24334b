/** The bot: an activity comes in, is traced to a member of staff, and becomes a command or the press of a card's button. */
import type { Activity, TurnContext } from 'botbuilder';
import type { Who } from '../app/world.ts';
import { strangersCard, teamWelcome } from '../cards/settings.ts';
import { helpCard } from './commands/help.ts';
import { answerFreeText } from './commands/nearest.ts';
import { findCommand } from './commands/registry.ts';
import { conversationOf } from './conversations.ts';
import type { BotDeps } from './deps.ts';
import { answerMessageAction, dialogMessage, isMessageAction } from './messageAction.ts';
import { answerPress, invokeMessage, pressedOf } from './presses.ts';
import { makeRouter } from './routing.ts';
import { answerSearch, isSearch } from './search.ts';
import { placeOf } from './turn.ts';
import { turnOf } from './turnOf.ts';

/** For whoever is not on the staff (P16): one friendly text, and nothing else. */
const NOT_STAFF =
  'Hallo! Ik ben er voor de medewerkers van school. Zit je ergens mee? Praat met je mentor, of bel gratis de Kindertelefoon: 0800-0432.';
const SORRY =
  'Er ging iets mis en er is niets verstuurd. Probeer het over een minuut opnieuw. Is het dringend? Ga naar de coördinator.';

/** The logic of one turn, for CloudAdapter.process. Never lets an error's text out. */
export function makeBot(deps: BotDeps): (context: TurnContext) => Promise<void> {
  const { world, log } = deps;

  async function whoIs(activity: Activity): Promise<Who | undefined> {
    const id = activity.from?.aadObjectId;
    const tenant =
      activity.conversation?.tenantId ??
      (activity.channelData as { tenant?: { id?: string } } | undefined)?.tenant?.id;
    return id && tenant ? world.store.findPerson(tenant, id) : undefined;
  }

  /** Remembers where a person's own chat is; what waited for it goes out now. True when there was none before. */
  async function remember(who: Who, activity: Activity): Promise<boolean> {
    if (placeOf(activity) !== 'personal') return false;
    const conversation = conversationOf(who.person.id, activity);
    const known = await world.store.conversation(who.partition, who.person.id);
    if (known && JSON.stringify(known) === JSON.stringify(conversation)) return false;
    await world.store.saveConversation(who.partition, conversation);
    await world.store.unpark(who.partition, who.person.id, world.clock.now());
    deps.nudge(who.partition);
    return !known;
  }

  /** One message for a team, whatever the number of its members, and none where others than staff would read it (P16). */
  async function welcomeTeam(context: TurnContext, who: Who): Promise<void> {
    const turn = turnOf(deps, context, who);
    if (!turn.channel) return;
    const strangers = await turn.strangers();
    if (!(await world.store.welcome(who.partition, turn.channel.teamId))) return;
    if (strangers.length > 0) await turn.replyPrivately(strangersCard(strangers));
    else await turn.reply(teamWelcome());
  }

  const router = makeRouter({
    async message(context) {
      const who = await whoIs(context.activity);
      if (!who) return void (await context.sendActivity(NOT_STAFF));
      await remember(who, context.activity);
      const pressed = pressedOf(context.activity);
      if (pressed) return answerPress(deps, context, who, pressed, turnOf(deps, context, who));
      const turn = turnOf(deps, context, who);
      const found = findCommand(turn.text);
      if (found) return found.command.run(deps, turn, found.rest);
      if (turn.text === '') await turn.reply(helpCard('Hallo, ik ben Meldpunt'));
      else await answerFreeText(deps, turn);
    },
    async installed(context) {
      const { activity } = context;
      const place = placeOf(activity);
      if (activity.action !== 'add' || place === 'group') return;
      const who = await whoIs(activity);
      if (!who) return void (await context.sendActivity(NOT_STAFF));
      if (place === 'channel') return welcomeTeam(context, who);
      if (await remember(who, activity))
        await turnOf(deps, context, who).reply(helpCard('Welkom bij Meldpunt'));
    },
  });

  return async (context) => {
    const { activity } = context;
    try {
      if (activity.type === 'invoke') {
        // Answered here, in front of teams-ai: once a handler of its returns a card with `refresh`, it would show one
        // person's view to everybody.
        const who = await whoIs(activity);
        if (isSearch(activity)) return await answerSearch(world, context, who);
        if (isMessageAction(activity))
          return await (who ? answerMessageAction(deps, context, who) : dialogMessage(context, NOT_STAFF));
        const pressed = pressedOf(activity);
        if (!pressed)
          return void (await context.sendActivity({ type: 'invokeResponse', value: { status: 501 } }));
        if (!who) return void (await invokeMessage(context, NOT_STAFF));
        return await answerPress(deps, context, who, pressed, turnOf(deps, context, who));
      }
      await router(context);
    } catch (error) {
      log.error({ error, activity: activity.type }, 'a turn failed');
      // Saying so may fail as well; the SDK would then print that error as it is.
      await sayFailed(context).catch((again: unknown) => log.error({ error: again }, 'saying so failed too'));
    }
  };
}

async function sayFailed(context: TurnContext): Promise<void> {
  if (isMessageAction(context.activity)) await dialogMessage(context, SORRY);
  else if (context.activity.type === 'invoke') await invokeMessage(context, SORRY);
  else if (context.activity.type === 'message') await context.sendActivity(SORRY);
}
