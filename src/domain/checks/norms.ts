/** Norms of the school: named and not there, there and not used, read in another unit than their own. */
import type { Protocol } from '../protocol.ts';
import type { Fault, Path } from './fault.ts';
import { fault, instead } from './fault.ts';
import type { AmountUse } from './track.ts';
import { amountsOf, rulesOf, scoresIn, stepsOf, tracksOf } from './track.ts';

/** A place where a norm is named. */
export interface NormUse {
  name: string;
  path: Path;
  /** Set where its number is read: in this unit. */
  unit?: AmountUse['unit'];
}

const units = { schooldays: 'schooldagen', days: 'dagen', score: 'een cijfer', times: 'keren' };

export function normFaults(protocol: Protocol): Fault[] {
  const uses = usesIn(protocol);
  const known = Object.keys(protocol.norms);
  const unused = known.filter((name) => !uses.some((use) => use.name === name));
  return [
    ...uses.flatMap(({ name, path, unit }) => {
      const norm = protocol.norms[name];
      if (!norm) return fault(path, `Er is geen norm ‘${name}’ bij norms.`, instead(name, known));
      if (unit === undefined) return [];
      if (norm.value === undefined)
        return fault(
          path,
          `Norm ‘${name}’ is alleen aan of uit, maar hier hoort een getal.`,
          'Geef de norm een ‘value’ en een ‘unit’.',
        );
      if (norm.unit !== undefined && norm.unit !== unit)
        return fault(
          path,
          `Norm ‘${name}’ telt in ${units[norm.unit]}, maar hier gaat het om ${units[unit]}.`,
          `Maak de eenheden gelijk, bijvoorbeeld met ‘unit: ${unit}’ bij de norm.`,
        );
      return [];
    }),
    ...unused.map((name) =>
      fault(
        ['norms', name],
        `Norm ‘${name}’ wordt nergens gebruikt.`,
        'Haal de norm weg, of noem hem waar hij hoort.',
      ),
    ),
    ...Object.entries(protocol.norms).flatMap(([name, { value, unit }]) =>
      (value === undefined) === (unit === undefined)
        ? []
        : fault(
            ['norms', name],
            `Norm ‘${name}’ heeft ${unit ? 'een unit en geen value' : 'een value en geen unit'}.`,
            'Geef beide, of geen van beide.',
          ),
    ),
  ];
}

/** Every place where a norm is named. */
export function usesIn(protocol: Protocol): NormUse[] {
  const tracks = tracksOf(protocol);
  return [
    ...tracks
      .flatMap(stepsOf)
      .flatMap(({ step, path }) => [
        ...whole(step.norm, [...path, 'norm']),
        ...rulesOf(step, path).flatMap(({ rule, path: at }) => whole(rule.norm, [...at, 'norm'])),
        ...step.outcomes.flatMap((o, i) =>
          whole(o.reserved?.norm, [...path, 'outcomes', i, 'reserved', 'norm']),
        ),
      ]),
    ...protocol.suggestions.flatMap((s, i) => whole(s.norm, ['suggestions', i, 'norm'])),
    ...amountsIn(protocol).flatMap(({ value, path, unit }) =>
      typeof value === 'number' ? [] : [{ name: value.norm, path: [...path, 'norm'], unit }],
    ),
  ];
}

const whole = (name: string | undefined, path: Path): NormUse[] =>
  name === undefined ? [] : [{ name, path }];

/** Every amount of a protocol. */
function amountsIn(protocol: Protocol): AmountUse[] {
  const amount = (
    value: AmountUse['value'] | undefined,
    unit: AmountUse['unit'],
    ...path: Path
  ): AmountUse[] => (value === undefined ? [] : [{ value, path, unit }]);
  return [
    ...tracksOf(protocol).flatMap(amountsOf),
    ...amount(protocol.postpone, 'schooldays', 'postpone'),
    ...amount(protocol.details, 'schooldays', 'details'),
    ...protocol.suggestions.flatMap((s, i) => [
      ...amount(s.count, 'times', 'suggestions', i, 'count'),
      ...amount(s.days, 'schooldays', 'suggestions', i, 'days'),
    ]),
    ...protocol.lead.flatMap((rule, i) => (rule.when ? scoresIn(rule.when, ['lead', i, 'when']) : [])),
  ];
}
