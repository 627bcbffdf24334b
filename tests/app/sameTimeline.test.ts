/** What simulate shows is what the running service does: a main branch of each protocol through commands, store, worker and clock. */
import { submitReport } from '../../src/app/reports.ts';
import { issue } from '../../src/app/issue.ts';
import type { Event } from '../../src/domain/case.ts';
import { fold } from '../../src/domain/evolve.ts';
import { withNorms } from '../../src/domain/norms.ts';
import { commandOf } from '../../src/cli/simulate/actions.ts';
import { instantOf, simulate } from '../../src/cli/simulate/run.ts';
import { reportOf } from '../../src/cli/simulate/scenario.ts';
import type { Scenario } from '../../src/cli/simulate/scenario.ts';
import { personBy, scenarioCalendar, schoolOf } from '../../src/cli/simulate/school.ts';
import type { Protocol } from '../../src/domain/protocol.ts';
import { protocolIds, protocolNamed, scenariosOf } from '../protocols/harness.ts';
import { startBot } from '../support/bot.ts';

jest.setTimeout(120_000);

/** Of each protocol the scenario that people do most in and that ends with a closed case. */
function mainBranch(id: string, protocol: Protocol): Scenario {
  const fullest = scenariosOf(id)
    .map(({ scenario }) => scenario)
    .filter((scenario) => scenario.report && !scenario.do.some((a) => a.second_report))
    .sort((a, b) => b.do.length - a.do.length);
  const closes = (scenario: Scenario) =>
    simulate(protocol, { id, version: 1, hash: 'h' }, scenario).state.status === 'closed';
  return fullest.find(closes)!;
}

/** What happened, without the names that each run makes for itself. */
const told = (events: readonly Event[]) =>
  events.map((event) => ({ ...event, case: '', number: '', figure: '', protocol: '' }));

test.each(protocolIds)('%s: the running service makes the same history as simulate', async (id) => {
  const protocol = protocolNamed(id);
  const scenario = mainBranch(id, protocol);
  const expected = simulate(protocol, { id, version: 1, hash: 'h' }, scenario).events;

  const school = schoolOf(scenario, protocol);
  const calendar = scenarioCalendar(school, scenario.report!.at);
  const bot = await startBot({ school, start: scenario.report!.at });
  try {
    const { world } = bot.service;
    const who = (name: string) => ({ partition: bot.partition, person: personBy(name, school) });
    const today = scenario.report!.at.slice(0, 10);
    const { target } = scenario.report!;
    const report = reportOf(scenario.report!, target, today);
    await submitReport(world, who(scenario.report!.by), report, { day: today, nonce: 'melding' });
    const [caseId] = await bot.store.openCasesOf(bot.partition, target);
    const state = async () => fold((await bot.store.load(bot.partition, caseId!))!.events)!;

    /** Lets each job run at its own time, as a service that is always there does. */
    async function runUntil(end: string) {
      for (;;) {
        await bot.settled();
        const next = (await bot.store.jobs(bot.partition, end)).map((job) => job.runAt).sort()[0];
        if (next === undefined || next > end || next <= world.clock.now()) break;
        bot.clock.set(next);
      }
      bot.clock.set(end);
    }
    for (const action of [...scenario.do].sort((a, b) => a.at.localeCompare(b.at))) {
      await runUntil(instantOf(action.at, calendar));
      const rules = withNorms(protocol, scenario.school.norms);
      const run = {
        scenario,
        protocol: rules,
        school,
        calendar,
        state: await state(),
        events: [],
        entries: [],
        now: '',
        numbers: 9,
      };
      const command = commandOf(action, instantOf(action.at, calendar), personBy(action.by, school), run);
      const nonce = { day: today, nonce: JSON.stringify(action) };
      await issue(world, who(action.by), caseId!, nonce, () => ({ command, result: () => null })).catch(
        () => undefined,
      );
    }
    await runUntil(instantOf(scenario.until ?? scenario.do.at(-1)!.at, calendar));
    const { events } = (await bot.store.load(bot.partition, caseId!))!;
    expect(told(events)).toEqual(told(expected));
  } finally {
    await bot.stop();
  }
});
