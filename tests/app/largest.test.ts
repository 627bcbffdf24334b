/** The largest report that the limits allow fits one transaction, whatever opens with it. */
import { submitReport } from '../../src/app/reports.ts';
import { schoolOf } from '../../src/cli/simulate/school.ts';
import { Scenario } from '../../src/cli/simulate/scenario.ts';
import { protocolIds, protocolNamed } from '../protocols/harness.ts';
import { startBot } from '../support/bot.ts';
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
