/** Choosing a colleague: to hand a case over to, or to ask for help (K5). */
import { isBarred, holdersIn, pupilsIn } from '../domain/barred.ts';
import type { CaseState } from '../domain/case.ts';
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { Person, School } from '../domain/school.ts';
import { teamOf } from '../domain/school.ts';
import { inCase } from '../domain/words.ts';
import { ownTeams } from './alerts.ts';
import { formCard } from './form.ts';
import type { Input } from './questions.ts';
import { input } from './questions.ts';
import type { Button, Card, Link } from './template.ts';
import { plainText } from './template.ts';

/** A case, and the member of staff who asks something of a colleague in it. */
export interface Asking {
  state: CaseState;
  protocol: Protocol;
  school: School;
  person: Person;
}

/** Whether a colleague may have to do with a case at all (P13). */
export const mayJoin = (colleague: Person, state: CaseState): boolean =>
  !isBarred(colleague, state.barred, pupilsIn(state));

/**
 * Staff who can be asked: those with a function in the protocol who are not in charge already. First the holders of
 * these functions for this case, then the kernteam, then everybody else by name.
 */
function colleagues({ state, protocol, school, person }: Asking, functions: readonly string[]): Person[] {
  const likely = new Set(functions.flatMap((fn) => holdersIn(state, school, fn)).map((p) => p.id));
  const order = [...likely];
  const team = teamOf(school, state.group);
  const far = (p: Person) => {
    if (likely.has(p.id)) return order.indexOf(p.id);
    return order.length + (team !== undefined && ownTeams(p, school).includes(team) ? 0 : 1);
  };
  return school.persons
    .filter((p) => p.id !== person.id && p.id !== state.lead.person && mayJoin(p, state))
    .filter((p) => p.posts.some((post) => protocol.functions[post.function]))
    .sort((a, b) => far(a) - far(b) || a.name.localeCompare(b.name, 'nl'));
}

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
    choices: from.slice(0, limits.choices).map((p) => ({ title: nameOf(p, protocol), value: p.id })),
  });
}

/** "Mila Mentor (mentor 2B)" */
function nameOf({ name, posts }: Person, protocol: Protocol): string {
  const titles = posts
    .filter((post) => protocol.functions[post.function])
    .map((post) => [functionTitle(protocol, post.function), post.group ?? post.team ?? ''].join(' ').trim());
  return `${name} (${[...new Set(titles)].join(', ')})`.slice(0, limits.line);
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
