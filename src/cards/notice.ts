/** A short message with, at most, a few facts and buttons. */
import type { Button, Card, Link } from './template.ts';
import { buttonsOf, defineCard } from './template.ts';

export interface Notice {
  title?: string;
  lines?: string[];
  /** Smaller lines under the others. */
  subtle?: string[];
  facts?: { label: string; value: string }[];
  /** In a box that stands out. */
  warning?: string;
  buttons?: Button[];
  links?: Link[];
}

const expand = defineCard('notice');

export function notice({
  title = '',
  lines = [],
  subtle = [],
  facts = [],
  warning = '',
  buttons = [],
  links = [],
}: Notice): Card {
  return expand({
    title,
    lines: [
      ...lines.map((text) => ({ text, subtle: false })),
      ...subtle.map((text) => ({ text, subtle: true })),
    ],
    facts,
    warning,
    actions: buttonsOf(buttons),
    links,
  });
}
