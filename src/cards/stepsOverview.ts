/** All steps of a protocol in its own order and in plain words (K22): what, who, by when. For the steps of one case see step.ts. */
import { dateWords } from '../domain/dueWords.ts';
import { normsOf } from '../domain/norms.ts';
import type { Protocol, Step } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import { partsOf } from '../domain/protocolText/parts.ts';
import type { Section } from './knowledge.ts';

/** The parts of the steps, each folded. */
export const stepSections = (protocol: Protocol): Section[] =>
  partsOf(protocol).map(({ title, steps, of }) => ({
    title: '',
    body: steps.map((step) => stepLine(step, of)).join('\n'),
    fold: `${title} (${steps.length})`,
  }));

/** "- **Gesprek**: wie aan zet is, binnen 2 schooldagen na de melding (eigen afspraak)". */
function stepLine(step: Step, protocol: Protocol): string {
  const who = step.by === 'lead' ? 'wie aan zet is' : functionTitle(protocol, step.by);
  const when = [...new Set(step.due.map((rule) => dateWords(rule, protocol)))].join(', of ');
  const own = step.due.some((rule) => normsOf(rule).length > 0) ? ' (eigen afspraak)' : '';
  return `- **${step.title}**: ${who}${when ? `, ${when}${own}` : ''}${step.repeats ? ', daarna opnieuw' : ''}`;
}
