/** Everything that a protocol says, as a plain object with stable names: for programs, and for the text of `describe`. */
import { reportField, reportFields } from '../asked.ts';
import { usesIn } from '../checks/norms.ts';
import type { Protocol, Step } from '../protocol.ts';
import { yearProtocol } from '../protocol.ts';
import { timeWords } from '../dueWords.ts';
import { hearerWords } from './words.ts';
import { stepModel, whenOf } from './step.ts';
import type { StepModel } from './step.ts';

export type Description = ReturnType<typeof describe>;

/** What a protocol says, in its own order. */
export function describe(protocol: Protocol) {
  const { id, version, title, lvs, about, coordinator, takeover, knowledge } = protocol;
  return {
    id,
    version,
    title,
    lvs,
    ...(about ? { about } : {}),
    functions: Object.entries(protocol.functions).map(([fn, { title: name, next }]) => ({
      id: fn,
      title: name,
      ...(next ? { next } : {}),
    })),
    coordinator,
    lead: protocol.lead.map((rule) => ({
      function: rule.function,
      rows: rule.rows,
      ...whenOf(rule.when, protocol),
      ...(rule.because ? { because: rule.because } : {}),
    })),
    takeover,
    norms: normsOf(protocol),
    reminders: remindersOf(protocol),
    postpone: timeWords(protocol.postpone, 'schooldays', protocol),
    ...(protocol.details === undefined
      ? {}
      : { details: timeWords(protocol.details, 'schooldays', protocol) }),
    report: reportOf(protocol),
    suggestions: protocol.suggestions.map((s) => ({
      id: s.id,
      rows: s.rows,
      ...(s.norm ? { norm: s.norm } : {}),
      on: s.on,
      ...(s.count === undefined ? {} : { count: s.count }),
      ...(s.days === undefined ? {} : { days: s.days }),
      to: s.to,
      toTitles: s.to.map((fn) => hearerWords(fn, protocol)),
      says: s.says,
    })),
    steps: protocol.steps.map((step): StepModel => stepModel(step, protocol)),
    ...(protocol.year
      ? {
          year: {
            lead: protocol.year.lead,
            steps: protocol.year.steps.map((step) => stepModel(step, yearProtocol(protocol))),
          },
        }
      : {}),
    knowledge: knowledge.map((topic) => ({
      id: topic.id,
      rows: topic.rows,
      title: topic.title,
      links: topic.links,
    })),
  };
}

function remindersOf({ reminders, functions, coordinator }: Protocol) {
  const above = functions[coordinator]?.next;
  const usual = [{ after: 2, to: coordinator }, ...(above ? [{ after: 5, to: above }] : [])];
  const { rows, again, escalate, every } = reminders;
  return { rows, again, escalate: escalate ?? usual, every };
}

function normsOf(protocol: Protocol) {
  const uses = usesIn(protocol);
  return Object.entries(protocol.norms).map(([id, { label, value, unit, rows }]) => ({
    id,
    rows,
    label,
    ...(value === undefined ? {} : { value }),
    ...(unit ? { unit } : {}),
    usedIn: [...new Set(uses.filter((use) => use.name === id).map(({ path }) => place(path, protocol)))],
  }));
}

const parts: Record<string, string> = {
  norm: 'de stap zelf',
  due: 'datum',
  repeats: 'datum van een volgende keer',
  postpone: 'uitstellen',
  opens: 'wanneer de stap open gaat',
};

type Place = readonly (string | number)[];

/** "gesprek: datum", for the part of a step; else what it is called at the top. */
function place(path: Place, protocol: Protocol): string {
  const [top, second, third] = path;
  if (top === 'steps') return inStep(protocol.steps[Number(second)], path.slice(2));
  if (top === 'year') return inStep(protocol.year?.steps[Number(third)], path.slice(3));
  if (top === 'suggestions') return `voorstel ${protocol.suggestions[Number(second)]?.id ?? ''}`;
  return String(top);
}

function inStep(step: Step | undefined, [part, i]: Place): string {
  const lists = { questions: step?.questions, outcomes: step?.outcomes };
  const named = part === 'questions' || part === 'outcomes' ? lists[part]?.[Number(i)]?.id : undefined;
  return `${step?.id ?? ''}: ${named ?? parts[String(part)] ?? String(part)}`;
}

function reportOf(protocol: Protocol) {
  const { rows, definition, behaviours } = protocol.report;
  const fields = reportFields.map((field) => {
    const { label, type, choices } = reportField(field, protocol)!;
    return {
      id: `melding.${field}`,
      label,
      type,
      ...(choices.length > 0 ? { choices: choices.map((c) => ({ id: c.id, label: c.label })) } : {}),
    };
  });
  return { rows, definition, behaviours, fields };
}
