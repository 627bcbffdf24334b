/** A short form: a few inputs, and a button for each thing that can be done with them. */
import type { Input } from './questions.ts';
import type { Button, Card, Link } from './template.ts';
import { BUTTONS, buttonsOf, defineCard } from './template.ts';

export interface Form {
  title: string;
  lines?: string[];
  /** Smaller lines under the others. */
  subtle?: string[];
  /** What was wrong with what was sent; what was filled in comes back as the inputs' values. */
  error?: string;
  inputs: Input[];
  buttons: Button[];
  links?: Link[];
}

const expand = defineCard('form');

export function formCard({
  title,
  lines = [],
  subtle = [],
  error = '',
  inputs,
  buttons,
  links = [],
}: Form): Card {
  const mode = (index: number) => ({ mode: index < BUTTONS ? 'primary' : 'secondary' });
  return expand({
    title,
    lines: [
      ...lines.map((text) => ({ text, subtle: false })),
      ...subtle.map((text) => ({ text, subtle: true })),
    ],
    error,
    inputs,
    actions: buttonsOf(buttons).map((button, i) => ({ ...button, ...mode(i) })),
    links: links.map((link, i) => ({ ...link, ...mode(buttons.length + i) })),
  });
}
