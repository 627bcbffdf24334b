/** `afwezig tot 12 oktober, Omar neemt waar` and `weer aanwezig` (P15): one's own, or a colleague's by the coordinator. */
import { backOn, markAway, markBack, mayMark } from '../../app/away.ts';
import { calendarOf, freshForm, releasedFor } from '../../app/world.ts';
import type { World } from '../../app/world.ts';
import type { AwayForm } from '../../cards/away.ts';
import { awayCard, awayForm, longWords } from '../../cards/away.ts';
import { notice } from '../../cards/notice.ts';
import type { Card } from '../../cards/template.ts';
import { plainText } from '../../cards/template.ts';
import { colleagueNamed, readAway } from '../../domain/away.ts';
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
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
  const { school, calendar, ids } = await setting(world, who.partition);
  const today = ids.day;
  const marks = mayMark(world, who, school);
  const blank = {
    school,
    protocol: releasedFor(world, school).protocol,
    person: who.person,
    marks,
    ids,
    from: today,
  };
  if (rest.trim() === '') {
    const { away } = who.person;
    const stands = away && away.until >= today ? away : undefined;
    return awayForm({
      ...blank,
      from: stands?.from ?? today,
      back: stands && backOn(who.person),
      substitute: stands?.substitute,
    });
  }
  const typed = readAway(rest, today);
  const { from, back } = typed;
  const person = typed.who === '' ? who.person : colleagueNamed(typed.who, school.persons);
  const substitute = typed.substitute === '' ? undefined : colleagueNamed(typed.substitute, school.persons);
  if (person && person.id !== who.person.id && !marks)
    return notice({
      lines: ['Een collega afwezig melden doet de coördinator. Voor jezelf typ je **afwezig**.'],
    });
  const form: AwayForm = { ...blank, who: person?.id, from: from ?? today, back, substitute: substitute?.id };
  const unclear = !person ? typed.who : typed.substitute !== '' && !substitute ? typed.substitute : undefined;
  if (unclear !== undefined)
    return awayForm({
      ...form,
      error: plainText(`Ik begrijp ‘${unclear.slice(0, 100)}’ niet. Kijk of het hieronder klopt.`),
    });
  if (!person || from === undefined || back === undefined)
    return awayForm({
      ...form,
      error:
        from === undefined
          ? 'Welke dagen bedoel je? Kies ze hieronder.'
          : 'Tot wanneer? Kies hieronder de dag waarop je er weer bent.',
    });
  if (back > calendar.addDays(from, limits.awayUnasked))
    return awayForm({ ...form, error: longWords(from, back) });
  try {
    const now = await markAway(
      world,
      who,
      { person: person.id, from, back, substitute: substitute?.id },
      ids,
    );
    return awayCard(now, school, calendar, today, now.id === who.person.id);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
    return awayForm({ ...form, error: plainText(error.message) });
  }
}

async function backFor(world: World, { who }: Turn, rest: string): Promise<Card> {
  const { school, calendar, ids } = await setting(world, who.partition);
  const person = rest.trim() === '' ? who.person : colleagueNamed(rest, school.persons);
  if (!person) return notice({ lines: ['Ik weet niet welke collega je bedoelt. Typ de hele naam.'] });
  const own = person.id === who.person.id;
  if (!own && !mayMark(world, who, school))
    return notice({
      lines: [
        'Een collega weer aanwezig melden doet de coördinator, of die collega zelf. Voor jezelf typ je **weer aanwezig**.',
      ],
    });
  return awayCard(await markBack(world, who, person.id, ids), school, calendar, ids.day, own);
}

async function setting(world: World, partition: string) {
  const school = await world.store.school(partition);
  return { school, calendar: calendarOf(school, world.clock.now()), ids: freshForm(world, school) };
}
