/** Choosing a colleague: to hand a case over to, or to ask for help (K5). */
import type { Asking } from '../domain/colleagues.ts';
import { colleagues, staffName } from '../domain/colleagues.ts';
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { Person } from '../domain/school.ts';
import { inCase } from '../domain/words.ts';
import { formCard } from './form.ts';
import type { Input } from './questions.ts';
import { input } from './questions.ts';
import type { Button, Card, Link } from './template.ts';
import { plainText } from './template.ts';

/**
 * A list to choose from, in which one can type. Teams adds everybody it knows (its people picker gives the id by which
 * we know a person too), so whoever is chosen is looked up again on the server:
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker
 */
function colleagueInput(from: readonly Person[], protocol: Protocol, value: string): Input {
  return input({
    id: 'to',
    type: 'person',
    label: 'Welke collega?',
    placeholder: 'Typ een naam',
    required: true,
    errorMessage: 'Kies een collega.',
    value,
    choices: from.slice(0, limits.choices).map((p) => ({ title: staffName(p, protocol), value: p.id })),
  });
}

/** What a form about a colleague shares: what it says and what was filled in before. */
interface AskForm extends Asking {
  title: string;
  lines: string[];
  /** The functions whose holders come first in the list. */
  functions: readonly string[];
  /** Who was asked before. */
  asked: readonly string[];
  button: Button;
  link: Link;
  to?: string;
  word?: string;
  error?: string;
}

/** A colleague and, if one likes, a word: it is kept in the case, where the colleague reads it. */
export function askForm({
  title,
  lines,
  functions,
  asked,
  button,
  link,
  to,
  word,
  error,
  ...asking
}: AskForm): Card {
  return formCard({
    title,
    lines: [plainText(inCase(asking.state, asking.school)), ...lines],
    error,
    inputs: [
      colleagueInput(
        colleagues(asking, functions).filter((p) => !asked.includes(p.id)),
        asking.protocol,
        to ?? '',
      ),
      input({
        id: 'word',
        type: 'text',
        label: 'Wat moet je collega weten? (mag leeg blijven)',
        hint: 'Dit komt als notitie in de zaak.',
        value: word ?? '',
      }),
    ],
    buttons: [button],
    links: [link],
  });
}
