/** Planning a talk: a link that opens Teams' own form for a meeting, with a time that fits. */
import type { Calendar, Due } from '../domain/calendar.ts';
import type { Link } from './template.ts';

/** On the school’s clock: within school hours, and late enough to invite somebody in the morning. */
const START = '14:00';
const END = '14:30';

/**
 * Opens Teams' own form for a meeting: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 * The subject stands in calendars that others see: no pupil in it.
 */
export function meetingLink(number: string, due: Due | undefined, now: string, calendar: Calendar): Link {
  const day = talkDay(due, now, calendar);
  const asked = {
    subject: `Gesprek ${number}`,
    startTime: calendar.wallClock(calendar.instant(day, START)),
    endTime: calendar.wallClock(calendar.instant(day, END)),
  };
  const query = Object.entries(asked).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return {
    title: 'Gesprek plannen',
    url: `https://teams.microsoft.com/l/meeting/new?${query.join('&')}`,
  };
}

/** A school day in the step's window: the next one, or today where that is the last and its time is still to come. */
function talkDay(due: Due | undefined, now: string, calendar: Calendar): string {
  const today = calendar.dateOf(now);
  const next = calendar.addSchoolDays(today, 1);
  if (due?.from !== undefined && due.from > next) return calendar.onOrAfter(due.from);
  const still = calendar.isSchoolDay(today) && now < calendar.instant(today, START);
  return due !== undefined && due.by < next && still ? today : next;
}
