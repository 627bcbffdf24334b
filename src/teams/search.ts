/**
 * Pupils found while somebody types in a card's list (Data.Query). Teams asks with an invoke `application/search`:
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search
 */
import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import type { Who, World } from '../app/world.ts';
import { pupilChoices, PUPILS } from '../cards/pupils.ts';
import { limits } from '../domain/limits.ts';
import { findPupils } from '../domain/nearest.ts';

const Query = z.object({ dataset: z.literal(PUPILS), queryText: z.string().max(limits.line).default('') });

export const isSearch = ({ name }: Activity): boolean => name === 'application/search';

/** What was found, for staff only: anybody else, and any other question, gets an empty list. */
export async function answerSearch(world: World, context: TurnContext, who: Who | undefined): Promise<void> {
  const query = Query.safeParse(context.activity.value);
  const school = who && query.success ? await world.store.school(who.partition) : undefined;
  const results =
    who && query.data && school
      ? pupilChoices(findPupils(who.person, school, query.data.queryText), school)
      : [];
  const body = { type: 'application/vnd.microsoft.search.searchResponse', value: { results } };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}
