/** Vacations and study days, as a school enters them. Pure. */
import { Temporal } from 'temporal-polyfill';
import type { CalendarData } from './calendar.ts';
import { makeCalendar } from './calendar.ts';
import { DomainError } from './errors.ts';
import { limits } from './limits.ts';
import type { SchoolScene } from './schoolChange.ts';

type Closed = CalendarData['closed'];

/** In order of time. @throws DomainError that names the line that is wrong: field `closed.0` is the first */
export function closedDays(closed: Closed, { school }: SchoolScene): Closed {
  if (closed.length > limits.closures)
    throw new DomainError(
      'invalid',
      `Vul hooguit ${limits.closures} vakanties en studiedagen in. Haal oude weg.`,
      'closed',
    );
  closed.forEach(({ from, to, name }, i) => {
    const field = `closed.${i}`;
    if (name.trim() === '' || name.length > limits.line)
      throw new DomainError('invalid', 'Geef elke periode een naam, zoals herfstvakantie.', field);
    if (to < from) throw new DomainError('invalid', `${name}: de laatste dag ligt voor de eerste.`, field);
    const days = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days + 1;
    if (days > limits.closureDays)
      throw new DomainError('invalid', `${name} duurt ${days} dagen. Klopt het jaartal?`, field);
    const same = closed.findIndex((other) => other.from === from && other.to === to);
    if (same < i) throw new DomainError('invalid', `${name}: deze dagen staan er twee keer.`, field);
  });
  const sorted = closed
    .map((one) => ({ ...one, name: one.name.trim() }))
    .toSorted((a, b) => a.from.localeCompare(b.from));
  mustLeaveSchool({ ...school.settings.calendar, closed: sorted });
  return sorted;
}

/** @throws DomainError when vacations follow on each other for so long that no date can be reckoned */
function mustLeaveSchool(data: CalendarData): void {
  const calendar = makeCalendar(data);
  try {
    for (const { to } of data.closed) calendar.onOrAfter(to);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DomainError('invalid', 'Er blijft zo geen schooldag over. Kijk de data na.', 'closed');
  }
}
