/** A protocol that was changed for the worse is noticed: each mutant of a tagged part fails a scenario of its row. */
import { failuresOf, protocolIds, protocolNamed, scenariosOf } from './harness.ts';
import { mutantsOf } from './mutants.ts';

jest.setTimeout(240_000);

test.each(protocolIds)(
  'each step, branch, deadline and function of %s that is taken out or changed fails a scenario of its row',
  (id) => {
    // What noticed the one before is asked first: mutants of one step stand together, and so most need one run.
    let scenarios = scenariosOf(id);
    const survivors = mutantsOf(protocolNamed(id)).filter(({ rows, protocol }) => {
      const of = scenarios.filter(({ scenario }) => scenario.rows.some((row) => rows.includes(row)));
      const noticed = of.find(({ scenario }) => failuresOf(protocol, scenario).length > 0);
      if (noticed) scenarios = [noticed, ...scenarios.filter((s) => s !== noticed)];
      return !noticed;
    });
    expect(survivors.map((m) => `${m.rows.join(' ')} ${m.what}`)).toStrictEqual([]);
  },
);
