/** What a form asks, seen from what was filled in on it: the server has settled the rest. */
import type { Rule, StepAnswer, StepQuestion } from '../../api/contract/step.ts';

export type Answers = Record<string, StepAnswer>;

/** The same as the server's `holdsTrue`, for the answers of one form. */
export function holds(rule: Rule, answers: Answers): boolean {
  if (typeof rule === 'boolean') return rule;
  if ('all' in rule) return rule.all.every((part) => holds(part, answers));
  if ('any' in rule) return rule.any.some((part) => holds(part, answers));
  if ('not' in rule) return !holds(rule.not, answers);
  if ('answered' in rule) return answers[rule.answered] !== undefined;
  const answer = answers[rule.answer];
  if (answer === undefined) return false;
  if ('is' in rule) return answer === rule.is;
  if ('oneOf' in rule) return typeof answer === 'string' && rule.oneOf.includes(answer);
  if ('has' in rule) return Array.isArray(answer) && answer.includes(rule.has);
  if (typeof answer !== 'number') return false;
  return 'below' in rule ? answer < rule.below : answer >= rule.atLeast;
}

/** What stands in the inputs: text, or what was chosen from a list. */
export type Typed = Record<string, string | string[]>;

/** An answer as it is sent; nothing for what was left empty. */
export function answerOf(
  question: StepQuestion,
  typed: string | string[] | undefined,
): StepAnswer | undefined {
  if (Array.isArray(typed)) return typed.length > 0 ? typed : undefined;
  const text = (typed ?? '').trim();
  if (text === '') return undefined;
  if (question.type === 'yesno') return text === 'ja';
  if (question.type === 'score') return Number(text);
  if (question.type === 'agreements')
    return text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return text;
}

/** The questions that are asked now, with the answers to them; a question looks at those before it. */
export function askedNow(
  questions: readonly StepQuestion[],
  typed: Typed,
): { shown: StepQuestion[]; answers: Answers } {
  const answers: Answers = {};
  const shown = questions.filter((question) => {
    if (!holds(question.when, answers)) return false;
    const answer = answerOf(question, typed[question.id]);
    if (answer !== undefined) answers[question.id] = answer;
    return true;
  });
  return { shown, answers };
}
