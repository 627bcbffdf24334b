/** What is said along with a question stands in the same events as the question; a new school year asks once (P21). */
import { nextWake } from '../../../src/domain/reminders.ts';
import { fold } from '../../../src/domain/evolve.ts';
import {
  at,
  bare,
  calendar,
  complete,
  history,
  mentor,
  openCase,
  person,
  protocol,
  wake,
  when,
} from '../../support/world.ts';

const given = history(openCase(), complete('2026-10-05T10:00', 'beoordelen.1', 'oppakken'));
const other = { person: person.otherMentor, function: 'mentor' };
const by = { at: at('2026-10-05T11:00'), by: mentor };

describe('K5: a word for a colleague', () => {
  it('comes with the question, not after it', () => {
    expect(bare(when(given, { ...by, type: 'handOver', to: other, word: ' Ik ben vrij. ' }))).toStrictEqual([
      { type: 'HandoverProposed', to: other },
      { type: 'NoteAdded', text: 'Bij het overdragen: Ik ben vrij.' },
    ]);
    expect(bare(when(given, { ...by, type: 'invite', helper: other, word: 'Kijk je mee?' }))).toStrictEqual([
      { type: 'HelperInvited', helper: other },
      { type: 'NoteAdded', text: 'Bij de vraag om hulp: Kijk je mee?' },
    ]);
  });

  it('may be left out', () => {
    expect(when(given, { ...by, type: 'invite', helper: other, word: ' ' })).toHaveLength(1);
  });
});

describe('P21: a new school year', () => {
  const turn = { group: '3A', to: other };

  it('gives the case the pupil’s new group, and asks; the lead stays the lead', () => {
    const events = when(given, { ...wake('2027-08-02T08:00'), turn });
    expect(bare(events).slice(0, 2)).toStrictEqual([
      { type: 'YearTurned', group: '3A' },
      { type: 'HandoverProposed', to: other },
    ]);
    expect(fold([...given, ...events])).toMatchObject({
      group: '3A',
      lead: { person: person.mentor },
      handover: { person: person.otherMentor, asked: 'system' },
      turnedAt: at('2027-08-02T08:00'),
    });
  });

  it('does nothing to a case in the evening, and looks at every open case on the first school day', () => {
    expect(when(given, { ...wake('2027-08-02T20:00'), turn })).toStrictEqual([]);
    const quiet = { ...fold(given)!, steps: {}, waitsUntil: at('2027-09-20T07:45') };
    expect(nextWake(quiet, protocol, calendar, at('2027-07-20T12:00'))).toBe(at('2027-08-02T07:45'));
    expect(nextWake(quiet, protocol, calendar, at('2027-08-02T07:45'))).toBe(at('2027-09-20T07:45'));
  });
});
