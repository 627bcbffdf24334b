/** The buttons on the way to a report: its doors (P1, P2, P3) and its form (P4). */
import { z } from 'zod/v4';
import { submitReport } from '../../app/reports.ts';
import { calendarOf, releasedFor } from '../../app/world.ts';
import type { Who, World } from '../../app/world.ts';
import { confidantsCard } from '../../cards/confidants.ts';
import { doorsCard, DOORS } from '../../cards/doors.ts';
import { emergencyLines, readReport, reportForm } from '../../cards/report.ts';
import type { ReportForm } from '../../cards/report.ts';
import { carriedFields, fieldsOf } from '../../cards/reportFields.ts';
import { receiptCard } from '../../cards/results.ts';
import type { Card } from '../../cards/template.ts';
import { cantWaitCard, dangerCard, pageCard } from '../../cards/urgent.ts';
import { pointsToDanger } from '../../domain/danger.ts';
import { DomainError } from '../../domain/errors.ts';
import { settingFor } from './confidential.ts';
import type { Verb } from './verb.ts';
import { formOf, nonceOf } from './verb.ts';

/** A form for this person, with a nonce of its own unless it is a form that comes back. */
export async function formFor(
  world: World,
  who: Who,
  over: Partial<Pick<ReportForm, 'fields' | 'error' | 'intro' | 'warned' | 'nonce' | 'urgent'>>,
): Promise<Card> {
  const school = await world.store.school(who.partition);
  const now = world.clock.now();
  return reportForm({
    school,
    protocol: releasedFor(world, school).protocol,
    person: who.person,
    today: calendarOf(school, now).dateOf(now),
    nonce: world.ids.next(),
    ...over,
  });
}

const Door = z.object({ door: z.enum(DOORS) });

/** What stands behind a door, in its place; what was typed goes along. */
export const openDoor: Verb = async ({ world, who, data }) => {
  const { door } = Door.parse(data);
  const carried = carriedFields(data);
  const school = await world.store.school(who.partition);
  const now = world.clock.now();
  switch (door) {
    case 'start':
      return doorsCard(carried);
    case 'melding':
      return formFor(world, who, { fields: carried, warned: data.warned === 'ja' });
    case 'niet-wachten':
      return cantWaitCard(school, calendarOf(school, now), now, carried);
    case 'vertrouwenspersoon':
      return confidantsCard(await settingFor(world, who), carried);
    default:
      return pageCard(door, school, carried);
  }
};

/** Takes the report in; words that point to danger to life first show whom to call now, once. */
export const submitReportForm: Verb = async (press) => {
  const { world, who, data } = press;
  const school = await world.store.school(who.partition);
  const form = formOf(press);
  const nonce = nonceOf(data);
  const warned = data.warned === 'ja';
  const now = world.clock.now();
  const calendar = calendarOf(school, now);
  try {
    const report = readReport(data, school);
    if (!warned && pointsToDanger(`${report.story} ${report.doneSoFar ?? ''}`))
      return dangerCard(school, calendar, now, { nonce, day: form.day }, carriedFields(data));
    const result = await submitReport(world, who, report, form);
    return receiptCard(result.receipts, calendar, result.unsafe ? emergencyLines(school) : []);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const fields = fieldsOf(data);
    const urgent = fields.safe === 'nee' || pointsToDanger(`${fields.story ?? ''} ${fields.doneSoFar ?? ''}`);
    return formFor(world, who, { nonce, fields, error: error.message, warned, urgent });
  }
};
