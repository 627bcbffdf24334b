/** The largest report that the limits allow fits one transaction, whatever opens with it. */
import { submitReport } from '../../src/app/reports.ts';
import { completeStep } from '../../src/app/steps.ts';
import { schoolOf } from '../../src/cli/simulate/school.ts';
import { Scenario } from '../../src/cli/simulate/scenario.ts';
import { protocolIds, protocolNamed } from '../protocols/harness.ts';
import type { Person } from '../../src/domain/school.ts';
import { limits } from '../../src/domain/limits.ts';
import { chatOf, startBot } from '../support/bot.ts';
import { textIn } from '../support/connector.ts';
import { report } from '../support/world.ts';
test.each(protocolIds)(
  '%s: a report about three pupils that names six others opens three cases in one go',
  async (id) => {
    const protocol = protocolNamed(id);
    const involved = ['B', 'C', 'D', 'E', 'F', 'G'];
    const lead = protocol.lead.at(-1)!.function;
    const scenario = Scenario.parse({
      protocol: id,
      report: {
        at: '2026-10-05T08:20',
        by: lead,
        target: 'A',
        involved: [...involved, 'H', 'I'].map((pupil) => ({ pupil })),
      },
    });
    const school = schoolOf(scenario, protocol);
    const bot = await startBot({ school });
    try {
      const person = school.persons.find((p) => p.id === lead)!;
      const r = report({
        safe: 'nee',
        about: ['A', 'H', 'I'].map((pupil) => ({ pupil })),
        behaviours: ['online'],
        source: 'ouder',
        involved: involved.map((pupil) => ({ who: { pupil }, part: 'deed' as const })),
      });
      const result = await submitReport(bot.service.world, { partition: bot.partition, person }, r, {
        day: '2026-10-05',
        nonce: 'x',
      });
      expect(result.receipts).toHaveLength(3);
    } finally {
      await bot.stop();
    }
  },
);

test('H5: a step that is told to a whole staff of 120 ends in one go, and reaches each of them once', async () => {
  const protocol = protocolNamed('handelingsplan');
  const scenario = Scenario.parse({
    protocol: protocol.id,
    report: { at: '2026-10-05T08:20', by: 'leerkracht', target: 'A' },
  });
  const usual = schoolOf(scenario, protocol);
  const others = Array.from({ length: 120 - usual.persons.length }, (_, n): Person => ({
    id: `collega-${n}`,
    name: `Collega ${n}`,
    posts: [],
  }));
  const school = { ...usual, persons: [...usual.persons, ...others] };
  const bot = await startBot({ school });
  try {
    const { world } = bot.service;
    const who = { partition: bot.partition, person: school.persons.find((p) => p.id === 'leerkracht')! };
    await submitReport(world, who, report({ about: [{ pupil: 'A' }] }), { day: '2026-10-05', nonce: 'x' });
    await bot.settled();
    for (const { id } of school.persons)
      await world.store.saveConversation(bot.partition, {
        person: id,
        conversationId: chatOf(id),
        serviceUrl: bot.connector.url,
        tenantId: 'tenant',
        botId: 'bot',
      });
    const [row] = await bot.cases();
    const asks = { case: row!.case, step: 'observaties-vragen', outcome: 'gevraagd', answers: {} };
    await completeStep(world, who, asks, { day: '2026-10-05', nonce: 'y' });
    expect((await world.store.jobs(bot.partition, '9999')).length).toBeLessThan(limits.rowsInTransaction);
    await bot.settled();
    const heard = school.persons.map(
      ({ id }) =>
        bot.connector
          .to(chatOf(id))
          .filter((s) => textIn(s.body).includes('vraagt wat je de laatste dagen zag')).length,
    );
    expect(heard).toStrictEqual(school.persons.map(() => 1));
    expect(await world.store.deadJobs(bot.partition)).toStrictEqual([]);
  } finally {
    await bot.stop();
  }
}, 60_000);
