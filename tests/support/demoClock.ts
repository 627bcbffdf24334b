/** The clock of `npm start`, which only goes forward, and days on which its demo school is open. */
import { calendarOf } from '../../src/app/world.ts';
import { loadDemoSchool } from '../../src/dev/demoSchool.ts';

/** @throws Error when the clock is there already */
export async function moveClock(service: string, now: string): Promise<void> {
  const answer = await fetch(`${service}/dev/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  });
  if (!answer.ok) throw new Error(`the clock did not move: ${await answer.text()}`);
}

/** The time of the n-th day after the first Monday to come with this many weeks of school from then on. */
export async function weeksAhead(
  service: string,
  weeks: number,
): Promise<(day: number, time: string) => string> {
  const { now } = (await (await fetch(`${service}/dev/clock`)).json()) as { now: string };
  const calendar = calendarOf(loadDemoSchool().school, now);
  let monday = calendar.dateOf(now);
  const schoolDays = () =>
    Array.from({ length: weeks * 7 }, (_, i) => i)
      .filter((i) => i % 7 < 5)
      .map((i) => calendar.addDays(monday, i));
  do monday = calendar.addDays(monday, 1);
  while (new Date(monday).getUTCDay() !== 1 || !schoolDays().every((day) => calendar.isSchoolDay(day)));
  const morning = (day: number) => Date.parse(calendar.morningOf(calendar.addDays(monday, day)));
  // The morning round is at 07:45.
  return (day, time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return new Date(morning(day) + ((hours - 7) * 60 + minutes - 45) * 60_000).toISOString();
  };
}
