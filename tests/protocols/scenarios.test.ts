/** Every branch of every protocol, in time: the same simulate as `npm run protocol -- simulate`. */
import { failuresOf, protocolIds, protocolNamed, scenariosOf } from './harness.ts';

describe.each(protocolIds)('protocol %s', (id) => {
  const protocol = protocolNamed(id);
  test.each(
    scenariosOf(id).map(({ name, scenario }) => [`${scenario.rows.join(' ')} ${name}`, scenario] as const),
  )('%s goes as its rows demand', (_name, scenario) => {
    expect(failuresOf(protocol, scenario)).toStrictEqual([]);
  });
});
