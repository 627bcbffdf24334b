/** The three doors of a report (P1), and the card that stands behind the third (P3). */
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import type { ReportFields } from './reportFields.ts';
import type { Button, Card, Link } from './template.ts';
import { buttonsOf, defineCard, plainText } from './template.ts';

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
        text: 'De mentor ziet dit niet en doet dus niets. Je kiest zelf met wie je praat.',
        buttons: [doorButton('Alleen naar de vertrouwenspersoon', 'vertrouwenspersoon')],
      },
    ],
    carried,
  });

/**
 * Opens a chat with somebody. Teams' documentation names the sign-in name only; the object id, the one thing that is
 * known here, is what its clients use themselves.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */
const chatWith = (personId: string) =>
  `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(personId)}`;

/** Only the vertrouwenspersoon means it (P3): no form, and nothing of it is kept here. */
export function confidantsCard(school: School, protocol: Protocol, carried: ReportFields): Card {
  const confidants = school.persons.flatMap((person) => {
    const post = person.posts.find((p) => protocol.functions[p.function]?.confidant);
    return post ? [{ person, title: functionTitle(protocol, post.function) }] : [];
  });
  return screen({
    title: 'Alleen naar de vertrouwenspersoon',
    lines: [
      '**De mentor ziet dit niet en doet dus niets.** Niemand anders ziet dat je iets hebt verteld.',
      'Meldpunt bewaart hier niets van. Je vertelt het zelf, aan wie je kiest.',
      ...(confidants.length
        ? []
        : ['In Meldpunt staat nog geen vertrouwenspersoon. Vraag de schoolleiding wie het is.']),
    ],
    blocks: confidants.slice(0, limits.confidants).map(({ person, title }) => ({
      text: `**${plainText(person.name)}**, ${plainText(title)}`,
      links: [
        {
          title: `Chat met ${person.name.split(' ')[0]}`.slice(0, limits.button),
          url: chatWith(person.id),
        },
      ],
    })),
    carried,
    buttons: [doorButton('Terug', 'start')],
  });
}
