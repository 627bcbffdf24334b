/** The inputs of a report's form, and what was typed in them on the way from card to card. */
import { limits } from '../domain/limits.ts';
import { threes } from '../domain/reportForm.ts';

/** The inputs that are always on the form; a template shows a field that is missing as its own name. */
export const SHOWN = [
  'about',
  'aboutName',
  'about2',
  'story',
  'source',
  'happened',
  'safe',
  'pupilKnows',
  'doneSoFar',
  'where',
  'behaviours',
  'toldBy',
];
/** Every input of the form; nothing else that a client sends is kept. */
const FIELDS = [...SHOWN, 'who1', 'part1', 'who2', 'part2', ...threes.map((q) => q.id)];

/** What is filled in on the form, by field; all text, as Teams sends it. */
export type ReportFields = Record<string, string>;

/** The inputs of a submission, as they were sent. */
export const fieldsOf = (data: Record<string, unknown>): ReportFields =>
  Object.fromEntries(
    FIELDS.flatMap((id) => {
      const value = data[id];
      return typeof value === 'string' ? [[id, value]] : [];
    }),
  );

/** The same, each no longer than its input takes: for a card that carries them along. */
export const carriedFields = (data: Record<string, unknown>): ReportFields =>
  Object.fromEntries(
    Object.entries(fieldsOf(data)).flatMap(([id, value]) =>
      value === '' ? [] : [[id, value.slice(0, longest[id] ?? limits.line)]],
    ),
  );
const longest: Record<string, number> = {
  story: limits.story,
  doneSoFar: limits.text,
  behaviours: limits.text,
};
