/** Every way in which a protocol is changed for the worse, one at a time: what the scenarios must notice. */
import type { Protocol } from '../../src/domain/protocol.ts';

export interface Mutant {
  /** What was changed, such as "gesprek: by lead → directeur". */
  what: string;
  /** The rows whose scenarios must notice it. */
  rows: string[];
  protocol: Protocol;
}

type Step = Protocol['steps'][number];
type Amount = number | { norm: string };

/** The mutants of all parts of a protocol that carry a row of the contract, or stand in a step that does. */
export function mutantsOf(protocol: Protocol): Mutant[] {
  const parts = (['steps', 'year'] as const).flatMap((where) => {
    const steps = where === 'steps' ? protocol.steps : (protocol.year?.steps ?? []);
    const withSteps = (changed: Step[]): Protocol =>
      where === 'steps'
        ? { ...protocol, steps: changed }
        : { ...protocol, year: { ...protocol.year!, steps: changed } };
    return steps.flatMap((step) => {
      const put = (next: Step | undefined) =>
        withSteps(steps.flatMap((s) => (s === step ? (next ? [next] : []) : [s])));
      const of = (what: string, rows: string[], next: Step | undefined): Mutant[] =>
        rows.length > 0 ? [{ what: `${step.id}: ${what}`, rows, protocol: put(next) }] : [];
      return stepMutants(step, protocol, of);
    });
  });
  return [...parts, ...leadMutants(protocol), ...normMutants(protocol), ...suggestionMutants(protocol)];
}

type Of = (what: string, rows: string[], next: Step | undefined) => Mutant[];

function stepMutants(step: Step, protocol: Protocol, of: Of): Mutant[] {
  const own = step.rows;
  const inParts = [step.due, step.outcomes, step.tells, step.registers, step.parents ? [step.parents] : []]
    .flat()
    .flatMap((part) => part.rows);
  const all = [...new Set([...own, ...inParts])];
  const rowsOf = (part: { rows: string[] }) => (part.rows.length > 0 ? part.rows : own);
  const other = Object.keys(protocol.functions).filter((fn) => fn !== step.by && !step.also.includes(fn));
  const outsider = other.find((fn) => fn !== protocol.coordinator) ?? other[0]!;
  return [
    ...of('removed', all, undefined),
    ...of(`by ${step.by} → ${outsider}`, own, { ...step, by: outsider }),
    ...step.also.flatMap((fn) =>
      of(`also without ${fn}`, own, { ...step, also: step.also.filter((f) => f !== fn) }),
    ),
    ...(step.each ? of('each removed', own, { ...step, each: undefined }) : []),
    ...(step.each && step.each.length > 1
      ? step.each.flatMap((role) =>
          of(`each without ${role}`, own, { ...step, each: step.each!.filter((r) => r !== role) }),
        )
      : []),
    ...(step.when ? of('when removed', own, { ...step, when: undefined }) : []),
    ...(step.reserved ? of('reserved removed', own, { ...step, reserved: false }) : []),
    ...(!step.skip ? of('skip allowed', own, { ...step, skip: true }) : []),
    ...(step.lapses ? of('lapses removed', own, { ...step, lapses: undefined }) : []),
    ...(step.parents ? of('parents removed', rowsOf(step.parents), { ...step, parents: undefined }) : []),
    ...openingMutants(step, own, of),
    ...step.due.flatMap((rule, i) => [
      ...of(`due ${i} removed`, rowsOf(rule), { ...step, due: step.due.filter((r) => r !== rule) }),
      ...laterRules(rule).flatMap((next) =>
        of(`due ${i} moved`, rowsOf(rule), { ...step, due: step.due.map((r) => (r === rule ? next : r)) }),
      ),
    ]),
    ...(step.repeats?.due ?? []).flatMap((rule, i) =>
      laterRules(rule).flatMap((next) =>
        of(`repeats ${i} moved`, rowsOf(step.repeats!), {
          ...step,
          repeats: { ...step.repeats!, due: step.repeats!.due.map((r) => (r === rule ? next : r)) },
        }),
      ),
    ),
    ...step.outcomes.flatMap((outcome) => outcomeMutants(step, outcome, rowsOf(outcome), of)),
    ...step.tells.flatMap((tell, i) => [
      ...of(`tell ${i} removed`, rowsOf(tell), { ...step, tells: step.tells.filter((t) => t !== tell) }),
      ...(tell.to.length > 1
        ? tell.to.flatMap((hearer) =>
            of(`tell ${i} without ${JSON.stringify(hearer)}`, rowsOf(tell), {
              ...step,
              tells: step.tells.map((t) => (t === tell ? { ...t, to: t.to.filter((h) => h !== hearer) } : t)),
            }),
          )
        : []),
    ]),
    ...step.registers.flatMap((registration, i) => [
      ...of(`registration ${i} removed`, rowsOf(registration), {
        ...step,
        registers: step.registers.filter((r) => r !== registration),
      }),
      ...(registration.for.length > 1
        ? registration.for.flatMap((role) =>
            of(`registration ${i} without ${role}`, rowsOf(registration), {
              ...step,
              registers: step.registers.map((r) =>
                r === registration ? { ...r, for: r.for.filter((x) => x !== role) } : r,
              ),
            }),
          )
        : []),
    ]),
    ...step.questions.flatMap((question) =>
      question.required
        ? of(`question ${question.id} not required`, own, {
            ...step,
            questions: step.questions.map((q) => (q === question ? { ...q, required: false } : q)),
          })
        : [],
    ),
  ];
}

function outcomeMutants(step: Step, outcome: Step['outcomes'][number], rows: string[], of: Of): Mutant[] {
  const put = (next: typeof outcome) => ({
    ...step,
    outcomes: step.outcomes.map((o) => (o === outcome ? next : o)),
  });
  return [
    ...(step.outcomes.length > 1
      ? of(`outcome ${outcome.id} removed`, rows, {
          ...step,
          outcomes: step.outcomes.filter((o) => o !== outcome),
        })
      : []),
    ...(outcome.then !== 'next'
      ? of(`outcome ${outcome.id}: ${outcome.then} → next`, rows, put({ ...outcome, then: 'next' }))
      : []),
    ...(outcome.then === 'next'
      ? of(`outcome ${outcome.id} closes`, rows, put({ ...outcome, then: 'close' }))
      : []),
    ...outcome.needs.flatMap((need) =>
      of(
        `outcome ${outcome.id} without need ${need}`,
        rows,
        put({ ...outcome, needs: outcome.needs.filter((n) => n !== need) }),
      ),
    ),
    ...(outcome.reserved
      ? of(`outcome ${outcome.id} not reserved`, rows, put({ ...outcome, reserved: undefined }))
      : []),
    ...(outcome.when ? of(`outcome ${outcome.id} always`, rows, put({ ...outcome, when: undefined })) : []),
  ];
}

function openingMutants(step: Step, rows: string[], of: Of): Mutant[] {
  const opening = step.opens;
  if (typeof opening === 'string') return [];
  if ('any' in opening && opening.any.length > 1)
    return opening.any.flatMap((branch, i) =>
      of(`opens without branch ${i}`, rows, {
        ...step,
        opens: { any: opening.any.filter((b) => b !== branch) },
      }),
    );
  if ('after' in opening && opening.after.length > 1)
    return opening.after.flatMap((id) =>
      of(`opens without waiting for ${id}`, rows, {
        ...step,
        opens: { ...opening, after: opening.after.filter((a) => a !== id) },
      }),
    );
  if ('after' in opening && opening.outcome)
    return of('opens after any outcome', rows, { ...step, opens: { after: opening.after } });
  return [];
}

/** The same rule, two days later; a week for calendar days, so that rolling to a school day can't hide it. */
function laterRules(rule: Step['due'][number]): Step['due'] {
  const more = (amount: Amount, n: number): Amount => (typeof amount === 'number' ? amount + n : amount);
  if ('within' in rule) {
    if (typeof rule.within !== 'number') return [];
    return [{ ...rule, within: more(rule.within, rule.unit === 'days' ? 7 : 2) }];
  }
  if (!('window' in rule)) return [];
  const [first, last] = rule.window;
  const moved: Step['due'] = [];
  if (typeof first === 'number') moved.push({ ...rule, window: [Math.max(0, first - 4), last] });
  if (typeof last === 'number') moved.push({ ...rule, window: [first, last + 7] });
  if (rule.notBefore.length > 0) moved.push({ ...rule, notBefore: [] });
  return moved;
}

function leadMutants(protocol: Protocol): Mutant[] {
  return protocol.lead.flatMap((rule, i) =>
    rule.rows.length === 0
      ? []
      : [
          {
            what: `lead rule ${i} names another function`,
            rows: rule.rows,
            protocol: {
              ...protocol,
              lead: protocol.lead.map((r) =>
                r === rule
                  ? { ...r, function: Object.keys(protocol.functions).find((fn) => fn !== r.function)! }
                  : r,
              ),
            },
          },
        ],
  );
}

/** Each norm with a number, some more of it. */
function normMutants(protocol: Protocol): Mutant[] {
  return Object.entries(protocol.norms).flatMap(([name, norm]) => {
    if (norm.rows.length === 0 || norm.value === undefined) return [];
    const more = { schooldays: 2, days: 7, score: 2, times: 1 }[norm.unit ?? 'times'];
    const norms = { ...protocol.norms, [name]: { ...norm, value: norm.value + more } };
    return [{ what: `norm ${name} +${more}`, rows: norm.rows, protocol: { ...protocol, norms } }];
  });
}

function suggestionMutants(protocol: Protocol): Mutant[] {
  return protocol.suggestions.map((suggestion) => ({
    what: `suggestion ${suggestion.id} removed`,
    rows: suggestion.rows,
    protocol: { ...protocol, suggestions: protocol.suggestions.filter((s) => s !== suggestion) },
  }));
}
