/** `afwezig tot 12 oktober, Omar neemt waar` and `weer aanwezig` (P15): one's own, or a colleague's by the coordinator. */
import { backOn, markAway, markBack, mayMark } from '../../app/away.ts';
import { calendarOf, releasedFor } from '../../app/world.ts';
import type { World } from '../../app/world.ts';
import type { AwayForm } from '../../cards/away.ts';
import { awayCard, awayForm } from '../../cards/away.ts';
import { notice } from '../../cards/notice.ts';
import type { Card } from '../../cards/template.ts';
import { plainText } from '../../cards/template.ts';
import { colleagueNamed, readAway } from '../../domain/away.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Turn } from '../turn.ts';
import type { Command } from './command.ts';
import { replyOnlyTo } from './privately.ts';

export const afwezig: Command = {
  words: ['afwezig', 'ik ben afwezig'],
  says: 'Meld dat je er niet bent, en wie waarneemt.',
  run: async ({ world }, turn, rest) => replyOnlyTo(turn, await awayFor(world, turn, rest), 'afwezig'),
};

export const weerAanwezig: Command = {
  words: ['weer aanwezig', 'ik ben er weer'],
  says: 'Meld dat je er weer bent.',
  run: async ({ world }, turn, rest) => replyOnlyTo(turn, await backFor(world, turn, rest), 'weer aanwezig'),
};

/** Saves what is clear; else the form, with what was understood filled in. */
async function awayFor(world: World, { who }: Turn, rest: string): Promise<Card> {
  const { school, calendar, today, ids } = await setting(world, who.partition);
  const marks = mayMark(world, who, school);
  const blank = { school, protocol: releasedFor(world, school).protocol, person: who.person, marks, ids };
  if (rest.trim() === '') {
    const { away } = who.person;
    const stands = away && away.until >= today ? away : undefined;
    return awayForm({ ...blank, back: stands && backOn(who.person), substitute: stands?.substitute });
  }
  const typed = readAway(rest, today);
  const person = typed.who === '' ? who.person : colleagueNamed(typed.who, school.persons);
  const substitute = typed.substitute === '' ? undefined : colleagueNamed(typed.substitute, school.persons);
  if (person && person.id !== who.person.id && !marks)
    return notice({
      lines: ['Een collega afwezig melden doet de coördinator. Voor jezelf typ je **afwezig**.'],
    });
  const form: AwayForm = { ...blank, who: person?.id, back: typed.back, substitute: substitute?.id };
  const unclear = !person ? typed.who : typed.substitute !== '' && !substitute ? typed.substitute : undefined;
  if (unclear !== undefined)
    return awayForm({
      ...form,
      error: plainText(`Ik weet niet wie je bedoelt met ‘${unclear.slice(0, 100)}’. Kies hieronder.`),
    });
  if (!person || typed.back === undefined)
    return awayForm({ ...form, error: 'Welke dag bedoel je? Kies hem hieronder.' });
  try {
    const absence = { person: person.id, back: typed.back, substitute: substitute?.id };
    const now = await markAway(world, who, absence, ids);
    return awayCard(now, school, calendar, now.id === who.person.id);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
    return awayForm({ ...form, error: plainText(error.message) });
  }
}

async function backFor(world: World, { who }: Turn, rest: string): Promise<Card> {
  const { school, calendar, ids } = await setting(world, who.partition);
  const person = rest.trim() === '' ? who.person : colleagueNamed(rest, school.persons);
  if (!person) return notice({ lines: ['Ik weet niet welke collega je bedoelt. Typ de hele naam.'] });
  if (person.id !== who.person.id && !mayMark(world, who, school))
    return notice({ lines: ['Dat doet die collega zelf, of de coördinator.'] });
  return awayCard(await markBack(world, who, person.id, ids), school, calendar, person.id === who.person.id);
}

async function setting(world: World, partition: string) {
  const school = await world.store.school(partition);
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  return { school, calendar, today, ids: { nonce: world.ids.next(), day: today } };
}
