/** A short message with, at most, a few facts and buttons. */
import type { Button, Card, Link } from './template.ts';
import { actionsOf, defineCard } from './template.ts';

export interface Notice {
  title?: string;
  lines?: string[];
  /** In a box that stands out. */
  warning?: string;
  facts?: { label: string; value: string }[];
  /** Fainter lines under all others. */
  subtle?: string[];
  buttons?: Button[];
  links?: Link[];
}

const expand = defineCard('notice');

export function notice({
  title = '',
  lines = [],
  warning = '',
  facts = [],
  subtle = [],
  buttons = [],
  links = [],
}: Notice): Card {
  return expand({
    title,
    lines: lines.map((text) => ({ text })),
    warning,
    facts,
    subtle: subtle.map((text) => ({ text })),
    ...actionsOf(buttons, links),
  });
}
