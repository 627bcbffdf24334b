/** The three doors of a report (P1). */
import { limits } from '../domain/limits.ts';
import type { ReportFields } from './reportFields.ts';
import type { Button, Card, Link } from './template.ts';
import { buttonsOf, defineCard } from './template.ts';

/** A way to go on: what it means, and then its button or link. */
interface Block {
  text: string;
  buttons?: Button[];
  links?: Link[];
}
interface Screen {
  title: string;
  /** In a box that stands out. */
  warning?: string[];
  lines?: string[];
  blocks?: Block[];
  /** What was typed before: it stands on the card unseen, and goes along with whatever is pressed. */
  carried?: ReportFields;
  buttons?: Button[];
}

const expand = defineCard('doors');

/** A screen on the way to a report. */
export function screen({
  title,
  warning = [],
  lines = [],
  blocks = [],
  carried = {},
  buttons = [],
}: Screen): Card {
  return expand({
    title,
    warning: warning.join('\n\n'),
    lines: lines.map((text) => ({ text })),
    blocks: blocks.map(({ text, buttons: own = [], links = [] }) => ({
      text,
      buttons: buttonsOf(own),
      links,
    })),
    carried: Object.entries(carried).map(([id, value]) => ({ id, value, max: limits.story })),
    actions: buttonsOf(buttons),
  });
}

/** What can stand behind a button on these screens. */
export const DOORS = [
  'start',
  'melding',
  'niet-wachten',
  'vertrouwenspersoon',
  'zelfdoding',
  'thuis',
  'personeel',
  'collega',
] as const;
export type Door = (typeof DOORS)[number];

export const doorButton = (title: string, door: Door, more: Record<string, string> = {}): Button => ({
  title,
  data: { verb: 'report.door', door, ...more },
});

/** The first question of a report (P1): each door says what it means before one chooses. */
export const doorsCard = (carried: ReportFields): Card =>
  screen({
    title: 'Hoe wil je dit melden?',
    blocks: [
      {
        text: 'De mentor, of wie er anders aan zet is, leest je melding. Je hoort van mij wie dat is.',
        buttons: [{ ...doorButton('Melding maken', 'melding'), style: 'positive' }],
      },
      {
        text: 'Is er gevaar, of is een leerling nu niet veilig? Zie wie je meteen belt.',
        buttons: [doorButton('Het kan niet wachten', 'niet-wachten')],
      },
      {
        text: 'De mentor ziet dit niet en doet dus niets. Je kiest zelf wie het leest.',
        buttons: [doorButton('Alleen naar de vertrouwenspersoon', 'vertrouwenspersoon')],
      },
    ],
    carried,
  });
