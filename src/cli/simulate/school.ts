/** The school of a scenario: Monday to Friday, Dutch public holidays, one person for each function, named after it. */
import { dutchHolidays } from '../../app/holidays.ts';
import type { Calendar } from '../../domain/calendar.ts';
import { makeCalendar } from '../../domain/calendar.ts';
import type { Protocol } from '../../domain/protocol.ts';
import type { Person, School } from '../../domain/school.ts';
import { Settings, holds } from '../../domain/school.ts';
import type { Scenario } from './scenario.ts';
import { MalformedScenario } from './scenario.ts';

const GROUP = 'klas';
const TEAM = 'team';

export function schoolOf({ school: told, report }: Scenario, protocol: Protocol): School {
  const elsewhere = new Set(told.groups.flatMap((g) => Object.keys(g.people)));
  const posts = new Map<string, Person['posts']>();
  const post = (person: string, fn: string, group?: string) =>
    posts.set(person, [
      ...(posts.get(person) ?? []),
      group === undefined ? { function: fn } : { function: fn, group },
    ]);
  for (const fn of new Set([...Object.keys(protocol.functions), ...Object.keys(told.people)])) {
    if (!protocol.functions[fn])
      throw new MalformedScenario(`school.people: dit protocol kent geen functie "${fn}"`);
    for (const person of told.people[fn] ?? [fn]) post(person, fn, elsewhere.has(fn) ? GROUP : undefined);
  }
  for (const group of told.groups)
    for (const [fn, persons] of Object.entries(group.people))
      persons.forEach((person) => post(person, fn, group.name));
  // Anybody on the staff can report.
  if (report && !posts.has(report.by) && !protocol.functions[report.by]) posts.set(report.by, []);
  const groupOf = (pupil: string) => told.groups.find((g) => g.pupils.includes(pupil))?.name ?? GROUP;
  const pupils = new Set(
    [
      report?.target ?? [],
      report?.involved.map((i) => i.pupil) ?? [],
      told.groups.flatMap((g) => g.pupils),
    ].flat(),
  );
  return {
    settings: Settings.parse({
      id: 'scenario',
      name: 'School van het scenario',
      tenantId: 'scenario',
      protocol: protocol.id,
      calendar: { closed: told.closed },
      norms: told.norms,
    }),
    persons: [...posts].map(([id, held]) => ({ id, name: id, posts: held })),
    groups: [{ id: GROUP, team: TEAM }, ...told.groups.map((g) => ({ id: g.name, team: g.team ?? TEAM }))],
    pupils: [...pupils].map((id) => ({ id, name: id, group: groupOf(id) })),
  };
}

const calendars = new Map<string, Calendar>();

/** The school's calendar with the public holidays of the years around its first day. */
export function scenarioCalendar(school: School, start: string): Calendar {
  const year = Number(start.slice(0, 4));
  const closed = [...school.settings.calendar.closed, ...dutchHolidays(year)];
  const key = JSON.stringify([year, closed]);
  const calendar = calendars.get(key) ?? makeCalendar({ ...school.settings.calendar, closed });
  calendars.set(key, calendar);
  return calendar;
}

/** The first holder of a function, or the person of that name. @throws MalformedScenario */
export function personBy(name: string, school: School): Person {
  const found = school.persons.find((p) => holds(p, name)) ?? school.persons.find((p) => p.id === name);
  if (!found) throw new MalformedScenario(`"${name}" is geen functie en geen persoon van deze school`);
  return found;
}
