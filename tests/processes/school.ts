/** The demo school in a store of the test's own, and its staff at their chats with a service in another process. */
import { randomUUID } from 'node:crypto';
import type { Store } from '../../src/app/ports/store.ts';
import { loadDemoSchool } from '../../src/dev/demoSchool.ts';
import { holdersOf } from '../../src/domain/school.ts';
import type { School } from '../../src/domain/school.ts';
import { connect } from '../../src/storage/client.ts';
import { tableStore } from '../../src/storage/store.ts';
import { button, cardOf, startConnector, textIn } from '../support/connector.ts';
import type { Card, Connector, Sent } from '../support/connector.ts';

const demo = loadDemoSchool().school;
export const partition = demo.settings.id;
const GROUP = '2B';
export const mentor = holdersOf(demo, 'mentor', GROUP)[0]!.id;
export const reporter = holdersOf(demo, 'docent', undefined).find((p) => p.id !== mentor)!.id;
export const pupil = (n: number) => `kind-${n}`;
export const chatOf = (person: string) => `chat-${person}`;

/** A school day in the morning, whenever the tests run; the clock of the service goes on from there. */
const offset = Date.parse('2026-10-05T08:20:00+02:00') - Date.now();
export const now = () => new Date(Date.now() + offset).toISOString();
const TODAY = '2026-10-05';

/** Saves the school with these many pupils of one group, and the clock. Its channel is at `serviceUrl`. */
export async function openSchool(
  connectionString: string,
  serviceUrl: string,
  pupils: number,
): Promise<{ store: Store; school: School }> {
  const store = tableStore(await connect(connectionString));
  const school: School = {
    ...demo,
    settings: {
      ...demo.settings,
      coordinatorChannel: { ...demo.settings.coordinatorChannel!, serviceUrl },
      teamChannels: {},
    },
    pupils: Array.from({ length: pupils }, (_, n) => ({
      id: pupil(n),
      name: `Kind Nummer${n}`,
      group: GROUP,
    })),
  };
  await store.saveSchool(school);
  await store.setClockOffset(offset);
  return { store, school };
}

/** A connector in whose channel only the staff read along. */
export async function schoolConnector(): Promise<Connector> {
  const connector = await startConnector();
  connector.members = demo.persons.map((p) => ({
    id: `29:${p.id}`,
    name: p.name,
    aadObjectId: p.id,
    userRole: 'user',
  }));
  return connector;
}

/** One person at the chat of a service. */
export interface Chat {
  say(text: string, more?: object): Promise<Response>;
  /** Presses a button; answers the card that takes the form's place. */
  press(data: Record<string, string>): Promise<Card>;
}

/** @param to where the service is, and where it finds the connector */
export function chat(as: string, to: { url: string; serviceUrl: string }): Chat {
  const { tenantId } = demo.settings;
  const send = (activity: object) =>
    fetch(`${to.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({
        id: randomUUID(),
        timestamp: now(),
        channelId: 'msteams',
        serviceUrl: to.serviceUrl,
        from: { id: `29:${as}`, name: as, aadObjectId: as },
        recipient: { id: 'meldpunt', name: 'Meldpunt' },
        conversation: { id: chatOf(as), conversationType: 'personal', tenantId },
        channelData: { tenant: { id: tenantId } },
        ...activity,
      }),
    });
  return {
    say: (text, more = {}) => send({ type: 'message', text, ...more }),
    async press(data) {
      const response = await send({
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'card-1',
        value: { action: { type: 'Action.Execute', verb: data.verb, data }, trigger: 'manual' },
      });
      const body = (await response.json()) as { type?: string; value?: unknown };
      if (body.type !== 'application/vnd.microsoft.card.adaptive')
        throw new Error(`answered ${response.status} with ${JSON.stringify(body)}`);
      return body.value as Card;
    },
  };
}

/** Opens a form as the reporter and gives what its button sends, filled in about a pupil. */
export async function filledForm(own: Chat, connector: Connector, about: string) {
  await own.say('melding');
  const doors = cardOf(connector.to(chatOf(reporter)).at(-1));
  const form = await own.press(button(doors, 'Melding maken'));
  return {
    ...button(form, 'Melding versturen'),
    about,
    story: 'Haar tas werd afgepakt.',
    source: 'zelf',
    happened: TODAY,
    safe: 'ja',
  };
}

export const numberIn = (card: Card): string | undefined => /\b\d{4}-\d{4}\b/.exec(textIn(card))?.[0];

/** The id of the message, as its buttons carry it: both copies of an ambiguous send have the same. */
export const nonceOf = (sent: Sent): string | undefined =>
  cardOf(sent).actions?.find((action) => action.data?.nonce)?.data?.nonce;
export const caseOf = (sent: Sent): string | undefined =>
  cardOf(sent).actions?.find((action) => action.data?.case)?.data?.case;
