/** The buttons of a report's form. */
import { submitReport } from '../../app/reports.ts';
import { calendarOf, releasedFor } from '../../app/world.ts';
import { emergencyLines, fieldsOf, readReport, reportForm } from '../../cards/report.ts';
import { receiptCard } from '../../cards/results.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Verb } from './verb.ts';
import { formOf, nonceOf } from './verb.ts';

export const submitReportForm: Verb = async (press) => {
  const { world, who, data } = press;
  const school = await world.store.school(who.partition);
  const form = formOf(press);
  try {
    const result = await submitReport(world, who, readReport(data, school), form);
    const calendar = calendarOf(school, world.clock.now());
    return receiptCard(result.receipts, calendar, result.unsafe ? emergencyLines(school) : []);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const now = world.clock.now();
    return reportForm({
      school,
      protocol: releasedFor(world, school).protocol,
      person: who.person,
      today: calendarOf(school, now).dateOf(now),
      nonce: nonceOf(data),
      fields: fieldsOf(data),
      error: error.message,
    });
  }
};
