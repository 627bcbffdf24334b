/** What a protocol file says that the language does not know, in Dutch: zod's issues as faults. */
import type { z } from 'zod/v4';
import type { Fault } from '../domain/checks.ts';
import { instead, nearest } from '../domain/checks/fault.ts';
import { Question } from '../domain/protocol.ts';

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

/** An issue that says what is wrong by itself: a union stands for the issues of the form that was meant. */
interface Plain {
  issue: Exclude<Issue, z.core.$ZodIssueInvalidUnion>;
  path: Path;
  /** Other words that could stand there, from the forms that were left. */
  words: string[];
}

export const schemaFaults = (issues: readonly Issue[], data: unknown): Fault[] =>
  issues.flatMap((issue) => plain(issue, [], [])).map((p) => faultOf(p, data));

const joined = (base: Path, issue: Issue): Path => [...base, ...(issue.path as Path)];

function plain(issue: Issue, base: Path, words: string[]): Plain[] {
  const path = joined(base, issue);
  if (issue.code !== 'invalid_union') return [{ issue, path, words }];
  if (issue.errors.length === 0) {
    // The kind of question is not known; the schema says which there are.
    return [{ issue: { ...issue, code: 'custom' }, path, words }];
  }
  const least = Math.min(...issue.errors.map(weigh));
  const meant = issue.errors.filter((form) => weigh(form) === least);
  const kinds = meant.every(
    (form) => form.length === 1 && form[0]!.path.length === 0 && form[0]!.code === 'invalid_type',
  );
  if (kinds && meant.length > 1) {
    const expected = meant.map(
      (form) => typeWords[(form[0] as { expected: string }).expected] ?? 'iets anders',
    );
    return [
      {
        issue: { ...meant[0]![0]!, expected: [...new Set(expected)].join(' of ') } as Plain['issue'],
        path,
        words,
      },
    ];
  }
  // A word that is not known says more than the one that is missing in its place.
  const unknown = meant[0]!.filter((inner) => inner.code === 'unrecognized_keys');
  const missing = issue.errors.flatMap((form) =>
    form.filter((i) => i.code !== 'unrecognized_keys' && i.path.length === 1).map((i) => String(i.path[0])),
  );
  const others = [...new Set([...words, ...missing])];
  return [...unknown, ...meant[0]!].slice(0, 1).flatMap((inner) => plain(inner, path, others));
}

/** How far a form of a union is from what was written: a form of another kind is farthest, an unknown word far. */
function weigh(form: readonly Issue[]): number {
  return form.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 10 * issue.keys.length;
    if (issue.code === 'invalid_union') return sum + (issue.path.length === 0 ? 1_000 : 1);
    if (issue.path.length === 0 && issue.code === 'invalid_type') return sum + 1_000;
    if (issue.path.length === 0 && issue.code === 'invalid_value') return sum + 900;
    return sum + (issue.path.length === 1 && issue.code === 'invalid_type' ? 8 : 1);
  }, 0);
}

const typeWords: Record<string, string> = {
  string: 'een tekst',
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'een blok met sleutels',
  record: 'een blok met sleutels',
  tuple: 'een lijst van twee',
};

/** What stands there, in words. */
function standing(value: unknown): string {
  if (Array.isArray(value)) return 'een lijst';
  if (typeof value === 'object') return 'een blok met sleutels';
  return `‘${plainText(value)}’`;
}

const plainText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], data);

function faultOf({ issue, path, words }: Plain, data: unknown): Fault {
  const name = String(path.findLast((key) => typeof key === 'string') ?? '');
  const value = valueAt(data, path);
  const known = choicesOf(issue);
  if (issue.code === 'unrecognized_keys') return unknownWord(issue.keys[0]!, path, words);
  if (path.length === 0)
    return { path, what: 'Dit bestand is geen protocol.', mend: 'Begin met id, version en title.' };
  if (value === undefined) return { path, what: `Hier ontbreekt ‘${name}’.`, mend: fillIn(issue, name) };
  if (value === null) return { path, what: `Bij ‘${name}’ staat niets.`, mend: fillIn(issue, name) };
  if (known)
    return {
      path,
      what: `Bij ‘${name}’ kan niet ${standing(value)}.`,
      mend: instead(plainText(value), known),
    };
  return { path, ...saidOf(issue, name, standing(value)) };
}

function unknownWord(key: string, path: Path, words: readonly string[]): Fault {
  const near = nearest(key, words);
  const others = words.length > 0 ? `Hier kan: ${words.join(', ')}.` : undefined;
  const mend = near
    ? `Bedoel je ‘${near}’?`
    : (others ?? 'Haal het weg, of kijk hoe het heet in protocol.schema.json.');
  return { path: [...path, key], what: `Het woord ‘${key}’ bestaat hier niet.`, mend };
}

/** The values that can stand there, where they can be counted. */
function choicesOf(issue: Plain['issue']): string[] | undefined {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'custom' ? questionTypes : undefined;
}

function fillIn(issue: Plain['issue'], name: string): string {
  const known = choicesOf(issue);
  if (known) return instead('', known);
  const expected = issue.code === 'invalid_type' ? (typeWords[issue.expected] ?? issue.expected) : undefined;
  return expected ? `Vul bij ‘${name}’ in: ${expected}.` : `Vul ‘${name}’ in, of laat het weg.`;
}

/** What is wrong with a value that is there. */
function saidOf(issue: Plain['issue'], name: string, value: string): Pick<Fault, 'what' | 'mend'> {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = typeWords[issue.expected] ?? issue.expected;
      return {
        what: `Bij ‘${name}’ hoort ${expected}, er staat ${value}.`,
        mend: `Maak er ${expected} van.`,
      };
    }
    case 'invalid_key': {
      const message = issue.issues[0]?.message ?? 'deze naam kan niet';
      return { what: `De naam ‘${name}’ kan niet: ${message}.`, mend: 'Kies een andere naam.' };
    }
    case 'invalid_format': {
      const mend = formats[issue.format];
      if (mend) return { what: `Bij ‘${name}’ kan niet ${value}.`, mend };
      return { what: `Bij ‘${name}’ kan niet ${value}: ${issue.message}.`, mend: 'Schrijf het zo.' };
    }
    case 'too_small': {
      const { minimum } = issue;
      if (issue.origin !== 'array')
        return { what: `Bij ‘${name}’ is ${value} te laag.`, mend: `Kies minstens ${minimum}.` };
      return {
        what: `Bij ‘${name}’ staat te weinig.`,
        mend: `Zet er minstens ${minimum} neer, of laat ‘${name}’ weg.`,
      };
    }
    case 'too_big':
      return { what: `Bij ‘${name}’ is ${value} te veel.`, mend: `Kies hooguit ${issue.maximum}.` };
    default:
      return {
        what: `Bij ‘${name}’ klopt iets niet: ${issue.message}.`,
        mend: 'Kijk hoe het hoort in protocol.schema.json.',
      };
  }
}

const questionTypes: string[] = Question.options.map((option) => option.shape.type.value);
const formats: Record<string, string> = {
  date: 'Schrijf een datum als 2026-10-05.',
  url: 'Begin met https://.',
};
