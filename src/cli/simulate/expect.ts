/** Whether a timeline shows what a scenario expects. */
import type { Expectation, What } from './scenario.ts';
import type { Entry } from './timeline.ts';

const isDate = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The expectations that don't hold, in words; empty when all do. */
export function unmet(expectations: readonly Expectation[], entries: readonly Entry[]): string[] {
  return expectations.flatMap((expectation) => {
    const lines = entries.filter((entry) => matches(expectation, entry));
    if ('never' in expectation) {
      const first = lines[0]?.line;
      return first
        ? [`${inWords(expectation)}: toch op ${first.at}${first.step ? `, stap ${first.step}` : ''}`]
        : [];
    }
    const { times } = expectation;
    if (times === undefined ? lines.length > 0 : lines.length === times) return [];
    return [
      `${inWords(expectation)}: ${lines.length === 0 ? 'niet gezien' : `${lines.length} keer gezien`}${near(expectation, entries)}`,
    ];
  });
}

function matches(expectation: Expectation, { line, actor, persons }: Entry): boolean {
  const { step, for: apart, by, why } = expectation;
  const fits =
    (step === undefined || line.step === step || (line.rows ?? []).includes(step)) &&
    (apart === undefined || line.for === apart) &&
    (by === undefined || line.by === by || actor === by) &&
    (why === undefined || (line.why ?? '').includes(why));
  if (!fits) return false;
  const hears = (who: string | undefined) =>
    who === undefined || (line.to ?? []).includes(who) || persons.includes(who);
  if ('never' in expectation) {
    const { never, from, to } = expectation;
    const date = line.at.slice(0, 10);
    const until = isDate(to) ? to : undefined;
    const inTime = (from === undefined || date >= from) && (until === undefined || date <= until);
    return line.what === never && inTime && (isDate(to) || hears(to));
  }
  const { what, on, to, due } = expectation;
  return (
    line.what === what && onMoment(on, line, what) && hears(to) && (due === undefined || line.due === due)
  );
}

/** A date is that of the line, or the date by which; a moment is that of the line, to the minute. */
function onMoment(on: string | undefined, line: Entry['line'], what: What): boolean {
  if (on === undefined) return true;
  if (!isDate(on)) return line.at.startsWith(on);
  const dated = what === 'due' || what === 'moved' || what === 'reopened';
  return line.at.startsWith(on) || (dated && line.due === on);
}

const inWords = (expectation: Expectation): string =>
  Object.entries(expectation)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** When the same was seen on another day: what somebody who mends a scenario or a protocol wants to know. */
function near(expectation: Exclude<Expectation, { never: unknown }>, entries: readonly Entry[]): string {
  const { what, step } = expectation;
  const seen = entries.filter(
    ({ line }) =>
      line.what === what && (step === undefined || line.step === step || line.rows?.includes(step)),
  );
  if (seen.length === 0) return '';
  const moments = seen.slice(0, 3).map(({ line }) => line.due ?? line.at.slice(0, 16));
  return ` (wel op ${moments.join(', ')})`;
}
