/** Finding a word anywhere in the protocol. */
import type { ProtocolView, StepText } from '../../api/contract/protocol.ts';
import { hasWords } from '../../api/contract/words.ts';
import type { SectionId } from './sections.ts';

export interface Hit {
  section: SectionId;
  /** The fold in which it stands. */
  at?: string;
  title: string;
  /** The line in which the words were found. */
  line: string;
}

interface Findable extends Omit<Hit, 'line'> {
  lines: readonly string[];
  /** Found by, and not shown. */
  words?: readonly string[];
}

/** Where all of the words stand, those with them in the title first. */
export function find(view: ProtocolView, typed: string): Hit[] {
  if (typed.trim() === '') return [];
  const has = (text: string) => hasWords(text, typed);
  const hits = findable(view).flatMap(({ lines, words: others = [], ...hit }) => {
    const line = lines.find(has);
    if (line === undefined && ![hit.title, ...others, [hit.title, ...lines].join(' ')].some(has)) return [];
    return [{ ...hit, line: line ?? lines[0] ?? '' }];
  });
  return hits.toSorted((a, b) => Number(has(b.title)) - Number(has(a.title)));
}

function findable(view: ProtocolView): Findable[] {
  const { signals } = view;
  return [
    ...view.topics.map(({ id, title, text, links, words }) => ({
      section: 'opzoeken' as const,
      at: id,
      title,
      lines: [...text, ...links.map((link) => link.title)],
      words,
    })),
    ...view.parts.flatMap(({ steps }) =>
      steps.map((step) => ({
        section: 'stappen' as const,
        at: step.id,
        title: step.title,
        lines: linesOf(step),
      })),
    ),
    { section: 'herkennen', title: 'Pesten of plagen?', lines: [view.definition] },
    {
      section: 'herkennen',
      title: 'Hoe pesten eruitziet',
      lines: view.behaviours.map(({ label, hint }) => [label, hint].filter(Boolean).join(': ')),
    },
    { section: 'herkennen', title: 'Signalen op school', lines: signals.school },
    { section: 'herkennen', title: 'Signalen thuis', lines: signals.home },
    {
      section: 'afspraken',
      title: 'Afspraken van onze school',
      lines: view.norms.map(({ title, value }) => `${title}: ${value}`),
    },
    { section: 'afspraken', title: 'Als een stap te laat is', lines: view.reminders },
    ...view.staff.map(({ title, held }) => ({
      section: 'wie' as const,
      title,
      lines: held.map(({ place, names }) => [place, names.join(', ')].filter(Boolean).join(': ')),
    })),
  ];
}

const linesOf = (step: StepText): string[] => [
  step.why,
  ...step.how,
  ...step.questions.map(({ label }) => label),
  ...step.outcomes.map(({ label }) => label),
  ...step.tells.map(({ says }) => says),
  ...step.registers,
];
