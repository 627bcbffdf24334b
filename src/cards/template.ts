/** Adaptive Cards from templates: `adaptiveCards/NAME.json`, expanded once with data of a known shape. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import { limits } from '../domain/limits.ts';

/** Teams shows so many buttons; what comes after them stands in a menu. */
export const BUTTONS = 6;

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
  text.replace(/[\\`*_[\]~#>|]/g, '\\$&').replace(/^(\s*)([-+]|\d+\.)(?=\s)/gm, '$1\\$2');

export const buttonsOf = (buttons: readonly Button[]) => buttons.map((b) => ({ style: 'default', ...b }));
