/** A short form: a few inputs, and a button for each thing that can be done with them. */
import { PUPILS } from './pupils.ts';
import type { Input } from './questions.ts';
import type { Button, Card, Link } from './template.ts';
import { actionsOf, defineCard } from './template.ts';

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
  return expand({
    title,
    lines: [
      ...lines.map((text) => ({ text, subtle: false })),
      ...subtle.map((text) => ({ text, subtle: true })),
    ],
    error,
    dataset: PUPILS,
    inputs,
    ...actionsOf(buttons, links),
  });
}
