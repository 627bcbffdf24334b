/** Adaptive Cards from templates: `adaptiveCards/NAME.json`, expanded once with data of a known shape. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import { limits } from '../domain/limits.ts';

/** Teams shows so many buttons; what comes after them stands in a menu. */
const BUTTONS = 6;

/** An Adaptive Card as it is sent. */
export type Card = Record<string, unknown> & { type: 'AdaptiveCard' };

/** A button. `data` goes to the bot when it is pressed: ids only, never what somebody else may not see. */
export interface Button {
  title: string;
  data: { verb: string } & Record<string, string>;
  style?: 'default' | 'positive' | 'destructive';
}
export interface Link {
  title: string;
  url: string;
}

/**
 * A card made from a template. Building a Template is slow (14 ms for a large one), so that happens once; its data is
 * never expanded a second time.
 * @param name the file in adaptiveCards/ without `.json`
 */
export function defineCard<Data extends object>(name: string): (data: Data) => Card {
  let template: Template | undefined;
  return (data) => {
    template ??= new Template(JSON.parse(readFileSync(join('adaptiveCards', `${name}.json`), 'utf8')));
    const card = template.expand({ $root: data }) as Card;
    const bytes = Buffer.byteLength(JSON.stringify(card));
    if (bytes > limits.cardBytes)
      throw new Error(`card ${name} is ${bytes} bytes; Teams takes ${limits.cardBytes}`);
    return card;
  };
}

/** Text of people in a TextBlock: shown as it was typed, not as Markdown. */
export const plainText = (text: string): string =>
  text
    .replace(/[\\`*_[\]~#>|]/g, '\\$&')
    .replace(/^(\s*)(?=[-+]\s)/gm, '$1\\')
    .replace(/^(\s*\d+)(?=\.\s)/gm, '$1\\');

/** As much of a text as one line has. */
export const shortened = (text: string): string =>
  text.length <= limits.line ? text : `${text.slice(0, limits.line - 1)}…`;

/** Cut at a word, so that it fits a button. */
export function fitting(title: string): string {
  if (title.length <= limits.button) return title;
  const cut = title.slice(0, limits.button - 1);
  const word = cut.lastIndexOf(' ');
  return `${(word > limits.button / 2 ? cut.slice(0, word) : cut).replace(/[\s,:;-]+$/, '')}…`;
}

export const buttonsOf = (buttons: readonly Button[]) =>
  buttons.map((b) => ({ style: 'default', ...b, title: fitting(b.title) }));

/** The buttons under a card and then its links: what Teams has no room for beside each other stands in its menu. */
export function actionsOf(buttons: readonly Button[], links: readonly Link[] = []) {
  const mode = (index: number) => ({ mode: index < BUTTONS ? 'primary' : 'secondary' });
  return {
    actions: buttonsOf(buttons).map((button, i) => ({ ...button, ...mode(i) })),
    links: links.map((link, i) => ({ ...link, ...mode(buttons.length + i) })),
  };
}
