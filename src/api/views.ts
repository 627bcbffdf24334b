/** From the case to what the tab shows. The text is for people who may see the case. */
import type { Loaded } from '../app/change.ts';
import type { DeadJob, ListRow } from '../app/ports.ts';
import { openSteps } from '../domain/case.ts';
import { functionTitle, stepOf } from '../domain/protocol.ts';
import type { Protocol } from '../domain/protocol.ts';
import { isLate } from '../domain/reminders.ts';
import type { School } from '../domain/school.ts';
import { personOf, pupilOf } from '../domain/school.ts';
import { participantName, refName, roleWords } from '../domain/words.ts';
import { chronology } from './chronology.ts';
import type { CaseLine, CaseList, CaseView } from './contract.ts';

const leadOf = (lead: { function: string; person?: string }, protocol: Protocol, school: School) => ({
  function: functionTitle(protocol, lead.function),
  name: lead.person && personOf(school, lead.person)?.name,
});

/** A line of the list. The step that is due first is the one that it names. */
export function lineOf(row: ListRow, protocol: Protocol, school: School, today: string): CaseLine {
  const first = row.steps[0];
  const late = row.steps.some((s) => s.due !== undefined && today > s.due.by);
  return {
    id: row.case,
    number: row.number,
    group: row.group,
    step: first?.title,
    lead: leadOf(row.lead, protocol, school),
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
  const to = work.kind === 'message' ? work.message.to : undefined;
  const name = to && 'person' in to ? (personOf(school, to.person)?.name ?? 'een oud-collega') : 'het kanaal';
  const caseId = work.kind === 'message' ? work.message.case : work.case;
  return { at, reason, to: name, number: rows.find((row) => row.case === caseId)?.number };
}

export function viewOf({ state, events, protocol, school, calendar }: Loaded, today: string): CaseView {
  const byDate = (a: { due?: { by: string } }, b: { due?: { by: string } }) =>
    (a.due?.by ?? '9999').localeCompare(b.due?.by ?? '9999');
  return {
    id: state.id,
    number: state.number,
    status: state.status,
    protocol: protocol.title,
    group: state.group,
    round: state.round,
    lead: leadOf(state.lead, protocol, school),
    participants: state.participants.map((p) => ({
      name: refName(p.who, school),
      group: 'pupil' in p.who ? pupilOf(school, p.who.pupil)?.group : undefined,
      roles: p.roles.map((role) => roleWords[role]),
    })),
    openSteps: openSteps(state)
      .sort(byDate)
      .map((open) => {
        const step = stepOf(protocol, open.step);
        return {
          key: open.key,
          title: step.title,
          why: step.why,
          how: step.how,
          for: open.for && participantName(open.for, school),
          due: open.due,
          late: isLate(open, today, calendar),
          norm: step.norm,
        };
      }),
    chronology: chronology(events, protocol, school, calendar),
  };
}
