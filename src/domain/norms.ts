/** A school's own norms: where a source sets none, the school sets a number or switches the part off (*afspraak van onze school*). */
import { z } from 'zod/v4';
import { unreachable } from './errors.ts';
import type { Amount, DueRule, Opening, Outcome, Protocol, Step } from './protocol.ts';

/** What a school sets, by the norm's name. */
export const NormSettings = z.record(z.string(), z.union([z.int().min(0).max(400), z.literal('off')]));
export type NormSettings = z.infer<typeof NormSettings>;

/** The number that an amount stands for; undefined for a norm that is off. */
export const amountOf = (amount: Amount, protocol: Protocol): number | undefined =>
  typeof amount === 'number' ? amount : protocol.norms[amount.norm]?.value;

/** The names among a school's settings that the protocol has no norm for. */
export const unknownNorms = (protocol: Protocol, settings: NormSettings): string[] =>
  Object.keys(settings).filter((name) => !protocol.norms[name]);

const known = new WeakMap<Protocol, Map<string, Protocol>>();

/** The protocol as a school runs it: its numbers in place of the defaults, and without the parts that it switched off. */
export function withNorms(protocol: Protocol, settings: NormSettings = {}): Protocol {
  if (Object.keys(settings).length === 0) return protocol;
  const byNorms = known.get(protocol) ?? new Map<string, Protocol>();
  known.set(protocol, byNorms);
  const key = JSON.stringify(settings);
  const run = byNorms.get(key) ?? apply(protocol, settings);
  byNorms.set(key, run);
  return run;
}

function apply(protocol: Protocol, settings: NormSettings): Protocol {
  const off = (name: string | undefined) => name !== undefined && settings[name] === 'off';
  const norms = Object.fromEntries(
    Object.entries(protocol.norms).flatMap(([name, norm]) => {
      const set = settings[name];
      if (set === 'off') return [];
      return [[name, set === undefined ? norm : { ...norm, value: set }]];
    }),
  );
  const gone = new Map(protocol.steps.filter((s) => off(s.norm)).map((s) => [s.id, s]));
  const steps = (list: Step[]) =>
    list
      .filter((s) => !off(s.norm))
      .flatMap((step) => {
        const opens = without(step.opens, gone);
        return opens
          ? [{ ...step, opens, due: dated(step.due, off), outcomes: open(step.outcomes, off) }]
          : [];
      });
  return {
    ...protocol,
    norms,
    steps: steps(protocol.steps),
    year: protocol.year && { ...protocol.year, steps: steps(protocol.year.steps) },
    suggestions: protocol.suggestions.filter((s) => !off(s.norm)),
    details:
      typeof protocol.details === 'object' && off(protocol.details.norm) ? undefined : protocol.details,
  };
}

type Off = (name: string | undefined) => boolean;
const namesOf = (...amounts: Amount[]) => amounts.flatMap((a) => (typeof a === 'number' ? [] : [a.norm]));

/** The norms that a date rests on. */
export function normsOf(rule: DueRule): string[] {
  const amounts = 'within' in rule ? [rule.within] : 'window' in rule ? rule.window : [];
  return [...(rule.norm ? [rule.norm] : []), ...namesOf(...amounts)];
}

const dated = (due: DueRule[], off: Off) => due.filter((rule) => !normsOf(rule).some(off));
const open = (outcomes: Outcome[], off: Off): Outcome[] =>
  outcomes.map((o) => (o.reserved && off(o.reserved.norm) ? { ...o, reserved: undefined } : o));

/**
 * What opens a step once other steps are switched off: what opened those takes their place where this step followed
 * their first outcome, the usual one. A step that only followed another outcome goes with them (undefined).
 */
function without(opening: Opening, gone: ReadonlyMap<string, Step>): Opening | undefined {
  if (typeof opening === 'string') return opening;
  if ('after' in opening) {
    const left = opening.after.filter((id) => !gone.has(id));
    const dropped = opening.after.flatMap((id) => gone.get(id) ?? []);
    if (dropped.length === 0) return opening;
    if (dropped.some((s) => opening.outcome && !opening.outcome.includes(s.outcomes[0]!.id)))
      return undefined;
    if (left.length > 0) return { ...opening, after: left };
    return without(dropped[0]!.opens, gone);
  }
  if ('any' in opening) {
    const any = opening.any.flatMap((o) => without(o, gone) ?? []);
    return any.length > 0 ? { any } : undefined;
  }
  if ('all' in opening) {
    const all = opening.all.map((o) => without(o, gone));
    return all.every((o) => o !== undefined) ? { all } : undefined;
  }
  if ('suggestion' in opening || 'day' in opening || 'vacation' in opening || 'when' in opening)
    return opening;
  return unreachable(opening);
}
