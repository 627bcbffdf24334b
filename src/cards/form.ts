/** A short form: a few inputs, and a button for each thing that can be done with them. */
import { PUPILS } from './pupils.ts';
import type { Input } from './questions.ts';
import type { Button, Card, Link } from './template.ts';
import { actionsOf, defineCard, fitting } from './template.ts';

/** A text that shows when its button is pressed; Markdown, as the lines are. */
export interface Fold {
  title: string;
  text: string;
}
export interface Form {
  title: string;
  lines?: string[];
  /** Smaller lines under the others. */
  subtle?: string[];
  /** Under the lines. */
  folds?: Fold[];
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
  folds = [],
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
    folds: folds.map(({ title: name, text }, i) => ({ title: fitting(name), id: `fold${i}`, text })),
    error,
    dataset: PUPILS,
    inputs,
    ...actionsOf(buttons, links),
  });
}
