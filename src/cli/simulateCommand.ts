/** The command `simulate`: a scenario through a protocol, as a timeline. */
import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { z } from 'zod/v4';
import { ProtocolFileError, readProtocol } from '../storage/protocolFiles.ts';
import { unmet } from './simulate/expect.ts';
import { printed } from './simulate/print.ts';
import { simulate } from './simulate/run.ts';
import { MalformedScenario, Scenario } from './simulate/scenario.ts';
import { yearProtocol } from '../domain/protocol.ts';

/** @throws MalformedScenario for a file that can't be read, broken YAML, or what the format does not know */
export function readScenario(file: string): Scenario {
  const document = parseDocument(textOf(file));
  const broken = document.errors[0];
  if (broken) throw new MalformedScenario(`${file}: ${broken.message}`);
  const parsed = Scenario.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  throw new MalformedScenario(`${file}:\n${z.prettifyError(parsed.error)}`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new MalformedScenario(`${file}: dit bestand is niet te lezen`);
  }
}

/**
 * Runs a scenario and prints its timeline on stdout; what went wrong goes to stderr.
 * @returns the exit code: 0 when all expectations hold, 1 when one does not, 2 when the scenario or the protocol is malformed
 */
export function runSimulate(file: string, scenarioFile: string, { json }: { json: boolean }): number {
  try {
    const { ref, protocol } = readProtocol(file);
    const scenario = readScenario(scenarioFile);
    const { entries } = simulate(protocol, ref, scenario);
    const shown = scenario.year ? yearProtocol(protocol) : protocol;
    const lines = json
      ? [
          JSON.stringify(
            entries.map((e) => e.line),
            undefined,
            2,
          ),
        ]
      : entries.map((entry) => printed(entry, shown));
    console.log(lines.join('\n'));
    const faults = unmet(scenario.expect, entries);
    for (const fault of faults) console.error(`klopt niet: ${fault}`);
    if (faults.length === 0 && !json && scenario.expect.length > 0)
      console.log(`\nAlle ${scenario.expect.length} verwachtingen kloppen.`);
    return faults.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof MalformedScenario) && !(error instanceof ProtocolFileError)) throw error;
    console.error(error.message);
    return 2;
  }
}
