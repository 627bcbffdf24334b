/** From a protocol file to what staff read of it. */
import type { Evaluation } from '../app/evaluation.ts';
import { withNorms } from '../domain/norms.ts';
import type { Protocol } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import { partsOf } from '../domain/protocolText/parts.ts';
import { topicsOf } from '../domain/protocolText/topics.ts';
import { hearerWords, numberWords } from '../domain/protocolText/words.ts';
import { listed } from '../domain/conditionWords.ts';
import type { School } from '../domain/school.ts';
import { gapsIn, whoIsWho } from '../domain/whoIsWho.ts';
import type { ProtocolView } from './contract/protocol.ts';
import { flowView } from './flowView.ts';
import { stepText } from './stepText.ts';

/** @param released as its file says it; what is shown is how the school runs it */
export function protocolView(
  school: School,
  released: Protocol,
  evaluation: Evaluation | undefined,
): ProtocolView {
  const protocol = withNorms(released, school.settings.norms);
  const called = (fn: string) => functionTitle(protocol, fn);
  const { about, lead, report } = protocol;
  const first = lead.find((rule) => !rule.when) ?? lead.at(-1)!;
  return {
    school: school.settings.name,
    title: protocol.title,
    version: protocol.version,
    lvs: protocol.lvs,
    lead: {
      first: called(first.function),
      because: first.because,
      others: lead
        .filter((rule) => rule !== first)
        .map((rule) => called(rule.function))
        .reverse(),
    },
    about: {
      responsible: called(about?.responsible ?? protocol.coordinator),
      drawnUp: about?.drawnUp,
      evaluated: about?.evaluated,
      discussedInMr: about?.discussedInMr,
    },
    evaluation,
    definition: report.definition,
    behaviours: report.behaviours.map(({ label, hint }) => ({ label, hint })),
    signals: report.signals,
    parts: partsOf(protocol).map(({ title, steps, of }) => ({
      title,
      steps: steps.map((step) => stepText(step, of)),
    })),
    flow: flowView(protocol),
    norms: normsView(released, school),
    reminders: reminderWords(protocol),
    notices: protocol.suggestions.map(({ to, says }) => ({
      to: listed(to.map((fn) => hearerWords(fn, protocol))),
      says,
    })),
    topics: topicsOf(protocol)
      // These are parts of the page themselves.
      .filter(({ text }) => text.length > 0)
      .map(({ id, title, from, text, links, words }) => ({
        id,
        title,
        from,
        text: [...text],
        links: [...links],
        words: [...words],
      })),
    staff: whoIsWho(school, protocol).map(({ title, held }) => ({
      title,
      held: held.map(({ place, persons }) => ({ place, names: persons.map((p) => p.name) })),
    })),
    gaps: gapsIn(school, protocol),
  };
}

const normsView = ({ norms }: Protocol, school: School): ProtocolView['norms'] =>
  Object.entries(norms).map(([id, { label, value, unit }]) => {
    const set = school.settings.norms[id];
    const now = set ?? value;
    return {
      id,
      title: label,
      value: set === 'off' ? 'uit' : now === undefined || now === 'off' ? 'aan' : numberWords(now, unit),
      changed: set !== undefined && set !== value,
    };
  });

function reminderWords({ reminders, functions, coordinator }: Protocol): string[] {
  const above = functions[coordinator]?.next;
  const usual = [{ after: 2, to: coordinator }, ...(above ? [{ after: 5, to: above }] : [])];
  const days = (n: number) => numberWords(n, 'schooldays');
  return [
    'Op de laatste dag van een stap krijgt wie aan zet is een herinnering.',
    `${days(reminders.again)} te laat: opnieuw een herinnering.`,
    ...(reminders.escalate ?? usual).map(
      ({ after, to }) => `${days(after)} te laat: ook de ${functions[to]?.title ?? to} hoort het.`,
    ),
    `Daarna komt er elke ${days(reminders.every)} weer een bericht.`,
  ];
}
