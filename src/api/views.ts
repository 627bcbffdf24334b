/** From the lists of cases to what the tab shows. */
import type { ClosedRow, DeadJob, ListRow } from '../app/ports/rows.ts';
import type { Reading } from '../app/tasks.ts';
import { tasksIn } from '../app/tasks.ts';
import type { Work } from '../domain/messages.ts';
import { isPast } from '../domain/reminders.ts';
import type { Person, School } from '../domain/school.ts';
import { personOf, pupilOf, teamOf } from '../domain/school.ts';
import { asksOn, byUrgency, urgencyOf } from '../domain/urgency.ts';
import type { CaseLine, CaseList, ClosedLine } from './contract/cases.ts';
import { chargeOf } from './words.ts';

/** Days that count as soon, as in the chat's list. */
const WEEK = 7;

/** A line of the list, for this person. The step that is most urgent is the one that it names. */
export function lineOf(row: ListRow, person: Person, reading: Reading): CaseLine {
  const { protocol, school, calendar, today } = reading;
  const [first] = row.steps
    .map(({ title, due }) => ({ title, due, urgency: urgencyOf(due, today, calendar) }))
    .sort(byUrgency);
  const late = row.steps.some((s) => isPast(s.due, today, calendar));
  const tasks = tasksIn(row, person, reading);
  const now = tasks.some(({ urgency }) => urgency === 'late' || urgency === 'today');
  const soon = first !== undefined && asksOn(first) <= calendar.addDays(today, WEEK);
  return {
    id: row.case,
    number: row.number,
    initials: initialsOf(row, school),
    group: row.group,
    team: teamOf(school, row.group),
    step: first?.title,
    lead: { ...chargeOf(row.lead, protocol, school), person: row.lead.person },
    due: first?.due,
    late,
    asks: now ? 'now' : late ? 'late' : soon ? 'soon' : 'later',
    mine: tasks.length > 0 || row.lead.person === person.id,
    round: row.round,
    reports: row.reports,
    behaviours: protocol.report.behaviours
      .filter(({ id }) => row.behaviours?.includes(id))
      .map(({ id, label }) => ({ id, label })),
  };
}

/** "F.F." of each gepeste, where the school chose to show them. */
export function initialsOf({ about }: ListRow, school: School): string | undefined {
  if (!school.settings.initials) return undefined;
  const names = about.flatMap((id) => pupilOf(school, id)?.name ?? []);
  return names.map(initials).join(', ') || undefined;
}
const initials = (name: string) =>
  name
    .split(/[\s-]+/)
    // "van der" is no part of it.
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => `${[...word][0]}.`)
    .join('');

/** A line of the closed cases; the words of its ending come from the protocol as it is now. */
export function closedLineOf(row: ClosedRow, { protocol, calendar }: Reading): ClosedLine {
  const ends = (id: string | undefined) => (step: { id: string }) => id === undefined || step.id === id;
  const outcome = protocol.steps
    .filter(ends(row.closedBy?.split('.')[0]))
    .flatMap((step) => step.outcomes)
    .find(({ id }) => id === row.closedAs);
  return {
    id: row.case,
    number: row.number,
    group: row.group,
    opened: calendar.dateOf(row.openedAt),
    closed: calendar.dateOf(row.closedAt ?? row.openedAt),
    outcome: outcome?.label,
  };
}

/** What gave up: to whom it was, about which case, and why. What Meldpunt does by itself is to nobody. */
export function undeliveredOf(
  { at, reason, work }: DeadJob,
  rows: readonly ListRow[],
  school: School,
): CaseList['undelivered'][number] {
  const caseId = work.kind === 'message' ? work.message.case : 'case' in work ? work.case : undefined;
  const number = rows.find((row) => row.case === caseId)?.number;
  const own = ownWork[work.kind];
  return own ? { at, reason: own, number } : { at, reason, to: nameOf(work, school), number };
}

/** What did not happen, of what Meldpunt does by itself. */
const ownWork: Partial<Record<Work['kind'], string>> = {
  wake: 'Meldpunt kon niet kijken of hier een herinnering nodig is. Kijk zelf wat er open staat.',
  review: 'Meldpunt kon de stappen en datums niet bijwerken. Kijk zelf wat er open staat.',
  spread: 'Berichten aan een aantal collega’s gingen niet weg.',
  watchdog: 'De dagelijkse controle is niet gelopen.',
};

function nameOf(work: Work, school: School): string {
  const to = work.kind === 'message' ? work.message.to : work;
  const id = 'person' in to ? to.person : 'to' in to && typeof to.to === 'string' ? to.to : undefined;
  return id === undefined ? 'het kanaal' : (personOf(school, id)?.name ?? 'een oud-collega');
}
