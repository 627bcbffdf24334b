/** What a protocol can ask about by name: the questions of its steps (`step.question`) and the report (`melding.field`). */
import type { Report } from './case.ts';
import type { Protocol, Question, Step } from './protocol.ts';

/** A question as conditions see it. */
export interface Asked {
  /** The step that asks it; undefined for the report. */
  step?: Step;
  label: string;
  type: Question['type'];
  /** What can be chosen, for the types with choices. */
  choices: { id: string; label: string }[];
}

const unsure = { ja: 'ja', nee: 'nee', onbekend: 'weet ik niet' };
const sources: Record<Report['source'], string> = {
  zelf: 'zelf gezien',
  leerling: 'van een leerling',
  ouder: 'van een ouder',
  collega: 'van een collega',
  online: 'online gezien',
};

type Field = Exclude<keyof Report, 'about' | 'involved'>;
/** The fields of a report that a condition can read: those whose value is an answer. */
const fields: Record<Field, { label: string; type: Question['type']; values?: Record<string, string> }> = {
  story: { label: 'Wat er gebeurde', type: 'text' },
  source: { label: 'Hoe weet je dit', type: 'choice', values: sources },
  happened: { label: 'Wanneer', type: 'date' },
  safe: { label: 'Nu veilig', type: 'choice', values: unsure },
  pupilKnows: { label: 'Leerling weet van de melding', type: 'choice', values: unsure },
  doneSoFar: { label: 'Al gedaan', type: 'text' },
  where: { label: 'Waar', type: 'line' },
  behaviours: { label: 'Wat gebeurde er', type: 'choices' },
  often: { label: 'Gebeurt vaker', type: 'choice', values: unsure },
  onPurpose: { label: 'Met opzet', type: 'choice', values: unsure },
  unequal: { label: 'Sterker of met meer', type: 'choice', values: unsure },
  beyond: { label: 'Buiten klas of kernteam', type: 'choice', values: unsure },
  toldBy: { label: 'Verteld door', type: 'line' },
};

export const reportFields = Object.keys(fields) as Field[];

/** What `melding.field` asks; undefined when a report has no such field. */
export function reportField(name: string, protocol: Protocol): Asked | undefined {
  const field = reportFields.find((f) => f === name);
  if (!field) return undefined;
  const { label, type, values } = fields[field];
  const choices = Object.entries(values ?? {}).map(([id, word]) => ({ id, label: word }));
  return { label, type, choices: field === 'behaviours' ? protocol.report.behaviours : choices };
}

/** A question of a step as conditions see it; functions are what a `consult` chooses from. */
function askedBy(step: Step, question: Question, protocol: Protocol): Asked {
  const { label, type } = question;
  if (question.type === 'consult')
    return {
      step,
      label,
      type,
      choices: question.with.map((id) => ({ id, label: protocol.functions[id]?.title ?? id })),
    };
  return { step, label, type, choices: 'choices' in question ? question.choices : [] };
}

/** What `step.question` or `melding.field` asks; undefined when nothing does. */
export function askedAs(name: string, protocol: Protocol): Asked | undefined {
  const [stepId = '', questionId = ''] = name.split('.');
  if (stepId === 'melding') return reportField(questionId, protocol);
  const step = protocol.steps.find((s) => s.id === stepId);
  const question = step?.questions.find((q) => q.id === questionId);
  return step && question && askedBy(step, question, protocol);
}
