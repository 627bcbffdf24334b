/** The two lists of steps of a protocol, and where in their steps conditions, dates and amounts stand. */
import type { Anchor, Amount, Condition, DueRule, Opening, Protocol, Step } from '../protocol.ts';
import { yearProtocol } from '../protocol.ts';
import type { Path } from './fault.ts';

/** The steps of a pupil's case, or those of the school year. Names never lead from one to the other. */
export interface Track {
  /** With the track's own steps as `steps`. */
  protocol: Protocol;
  path: Path;
  year: boolean;
}

export function tracksOf(protocol: Protocol): Track[] {
  const cases = { protocol, path: ['steps'], year: false };
  if (!protocol.year) return [cases];
  return [cases, { protocol: yearProtocol(protocol), path: ['year', 'steps'], year: true }];
}

/** Each step of a track with its path. */
export const stepsOf = ({ protocol, path }: Track): { step: Step; path: Path }[] =>
  protocol.steps.map((step, i) => ({ step, path: [...path, i] }));

/**
 * When something of a step is read: `opens` and `when` before it is there; `open` while it is open; `form` while it is
 * filled in; `end` when it is done.
 */
export type Moment = 'opens' | 'when' | 'open' | 'form' | 'end';
/** A part of a step. */
export interface Use<T> {
  value: T;
  path: Path;
  step: Step;
  moment: Moment;
  /** For `form`: the place of the question among those of its step. */
  question?: number;
}

/** A condition, or the conditions that it is made of. */
export function leaves(condition: Condition, path: Path): { value: Leaf; path: Path }[] {
  if ('all' in condition) return condition.all.flatMap((c, i) => leaves(c, [...path, 'all', i]));
  if ('any' in condition) return condition.any.flatMap((c, i) => leaves(c, [...path, 'any', i]));
  if ('not' in condition) return leaves(condition.not, [...path, 'not']);
  return [{ value: condition, path }];
}
export type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

/** The openings that an opening is made of, itself included; `nested`: within `any` or `all`. */
export function openingsIn(
  opening: Opening,
  path: Path,
  nested = false,
): { value: Opening; path: Path; nested: boolean }[] {
  const self = { value: opening, path, nested };
  if (typeof opening === 'string') return [self];
  if ('any' in opening)
    return [self, ...opening.any.flatMap((o, i) => openingsIn(o, [...path, 'any', i], true))];
  if ('all' in opening)
    return [self, ...opening.all.flatMap((o, i) => openingsIn(o, [...path, 'all', i], true))];
  return [self];
}

/** All dates by rule of a step, those of its repeats included. */
export const rulesOf = (step: Step, path: Path): { rule: DueRule; path: Path }[] => [
  ...step.due.map((rule, i) => ({ rule, path: [...path, 'due', i] })),
  ...(step.repeats?.due ?? []).map((rule, i) => ({ rule, path: [...path, 'repeats', 'due', i] })),
];

/** Every condition of a track's steps. */
export function conditionsOf(track: Track): Use<Condition>[] {
  return stepsOf(track).flatMap(({ step, path }) => {
    const use = (moment: Moment, at: Path, value: Condition | undefined, question?: number) =>
      value ? [{ value, path: [...path, ...at], step, moment, question }] : [];
    return [
      ...openingsIn(step.opens, ['opens']).flatMap(({ value, path: at }) =>
        typeof value === 'object' && 'when' in value ? use('opens', [...at, 'when'], value.when) : [],
      ),
      ...use('when', ['when'], step.when),
      ...rulesOf(step, []).flatMap(({ rule, path: at }) => use('open', [...at, 'when'], rule.when)),
      ...use('open', ['lapses'], typeof step.lapses === 'object' ? step.lapses : undefined),
      ...step.questions.flatMap((q, i) => use('form', ['questions', i, 'when'], q.when, i)),
      ...step.outcomes.flatMap((o, i) => [
        ...use('end', ['outcomes', i, 'when'], o.when),
        ...use('end', ['outcomes', i, 'reserved', 'when'], o.reserved?.when),
      ]),
      ...use('end', ['parents', 'when'], step.parents?.when),
      ...step.tells.flatMap((t, i) => use(t.at === 'opened' ? 'open' : 'end', ['tells', i, 'when'], t.when)),
      ...step.registers.flatMap((r, i) => use('end', ['registers', i, 'when'], r.when)),
    ];
  });
}

/** Everything that a date of a track's steps counts from. */
export function anchorsOf(track: Track): Use<Anchor>[] {
  return stepsOf(track).flatMap(({ step, path }) =>
    rulesOf(step, path).flatMap(({ rule, path: at }) => {
      const use = (value: Anchor, ...more: Path) => ({
        value,
        path: [...at, ...more],
        step,
        moment: 'open' as const,
      });
      if ('on' in rule) return [use(rule.on, 'on')];
      if ('within' in rule) return [use(rule.from, 'from')];
      return [use(rule.from, 'from'), ...rule.notBefore.map((anchor, i) => use(anchor, 'notBefore', i))];
    }),
  );
}

/** An amount, the unit that it is read in and where it stands. */
export interface AmountUse {
  value: Amount;
  path: Path;
  unit: 'schooldays' | 'days' | 'score' | 'times';
}

/** Every amount of a track's steps. */
export function amountsOf(track: Track): AmountUse[] {
  return [
    ...stepsOf(track).flatMap(({ step, path }) => [
      ...rulesOf(step, path).flatMap(({ rule, path: at }): AmountUse[] => {
        if ('within' in rule) return [{ value: rule.within, path: [...at, 'within'], unit: rule.unit }];
        if (!('window' in rule)) return [];
        return rule.window.map((value, i) => ({ value, path: [...at, 'window', i], unit: 'days' }));
      }),
      ...(step.postpone === undefined
        ? []
        : [{ value: step.postpone, path: [...path, 'postpone'], unit: 'schooldays' as const }]),
      ...openingsIn(step.opens, [...path, 'opens']).flatMap(({ value, path: at }): AmountUse[] =>
        typeof value === 'object' && 'vacation' in value
          ? [{ value: value.vacation, path: [...at, 'vacation'], unit: 'days' }]
          : [],
      ),
      ...step.questions.flatMap((q, i): AmountUse[] => {
        if (q.type !== 'date' || !q.within) return [];
        const { from, to, unit } = q.within;
        const at = [...path, 'questions', i, 'within'];
        return [
          { value: from, path: [...at, 'from'], unit },
          { value: to, path: [...at, 'to'], unit },
        ];
      }),
    ]),
    ...conditionsOf(track).flatMap(({ value, path }) => scoresIn(value, path)),
  ];
}

/** The amounts that a condition compares a score with. */
export const scoresIn = (condition: Condition, path: Path): AmountUse[] =>
  leaves(condition, path).flatMap(({ value, path: at }): AmountUse[] => {
    if ('role' in value || !('atLeast' in value || 'below' in value)) return [];
    return 'atLeast' in value
      ? [{ value: value.atLeast, path: [...at, 'atLeast'], unit: 'score' }]
      : [{ value: value.below, path: [...at, 'below'], unit: 'score' }];
  });
