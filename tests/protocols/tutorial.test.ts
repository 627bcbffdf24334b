/** The tutorial in protocols/README.md: what a reader builds by following it can be used, at the end of each part. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Scenario } from '../../src/cli/simulate/scenario.ts';
import { checkProtocol } from '../../src/domain/checks.ts';
import { Protocol } from '../../src/domain/protocol.ts';
import { failuresOf, root } from './harness.ts';

const text = readFileSync(join(root, 'protocols', 'README.md'), 'utf8');
const blocks = [...text.matchAll(/^```yaml( scenario)?\n([\s\S]*?)^```/gm)].map((m) => ({
  scenario: m[1] !== undefined,
  value: parse(m[2]!) as Record<string, unknown> & { steps?: { id: string }[] },
}));
const parts = blocks.filter((b) => !b.scenario).map((b) => b.value);

/** The file after a part: later blocks add to it; a step that is known is replaced. */
const after = (count: number) =>
  parts.slice(0, count).reduce((file, part) => {
    const known = file.steps ?? [];
    const added = part.steps ?? [];
    const replaced = known.map((step) => added.find((s) => s.id === step.id) ?? step);
    const fresh = added.filter((step) => !known.some((s) => s.id === step.id));
    return { ...file, ...part, steps: [...replaced, ...fresh] };
  }, {});

test.each(parts.map((_, i) => i + 1))('part %i of the tutorial leaves a protocol without faults', (count) => {
  expect(checkProtocol(Protocol.parse(after(count)))).toEqual([]);
});

test('the scenario at the end of the tutorial shows what the protocol does', () => {
  const [scenario] = blocks.filter((b) => b.scenario);
  expect(failuresOf(Protocol.parse(after(parts.length)), Scenario.parse(scenario!.value))).toEqual([]);
});
