/** A signal noted at the dagopening (K1, P20): a report like any other, from a card that many people use at once. */
import type { Report } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { teamsOf } from '../domain/school.ts';
import { notesOf } from './briefing.ts';
import type { ReportResult } from './reports.ts';
import { submitReport } from './reports.ts';
import type { Who, World } from './world.ts';
import { calendarOf } from './world.ts';

/** What somebody filled in on the card of a kernteam's dagopening. */
export interface Note {
  team: string;
  /** The day of the card, YYYY-MM-DD. */
  date: string;
  /** The name of a pupil, as it was typed. */
  about: string;
  story: string;
  safe: Report['safe'];
  /** The colleague for whom it is noted. */
  toldBy?: string;
}

/**
 * Takes a note in. Its nonce is made from person and content: the same thing counts once, another thing
 * from the same card counts too. `repeated`: it was noted before, with this result.
 * @throws DomainError with a message for the one who noted it; nothing was written then
 */
export async function noteSignal(
  world: World,
  who: Who,
  note: Note,
): Promise<ReportResult & { repeated: boolean }> {
  const school = await world.store.school(who.partition);
  const now = world.clock.now();
  if (note.date !== calendarOf(school, now).dateOf(now) || !teamsOf(school).includes(note.team))
    throw new DomainError(
      'invalid',
      'Deze dagopening is voorbij. Er is niets genoteerd. Typ melding in je eigen chat met mij.',
    );
  const { team, date, about, story, safe, toldBy } = note;
  const nonce = `${notesOf(team)}${who.person.id}.${await digest([about, story, safe, toldBy ?? ''])}`;
  const before = await world.store.seen(who.partition, date, nonce);
  if (before) return { ...(before.result as ReportResult), repeated: true };
  const report: Report = {
    about: [{ name: about }],
    story,
    source: toldBy ? 'collega' : 'zelf',
    happened: date,
    safe,
    toldBy,
    involved: [],
    behaviours: [],
  };
  const result = await submitReport(world, who, report, { day: date, nonce });
  return { ...result, repeated: false };
}

/** A short mark of what was typed, from which nobody reads it back. */
async function digest(fields: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(fields));
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
