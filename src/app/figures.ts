/** The figures of a school year (A7): for everybody on the staff, small counts only for the coordinator and the functions above. */
import { ADMINISTRATOR } from '../domain/access.ts';
import { DomainError } from '../domain/errors.ts';
import type { FigureTables } from '../domain/figureTables.ts';
import { figureTables } from '../domain/figureTables.ts';
import { inLine } from '../domain/protocol.ts';
import { holds } from '../domain/school.ts';
import { readingOf } from './reads.ts';
import type { Who, World } from './world.ts';

export interface Figures {
  tables: FigureTables;
  /** Whether this person sees small counts. */
  open: boolean;
}

/** @throws DomainError `forbidden` for who only sets up the app: whoever has no part in cases has none in their figures (A4) */
export async function figuresOf(world: World, who: Who, year: number): Promise<Figures> {
  const { posts } = who.person;
  if (posts.length > 0 && posts.every((post) => post.function === ADMINISTRATOR))
    throw new DomainError('forbidden', 'De cijfers zijn voor wie met leerlingen werkt.');
  const [figures, { protocol, calendar, today }] = await Promise.all([
    world.store.figures(who.partition, year),
    readingOf(world, who),
  ]);
  const open = inLine(protocol.coordinator, protocol).some((fn) => holds(who.person, fn));
  const months = monthsOf(year, today, calendar.schoolYear(today) === year);
  return { tables: figureTables(figures, { months, behaviours: protocol.report.behaviours, open }), open };
}

/** The months of a school year from August, of the running one up to this month. */
export function monthsOf(year: number, today: string, running: boolean): string[] {
  const all = Array.from({ length: 12 }, (_, i) => {
    const month = ((i + 7) % 12) + 1;
    return `${month >= 8 ? year : year + 1}-${String(month).padStart(2, '0')}`;
  });
  return running ? all.filter((month) => month <= today.slice(0, 7)) : all;
}
