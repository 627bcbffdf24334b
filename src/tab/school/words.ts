import type { NormView, PersonView, SchoolView } from '../../api/contract/school.ts';
import { shortDay } from '../dates.ts';
import { hrefOf } from '../route.ts';

export const peopleHref = hrefOf('school', 'personen');
export const personHref = (wie: string): string => hrefOf('school', 'personen', new URLSearchParams({ wie }));

type Post = PersonView['posts'][number];

export const titleOf = (fn: string, { functions }: SchoolView): string =>
  functions.find((f) => f.id === fn)?.title ?? fn;

/** "mentor van 2B", "leerlingencoördinator van onderbouw". */
export function postWords(post: Post, view: SchoolView): string {
  const held = post.group ?? post.team;
  const title = titleOf(post.function, view);
  return held === undefined ? title : `${title} van ${held}`;
}

export const dayNames = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];
export const dayTitles = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];

/** "afwezig tot en met vr 9 okt, Omar Mentor neemt waar"; nothing for an absence that is over. */
export function awayWords({ away }: PersonView, { persons, today }: SchoolView): string | undefined {
  if (!away || away.until < today) return undefined;
  const from = away.from !== undefined && away.from > today ? `van ${shortDay(away.from)} ` : '';
  const second = persons.find((p) => p.id === away.substitute);
  return `afwezig ${from}tot en met ${shortDay(away.until)}, ${second ? `${second.name} neemt waar` : 'niemand neemt waar'}`;
}

/** "1 schooldag", "6", as a norm is proposed. */
export function amountWords(amount: number, unit: NormView['unit']): string {
  if (unit === undefined || unit === 'score') return String(amount);
  const one = { schooldays: 'schooldag', days: 'dag', times: 'keer' }[unit];
  return `${amount} ${amount === 1 ? one : unitWords[unit]}`;
}

/** What stands above the number of a norm. */
export const unitWords: Record<NonNullable<NormView['unit']>, string> = {
  schooldays: 'schooldagen',
  days: 'dagen',
  score: 'cijfer, 0 tot 10',
  times: 'keer',
};
