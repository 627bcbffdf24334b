/** From the case to what the tab shows. The text is for people who may see the case. */
import type { Loaded } from '../app/change.ts';
import type { DeadJob, ListRow } from '../app/ports.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { StepState } from '../domain/case.ts';
import { openSteps } from '../domain/case.ts';
import { parentsLeft } from '../domain/parents.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { Protocol } from '../domain/protocol.ts';
import { hasNextDate, isLate, isPast } from '../domain/reminders.ts';
import type { School } from '../domain/school.ts';
import { personOf, pupilOf } from '../domain/school.ts';
import { participantName, refName, roleWords } from '../domain/words.ts';
import { chronology } from './chronology.ts';
import type { CaseView } from './contract/case.ts';
import type { CaseLine, CaseList } from './contract/cases.ts';
import { actorWords, contactWords } from './words.ts';
import type { Telling } from './words.ts';

const chargeOf = (held: { function: string; person?: string }, protocol: Protocol, school: School) => ({
  function: functionTitle(protocol, held.function),
  name: held.person && personOf(school, held.person)?.name,
});

/** A line of the list. The step that is due first is the one that it names. */
export function lineOf(
  row: ListRow,
  {
    protocol,
    school,
    calendar,
    today,
  }: { protocol: Protocol; school: School; calendar: Calendar; today: string },
): CaseLine {
  const first = row.steps[0];
  const late = row.steps.some((s) => isPast(s.due, today, calendar));
  return {
    id: row.case,
    number: row.number,
    group: row.group,
    step: first?.title,
    lead: chargeOf(row.lead, protocol, school),
    due: first?.due,
    late,
    round: row.round,
    reports: row.reports,
  };
}

/** A message that gave up: to whom, about which case, and why. */
export function undeliveredOf(
  { at, reason, work }: DeadJob,
  rows: readonly ListRow[],
  school: School,
): CaseList['undelivered'][number] {
  const to = work.kind === 'message' ? work.message.to : work.kind === 'digest' ? work : undefined;
  const name = to && 'person' in to ? (personOf(school, to.person)?.name ?? 'een oud-collega') : 'het kanaal';
  const caseId = work.kind === 'message' ? work.message.case : 'case' in work ? work.case : undefined;
  return { at, reason, to: name, number: rows.find((row) => row.case === caseId)?.number };
}

export function viewOf({ state, events, protocol, school, calendar }: Loaded, today: string): CaseView {
  const telling = { state, protocol, school, calendar };
  const waits = state.status === 'open' && !hasNextDate(state, protocol) ? state.waitsUntil : undefined;
  return {
    id: state.id,
    number: state.number,
    status: state.status,
    protocol: protocol.title,
    schoolYear: state.schoolYear,
    group: state.group,
    round: state.round,
    lead: chargeOf(state.lead, protocol, school),
    participants: state.participants.map((p) => ({
      name: refName(p.who, school),
      group: 'pupil' in p.who ? pupilOf(school, p.who.pupil)?.group : undefined,
      roles: p.roles.map((role) => roleWords[role]),
    })),
    openSteps: openSteps(state)
      .sort((a, b) => (a.due?.by ?? '9999').localeCompare(b.due?.by ?? '9999'))
      .map((open) => stepView(open, telling, today)),
    handover: state.handover && chargeOf(state.handover, protocol, school),
    helpers: state.helpers.map((helper) => chargeOf(helper, protocol, school)),
    waitsUntil: waits && calendar.dateOf(waits),
    agreements: state.agreements,
    parentContacts: state.contacts.map((contact) => ({
      at: contact.at,
      who: actorWords(contact.by, telling),
      pupil: participantName(contact.of, school),
      text: contactWords(contact),
    })),
    lvs: protocol.lvs,
    registrations: state.registrations
      .filter((r) => r.at === undefined)
      .map((r) => ({
        heading: r.heading,
        pupil: participantName(r.pupil, school),
        function: functionTitle(protocol, r.doer),
      })),
    chronology: chronology(events, protocol, school, calendar),
  };
}

/** A step that waits; also one that the case's protocol now lacks. */
function stepView(open: StepState, telling: Telling, today: string): CaseView['openSteps'][number] {
  const { state, protocol, school, calendar } = telling;
  const step = protocol.steps.find((s) => s.id === open.step);
  return {
    key: open.key,
    title: step?.title ?? 'Een stap van een eerdere versie',
    why: step?.why ?? '',
    how: step?.how ?? [],
    for: open.for && participantName(open.for, school),
    due: open.due,
    late: isLate(open, today, calendar),
    norm: step?.norm !== undefined,
    parents: step
      ? parentsLeft(step, undefined, open, { state, protocol }).map((key) => participantName(key, school))
      : [],
  };
}
