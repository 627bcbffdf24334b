/** A case that was about the wrong pupil (P14): everywhere the right one takes their place, and the wrong one leaves no trace. */
import type { PupilRef } from './case.ts';
import { refKey } from './case.ts';

/** A value of a case with one pupil in the place of another: references, keys of steps held apart, answers. */
export function withPupil<T>(value: T, from: PupilRef, to: PupilRef): T {
  const wrong = refKey(from);
  const right = refKey(to);
  return replaced(value) as T;

  function replaced(part: unknown): unknown {
    if (typeof part === 'string') return renamed(part);
    if (Array.isArray(part)) return part.map(replaced);
    if (typeof part !== 'object' || part === null) return part;
    if (isRef(part) && refKey(part) === wrong) return to;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [renamed(name), replaced(inner)]));
  }

  /** The pupil's own key, or that of a step held apart: `step.round.refKey`, `~n` behind it where it comes more often. */
  function renamed(text: string): string {
    if (text === wrong) return right;
    const [, held, who, again = ''] = /^([^.\s]+\.\d+\.)(.+?)(~[^~]+)?$/.exec(text) ?? [];
    return held !== undefined && who === wrong ? held + right + again : text;
  }
}

const isRef = (part: object): part is PupilRef => {
  const [name, ...others] = Object.keys(part);
  return others.length === 0 && (name === 'pupil' || name === 'name');
};
