// Folding a case of 300 events and deciding one command on it, beside the same steps as a machine in xstate.
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { URL } from 'node:url';
import { createMachine, initialTransition, transition } from 'xstate';

const require = createRequire(import.meta.url);
const server = new URL('../../dist/server/', import.meta.url).pathname;
const { decide } = require(`${server}domain/decide/decide.js`);
const { fold } = require(`${server}domain/evolve.js`);
const { makeCalendar, CalendarData } = require(`${server}domain/calendar.js`);
const { readProtocol } = require(`${server}storage/protocolFiles.js`);

const EVENTS = 300;
const RUNS = 2_000;

const { protocol, ref } = readProtocol(new URL('../../protocols/kiim.yaml', import.meta.url).pathname);
const calendar = makeCalendar(CalendarData.parse({}));
const by = { person: 'mentor', function: 'mentor' };
const holders = { mentor: 'mentor', antipestcoordinator: 'coordinator' };
let day = calendar.onOrAfter('2026-09-01');
const at = () => calendar.instant(day, '10:00');

/** A case in which round follows round, until its history is long enough. */
function history() {
  const report = {
    about: [{ pupil: 'A' }],
    story: 'Wat er gebeurde.',
    source: 'zelf',
    happened: day,
    safe: 'ja',
    involved: [],
    behaviours: [],
  };
  const events = decide(
    {
      type: 'openCase',
      at: at(),
      by,
      holders,
      case: 'zaak',
      number: '2026-0001',
      figure: 'f',
      report,
      about: { pupil: 'A' },
      facts: { 'beyond-team': false },
      protocol: ref,
    },
    undefined,
    protocol,
    calendar,
  );
  const done = (step, outcome, answers = {}) => {
    const command = { type: 'completeStep', at: at(), by, holders, step, outcome, answers };
    events.push(...decide(command, fold(events), protocol, calendar));
  };
  done('gesprek.1', 'gedaan', { steungroep: ['B', 'C', 'D', 'E'] });
  for (let round = 1; events.length < EVENTS; round++) {
    done(`bijeenkomst.${round}`, 'gedaan');
    day = calendar.onOrAfter(calendar.addDays(day, 10));
    done(`nabespreking.${round}`, 'niet-beter', { nodig: 'Meer tijd.' });
    for (const member of ['B', 'C', 'D', 'E']) done(`lid.${round}.${member}`, 'gedaan');
    if (events.length < EVENTS) done(`besluit.${round}`, 'niet-genoeg');
  }
  return events;
}

/** The same steps, in the form that xstate gives them: no dates, no answers, no reasons. */
const machine = createMachine({
  initial: 'gesprek',
  context: { round: 1 },
  states: {
    gesprek: { on: { gesprek: 'bijeenkomst' } },
    bijeenkomst: { on: { bijeenkomst: 'nabesprekingen' } },
    nabesprekingen: {
      type: 'parallel',
      states: Object.fromEntries(
        ['nabespreking', 'B', 'C', 'D', 'E'].map((name) => [
          name,
          { initial: 'open', states: { open: { on: { [name]: 'done' } }, done: { type: 'final' } } },
        ]),
      ),
      onDone: 'besluit',
    },
    besluit: { on: { 'niet-genoeg': 'bijeenkomst', verbeterd: 'closed' } },
    closed: { type: 'final' },
  },
});

function machineEvents() {
  const events = [{ type: 'gesprek' }];
  while (events.length < EVENTS)
    events.push(
      ...['bijeenkomst', 'nabespreking', 'B', 'C', 'D', 'E', 'niet-genoeg'].map((type) => ({ type })),
    );
  return events.slice(0, EVENTS);
}

function measure(name, run) {
  for (let i = 0; i < 100; i++) run();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const ms = (part) => times[Math.floor(times.length * part)].toFixed(3).padStart(8);
  console.log(`${name.padEnd(44)} p50 ${ms(0.5)} ms   p99 ${ms(0.99)} ms`);
}

const events = history();
const outcomes = { besluit: 'niet-genoeg', bijeenkomst: 'gedaan' };
const open = Object.values(fold(events).steps).find((s) => outcomes[s.step] && s.status === 'open');
const command = {
  type: 'completeStep',
  at: at(),
  by,
  holders,
  step: open.key,
  outcome: outcomes[open.step],
  answers: {},
};
const played = machineEvents();
console.log(`${events.length} events, ${RUNS} runs, Node ${process.versions.node}`);
measure('fold', () => fold(events));
measure('fold, and decide one command', () => decide(command, fold(events), protocol, calendar));
measure('xstate: replay, and one transition', () => {
  let [snapshot] = initialTransition(machine);
  for (const event of played) [snapshot] = transition(machine, snapshot, event);
  transition(machine, snapshot, { type: 'bijeenkomst' });
});
