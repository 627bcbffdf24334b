/** The small words of the protocol language: names, row ids, amounts, roles. */
import { z } from 'zod/v4';

/** The name of a step, question, outcome, function or norm. */
export const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'kleine letters, cijfers en streepjes');
/** Row ids of the contract that a part covers; tests, notes and scenarios name the part by them. */
export const rows = z.array(z.string()).default([]);
/** One name or a list of them, read as a list. */
export const oneOrMore = <T extends z.ZodType>(one: T) =>
  z.union([one.transform((value) => [value]), z.array(one).min(1)]);
/** A day of the year, MM-DD. */
export const DayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'schrijf als MM-DD');

/** A number of the source's own, or a norm of the school by its name. */
export const Amount = z.union([z.int().min(0).max(400), z.strictObject({ norm: name })]);
export type Amount = z.infer<typeof Amount>;

/** The roles a pupil can have in a case. Data words, as the protocol files use them. */
export const Role = z.enum(['gepeste', 'betrokken', 'pester', 'meeloper', 'omstander', 'steungroep']);
export type Role = z.infer<typeof Role>;

/** What the shell finds out about a report before a case opens; see Facts in case.ts. */
export const Fact = z.enum(['beyond-team']);
export type Fact = z.infer<typeof Fact>;
