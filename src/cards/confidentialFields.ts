/** The inputs of a confidential message's form, and what was typed in them. */
import { z } from 'zod/v4';
import { Letter } from '../domain/confidential.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import type { ReportFields } from './reportFields.ts';

const longest: Record<string, number> = {
  to: limits.line,
  aboutName: limits.line,
  story: limits.story,
  safe: limits.line,
  approach: limits.line,
  contact: limits.line,
};

/** The inputs of a submission, each no longer than its input takes. */
export const confidentialFields = (data: Record<string, unknown>): ReportFields =>
  Object.fromEntries(
    Object.entries(longest).flatMap(([id, most]) => {
      const value = data[id];
      return typeof value === 'string' && value !== '' ? [[id, value.slice(0, most)]] : [];
    }),
  );

/** @throws DomainError `invalid` with a message for who wrote it */
export function readLetter(fields: ReportFields): { to: string; letter: Letter } {
  const filled = (id: string) => fields[id]?.trim() || undefined;
  const { data: to } = z.string().safeParse(filled('to'));
  if (to === undefined) throw new DomainError('invalid', 'Kies aan wie je schrijft.', 'to');
  const parsed = Letter.safeParse({
    about: filled('aboutName'),
    story: filled('story'),
    safe: filled('safe'),
    approach: filled('approach'),
    contact: filled('contact'),
  });
  if (parsed.success) return { to, letter: parsed.data };
  const field = String(parsed.error.issues[0]!.path[0]);
  throw new DomainError('invalid', missing[field] ?? 'Vul het formulier in.', field);
}

const missing: Record<string, string> = {
  story: 'Vertel wat je zag of hoorde.',
  safe: 'Kies of de leerling nu veilig is: ja, nee of weet ik niet.',
  approach: 'Kies of de vertrouwenspersoon je mag aanspreken.',
};
