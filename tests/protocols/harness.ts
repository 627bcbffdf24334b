/** Reads the five protocols and their scenarios, and runs one against the other. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readScenario } from '../../src/cli/simulateCommand.ts';
import { unmet } from '../../src/cli/simulate/expect.ts';
import { simulate } from '../../src/cli/simulate/run.ts';
import type { Scenario } from '../../src/cli/simulate/scenario.ts';
import { MalformedScenario } from '../../src/cli/simulate/scenario.ts';
import type { Protocol } from '../../src/domain/protocol.ts';
import { readProtocol } from '../../src/storage/protocolFiles.ts';

export const root = join(__dirname, '..', '..');
export const protocolIds = ['kiim', 'mijnplein', 'zevenstappen', 'zevensprong', 'handelingsplan'];

export interface Named {
  name: string;
  scenario: Scenario;
}

export const protocolNamed = (id: string): Protocol =>
  readProtocol(join(root, 'protocols', `${id}.yaml`)).protocol;

/** The scenarios of a protocol, by file name. */
export function scenariosOf(id: string): Named[] {
  const dir = join(__dirname, id);
  return readdirSync(dir)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ name: file.replace('.yaml', ''), scenario: readScenario(join(dir, file)) }));
}

/** What is wrong when this scenario runs on this protocol: expectations that don't hold, and refusals that nobody expected. */
export function failuresOf(protocol: Protocol, scenario: Scenario): string[] {
  try {
    const ref = { id: protocol.id, version: protocol.version, hash: 'test' };
    const { entries } = simulate(protocol, ref, scenario);
    const refusals = entries.filter(({ line }) => line.what === 'refused');
    const surprising = refusals.filter((entry) => {
      const about = scenario.expect.flatMap((e) =>
        'what' in e && e.what === 'refused' ? [{ ...e, times: undefined }] : [],
      );
      return unmet(about, [entry]).length === about.length;
    });
    return [
      ...unmet(scenario.expect, entries),
      ...surprising.map(({ line }) => `geweigerd op ${line.at}: ${line.step ?? ''} ${line.why ?? ''}`),
    ];
  } catch (error) {
    if (error instanceof MalformedScenario) return [error.message];
    throw error;
  }
}
