/** A protocol's condition as a Dutch clause: "als bij ‘Gesprek’ voor ‘Online?’ ja is gekozen". */
import { askedAs } from './asked.ts';
import { unreachable } from './errors.ts';
import type { Amount, Condition, Fact, Protocol } from './protocol.ts';
import { roleWords } from './words.ts';

const facts: Record<Fact, [so: string, not: string]> = {
  'beyond-team': [
    'het ook buiten het eigen team of de school speelt',
    'het niet buiten het eigen team of de school speelt',
  ],
};

/** The condition with "als" before it. */
export const conditionWords = (condition: Condition, protocol: Protocol): string =>
  `als ${clause(condition, protocol)}`;

/** An amount in words: a number, or the number of the school's norm by its label. */
export function amountWords(amount: Amount, protocol: Protocol): string {
  if (typeof amount === 'number') return String(amount);
  const norm = protocol.norms[amount.norm];
  return norm?.value === undefined ? `norm ‘${amount.norm}’` : String(norm.value);
}

export const quoted = (text: string): string => `‘${text}’`;
/** "a, b en c". */
export function listed(parts: readonly string[], last = 'en'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts[parts.length - 1]}`;
}

function clause(condition: Condition, protocol: Protocol, holds = true): string {
  const not = holds ? '' : 'niet ';
  if ('not' in condition) return clause(condition.not, protocol, !holds);
  if ('all' in condition) return joined(condition.all, holds ? 'en' : 'of', protocol, holds);
  if ('any' in condition) return joined(condition.any, holds ? 'of' : 'en', protocol, holds);
  if ('fact' in condition) return facts[condition.fact][holds ? 0 : 1];
  if ('round' in condition)
    return holds
      ? `het ronde ${condition.round} of later is`
      : `ronde ${condition.round} nog niet is begonnen`;
  if ('role' in condition) return roleCount(condition, holds);
  if ('done' in condition) return doneWords(condition, protocol, not);
  if ('answered' in condition)
    return `${where(condition.answered, protocol)} ${holds ? 'iets' : 'niets'} is ingevuld`;
  return `${where(condition.answer, protocol)} ${answerWords(condition, protocol, not)}`;
}

function roleCount({ role, atLeast }: Extract<Condition, { role: unknown }>, holds: boolean): string {
  const has = `de rol ${roleWords[role]}`;
  if (atLeast === 1) return `${holds ? 'een' : 'geen'} leerling ${has} heeft`;
  return `${holds ? 'minstens' : 'minder dan'} ${atLeast} leerlingen ${has} hebben`;
}

/** The parts of an `all` or `any`; a part that joins otherwise stands between brackets. */
function joined(parts: readonly Condition[], last: string, protocol: Protocol, holds: boolean): string {
  const words = parts.map((part) => {
    const inner = clause(part, protocol, holds);
    const several = ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1);
    return several && parts.length > 1 ? `(${inner})` : inner;
  });
  return listed(words, last);
}

function doneWords(
  { done, outcome }: { done: string; outcome?: string },
  protocol: Protocol,
  not: string,
): string {
  const step = protocol.steps.find((s) => s.id === done);
  const title = quoted(step?.title ?? done);
  if (outcome === undefined) return `${title} ${not ? 'nog niet ' : ''}is gedaan`;
  const label = step?.outcomes.find((o) => o.id === outcome)?.label ?? outcome;
  return `${title} ${not}is geëindigd met ${quoted(label)}`;
}

/** "bij ‘Gesprek’ voor ‘Online?’", or "in de melding voor ‘Nu veilig’". */
function where(name: string, protocol: Protocol): string {
  const asked = askedAs(name, protocol);
  if (!asked) return `voor ${quoted(name)}`;
  const place = asked.step ? `bij ${quoted(asked.step.title)}` : 'in de melding';
  return `${place} voor ${quoted(asked.label)}`;
}

type OnAnswer = Extract<Condition, { answer: string }>;

function answerWords(condition: OnAnswer, protocol: Protocol, not: string): string {
  const asked = askedAs(condition.answer, protocol);
  const label = (id: string) => quoted(asked?.choices.find((c) => c.id === id)?.label ?? id);
  if ('is' in condition) {
    const { is } = condition;
    const value = typeof is === 'boolean' ? (is ? 'ja' : 'nee') : label(is);
    return `${not}${value} is gekozen`;
  }
  if ('oneOf' in condition) return `${not}${listed(condition.oneOf.map(label), 'of')} is gekozen`;
  if ('has' in condition) return `${not}${label(condition.has)} is gekozen`;
  if ('atLeast' in condition)
    return not
      ? `minder dan ${amountWords(condition.atLeast, protocol)} is ingevuld`
      : `${amountWords(condition.atLeast, protocol)} of meer is ingevuld`;
  if ('below' in condition)
    return not
      ? `${amountWords(condition.below, protocol)} of meer is ingevuld`
      : `minder dan ${amountWords(condition.below, protocol)} is ingevuld`;
  return unreachable(condition);
}
