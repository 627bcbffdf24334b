/** `zaken`: the open cases that I may see; `zaak 2026-0014`: one of them, open or closed. */
import { findCase } from '../../app/lookup.ts';
import { listCases } from '../../app/reads.ts';
import { calendarOf, releasedFor } from '../../app/world.ts';
import { casesCard } from '../../cards/cases.ts';
import { commandButton } from '../../cards/knowledge.ts';
import { notice } from '../../cards/notice.ts';
import type { Card } from '../../cards/template.ts';
import { DomainError } from '../../domain/errors.ts';
import type { BotDeps } from '../deps.ts';
import { openCase } from '../openCase.ts';
import type { Turn } from '../turn.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

export const zaken: Command = {
  words: ['zaken', 'open zaken', 'mijn zaken', 'alle zaken'],
  says: 'Bekijk de open zaken die jij mag zien.',
  alone: true,
  async run(deps, turn) {
    return replyOnlyTo(turn, await listFor(deps, turn), 'zaken');
  },
};

export const zaak: Command = {
  words: ['zaak', 'open zaak', 'bekijk zaak'],
  says: 'Bekijk één zaak, met het nummer erachter.',
  async run(deps, turn, rest) {
    const card = rest === '' ? await listFor(deps, turn) : await cardFor(deps, turn, rest);
    return replyOnlyTo(turn, card, `zaak ${rest}`.trim());
  },
};

async function listFor({ world, links }: BotDeps, { who }: Turn): Promise<Card> {
  const cases = await listCases(world, who);
  const school = await world.store.school(who.partition);
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const { protocol } = releasedFor(world, school);
  return casesCard(cases, { protocol, school, calendar, today: calendar.dateOf(now), link: links() });
}

/** The same for a number that nobody has and for one of a case of others (A4, P3). */
async function cardFor(deps: BotDeps, { who }: Turn, typed: string): Promise<Card> {
  try {
    const id = await findCase(deps.world, who, typed);
    if (id === undefined) return notFound('Deze zaak is er niet, of je mag hem niet zien.');
    return await openCase(deps, who, id);
  } catch (error) {
    if (error instanceof DomainError) return notFound(error.message);
    throw error;
  }
}

const notFound = (why: string): Card =>
  notice({
    lines: [why],
    subtle: ['Typ het nummer zo: **zaak 2026-0014**. Van dit schooljaar is **zaak 14** genoeg.'],
    buttons: [commandButton('Open zaken', 'zaken'), commandButton('Mijn meldingen', 'mijn meldingen')],
  });
