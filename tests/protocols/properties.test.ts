/** Whatever people do and in whatever order: no case is left without a next moment, nothing is lost, the history folds to what it was. */
import fc from 'fast-check';
import { makeCalendar, CalendarData } from '../../src/domain/calendar.ts';
import type { Answer, CaseState, Command, Event } from '../../src/domain/case.ts';
import { SYSTEM, refKey } from '../../src/domain/case.ts';
import { decide, takes } from '../../src/domain/decide/decide.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { evolve, fold } from '../../src/domain/evolve.ts';
import type { Protocol, Question, Role } from '../../src/domain/protocol.ts';
import { hasNextDate, nextWake } from '../../src/domain/reminders.ts';
import { report } from '../support/world.ts';
import { protocolIds, protocolNamed } from './harness.ts';

jest.setTimeout(120_000);

const calendar = makeCalendar(
  CalendarData.parse({
    closed: [
      { from: '2026-10-10', to: '2026-10-18', name: 'herfstvakantie' },
      { from: '2026-12-19', to: '2027-01-03', name: 'kerstvakantie' },
    ],
  }),
);
const pupils = ['A', 'B', 'C', 'D'].map((pupil) => ({ pupil }));
const roles: Role[] = ['pester', 'meeloper', 'omstander', 'steungroep', 'betrokken'];
const people = ['p1', 'p2', 'p3'];

/** A stream of numbers in place of every choice that a person makes. */
type Dice = () => number;
const pick = <T>(dice: Dice, from: readonly T[]): T => from[dice() % from.length]!;

function answerTo(question: Question, today: string, dice: Dice): Answer {
  switch (question.type) {
    case 'line':
    case 'text':
      return 'Een zin.';
    case 'yesno':
      return dice() % 2 === 0;
    case 'choice':
      return pick(dice, question.choices).id;
    case 'choices':
      return question.choices.filter(() => dice() % 2 === 0).map((c) => c.id);
    case 'date':
      return calendar.addDays(today, question.happened ? -(dice() % 3) : dice() % 20);
    case 'score':
      return dice() % 11;
    case 'pupils':
      return [pick(dice, pupils).pupil];
    case 'agreements':
      return ['We letten op elkaar.'];
    case 'consult':
      return question.all ? question.with : [pick(dice, question.with)];
  }
}

/** Something that somebody might try at this moment; much of it is refused. */
function attempt(state: CaseState, protocol: Protocol, at: string, dice: Dice): Command {
  const fn = pick(dice, Object.keys(protocol.functions));
  const holders = Object.fromEntries(Object.keys(protocol.functions).map((f, i) => [f, people[i % 3]]));
  const base = { at, by: { person: pick(dice, people), function: fn }, holders };
  const today = calendar.dateOf(at);
  const steps = Object.values(state.steps);
  const open = steps.filter((s) => s.status === 'open');
  const who = pick(dice, pupils);
  const to = { person: pick(dice, people), function: fn };
  const kind = dice() % 22;
  const hand = protocol.steps.filter((s) => s.opens === 'hand').map((s) => s.id);
  const key = pick(dice, [
    ...(open.length ? open.map((s) => s.key) : ['geen.1']),
    ...(dice() % 6 === 0 ? hand : []),
  ]);
  if (kind < 11) {
    const step = protocol.steps.find((s) => s.id === (state.steps[key]?.step ?? key)) ?? protocol.steps[0]!;
    const outcome = pick(dice, step.outcomes);
    const asked = step.questions.filter(() => dice() % 8 !== 0);
    const answers = Object.fromEntries(asked.map((q) => [q.id, answerTo(q, today, dice)]));
    const contacts = state.participants.map((p) => ({
      of: refKey(p.who),
      how: 'phone' as const,
      reached: dice() % 5 !== 0,
    }));
    return { ...base, type: 'completeStep', step: key, outcome: outcome.id, answers, contacts };
  }
  switch (kind) {
    case 11:
      return { ...base, type: 'skipStep', step: key, because: 'Niet nodig.' };
    case 12:
      return {
        ...base,
        type: 'postponeStep',
        step: key,
        to: calendar.addSchoolDays(today, 1 + (dice() % 12)),
        because: 'Ziek.',
      };
    case 13:
      return { ...base, type: 'giveRole', who, role: pick(dice, roles), elsewhere: dice() % 2 === 0 };
    case 14:
      return { ...base, type: 'takeRole', who, role: pick(dice, roles) };
    case 15:
      return { ...base, type: 'handOver', to };
    case 16:
      return { ...base, by: state.handover ?? base.by, type: 'answerHandOver', accept: dice() % 2 === 0 };
    case 17:
      return { ...base, type: 'takeOver' };
    case 18:
      return { ...base, type: 'reopenStep', step: steps.length ? pick(dice, steps).key : 'geen.1' };
    case 19:
      return { ...base, type: 'reopenCase' };
    case 20:
      return { ...base, type: 'linkReport', number: 'x', report: report(), about: { pupil: 'A' } };
    default:
      return { ...base, type: 'noteTalk', step: key, on: today, line: 'Gesproken.' };
  }
}

/** An open case has a date that counts down, or says until when it waits; and is woken. */
function mustRest(state: CaseState, protocol: Protocol, at: string): void {
  if (state.status === 'closed') return;
  const waits = state.waitsUntil !== undefined && state.waitsUntil > at;
  expect(hasNextDate(state, protocol) || waits).toBe(true);
  expect(nextWake(state, protocol, calendar, at)).toBeDefined();
}

test.each(protocolIds)(
  '%s: any sequence of commands keeps every open case with a next date or an explicit wait, and loses no event (A5)',
  (id) => {
    const protocol = protocolNamed(id);
    const holders = Object.fromEntries(Object.keys(protocol.functions).map((f, i) => [f, people[i % 3]]));
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 200, maxLength: 900 }), (numbers) => {
        let drawn = 0;
        const dice: Dice = () => numbers[drawn++ % numbers.length]! + Math.floor(drawn / numbers.length);
        let at = calendar.instant('2026-09-28', '09:00');
        const opening: Command = {
          type: 'openCase',
          at,
          by: { person: 'p1', function: 'x' },
          holders,
          case: 'zaak',
          number: '1',
          figure: 'f',
          report: report({
            involved: [{ who: { pupil: 'B' }, part: 'deed' }],
            behaviours: dice() % 2 ? ['online'] : [],
          }),
          about: { pupil: 'A' },
          facts: { 'beyond-team': dice() % 3 === 0 },
          protocol: { id, version: protocol.version, hash: 'h' },
        };
        const events: Event[] = decide(opening, undefined, protocol, calendar);
        let state = fold(events)!;
        for (let turn = 0; turn < 40; turn++) {
          mustRest(state, protocol, at);
          const wakes = nextWake(state, protocol, calendar, at);
          const sleeps = dice() % 3 === 0 && wakes !== undefined;
          at = sleeps ? wakes : new Date(Date.parse(at) + (dice() % 2000) * 60_000).toISOString();
          if (wakes !== undefined && at > wakes) at = wakes;
          const command: Command =
            sleeps || at === wakes
              ? { type: 'wake', at, by: SYSTEM, holders }
              : attempt(state, protocol, at, dice);
          let more: Event[] = [];
          let taken = true;
          try {
            more = decide(command, state, protocol, calendar);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
            taken = false;
          }
          // What is offered is what would be taken.
          if (command.type !== 'completeStep') expect(takes(command, state, protocol, calendar)).toBe(taken);
          state = more.reduce<CaseState>((s, e) => evolve(s, e), state);
          events.push(...more);
          expect(state.version).toBe(events.length);
        }
        expect(fold(JSON.parse(JSON.stringify(events)) as Event[])).toEqual(state);
      }),
      { numRuns: 60, seed: 20261121, endOnFailure: true },
    );
  },
);
