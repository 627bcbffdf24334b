/** Conditions on a case: a closed set, no expression strings (a typo in one would be silently true). */
import { z } from 'zod/v4';
import { Amount, Fact, Role, name } from './names.ts';

/**
 * `answer` names a question as `step.question`, or `melding.field` for what the report said. The latest answer counts;
 * a condition about a question that nobody answered is false. Checked at load by checks.ts.
 */
export type Condition =
  | { answer: string; is: string | boolean }
  | { answer: string; oneOf: string[] }
  /** An answer with several choices holds this one. */
  | { answer: string; has: string }
  /** A score or number of at least, or below, an amount. */
  | { answer: string; atLeast: Amount }
  | { answer: string; below: Amount }
  | { answered: string }
  | { fact: Fact }
  /** At least so many pupils have this role. */
  | { role: Role; atLeast: number }
  /** In this round or a later one. */
  | { round: number }
  /** A step was done, whenever; with this outcome where one is named. */
  | { done: string; outcome?: string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

const answer = z.string();
export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ answer, is: z.union([z.string(), z.boolean()]) }),
      z.strictObject({ answer, oneOf: z.array(z.string()).min(1) }),
      z.strictObject({ answer, has: z.string() }),
      z.strictObject({ answer, atLeast: Amount }),
      z.strictObject({ answer, below: Amount }),
      z.strictObject({ answered: answer }),
      z.strictObject({ fact: Fact }),
      z.strictObject({ role: Role, atLeast: z.int().min(1) }),
      z.strictObject({ round: z.int().min(1) }),
      z.strictObject({ done: name, outcome: name.optional() }),
      z.strictObject({ all: z.array(Condition).min(1) }),
      z.strictObject({ any: z.array(Condition).min(1) }),
      z.strictObject({ not: Condition }),
    ]),
  )
  .meta({ id: 'Condition' });
