/** Dutch words for what a case holds: names, answers, roles. For those who may see the case. */
import { reportField, reportFields } from './asked.ts';
import type { Calendar } from './calendar.ts';
import type { Answer, CaseState, PupilRef, Report } from './case.ts';
import { inRole } from './case.ts';
import { unreachable } from './errors.ts';
import type { Protocol, Question, Role, Step } from './protocol.ts';
import { functionTitle } from './protocol.ts';
import type { School } from './school.ts';
import { pupilOf } from './school.ts';

export const roleWords: Record<Role, string> = {
  gepeste: 'gepeste',
  betrokken: 'betrokken',
  pester: 'pester',
  meeloper: 'meeloper',
  omstander: 'omstander',
  steungroep: 'lid van de steungroep',
};

const TYPED = 'naam:';

/** The name behind the key of a participant; a pupil who left the register keeps a neutral name. */
export function participantName(key: string, school: School): string {
  if (key.startsWith(TYPED)) return key.slice(TYPED.length);
  return pupilOf(school, key)?.name ?? 'leerling buiten het register';
}

export const refName = (ref: PupilRef, school: School): string =>
  'pupil' in ref ? participantName(ref.pupil, school) : ref.name;

/** "Zaak 2026-0001 · Fenna Voorbeeld (2B)", and with whom the step is held when it is held apart. */
export function inCase(state: CaseState, school: School, apart?: string): string {
  if (state.schoolYear !== undefined) return `Schooljaar ${state.number}`;
  const names = inRole(state, 'gepeste').map((key) => participantName(key, school));
  const group = state.group ? ` (${state.group})` : '';
  const whom = apart ? ` · met ${participantName(apart, school)}` : '';
  return `Zaak ${state.number} · ${names.join(', ')}${group}${whom}`;
}

const parts = {
  deed: 'deed mogelijk iets',
  'deed-mee': 'deed mee',
  zag: 'zag het',
  onbekend: 'weet ik niet',
};

/** What a report says beside its story, in the order of the form; what was left empty is left out. */
export function reportFacts(report: Report, protocol: Protocol, school: School, calendar: Calendar) {
  const involved = report.involved.map((i) => `${refName(i.who, school)} (${parts[i.part]})`).join(', ');
  const facts = reportFields
    .filter((field) => field !== 'story')
    .map((field) => {
      const { label, type, choices } = reportField(field, protocol)!;
      const value = report[field];
      const chosen = Array.isArray(value) ? value : value === undefined ? [] : [value];
      const words = chosen.map((one) => choices.find((c) => c.id === one)?.label ?? one).join(', ');
      return { field, label, value: type === 'date' && words ? calendar.say(words) : words };
    });
  const at = facts.findIndex((f) => f.field === 'where');
  const all = [...facts.slice(0, at), { label: 'Erbij', value: involved }, ...facts.slice(at)];
  return all.flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}

/** Answers as people read them, by the question's label. */
export function answerFacts(
  step: Step,
  answers: Record<string, Answer>,
  protocol: Protocol,
  school: School,
  calendar: Calendar,
) {
  const words = { protocol, school, calendar };
  return step.questions.flatMap((q) => {
    const answer = answers[q.id];
    return answer === undefined ? [] : [{ label: q.label, value: answerWords(q, answer, words) }];
  });
}

interface Words {
  protocol: Protocol;
  school: School;
  calendar: Calendar;
}

function answerWords(question: Question, answer: Answer, { protocol, school, calendar }: Words): string {
  switch (question.type) {
    case 'line':
    case 'text':
    case 'score':
      return String(answer);
    case 'yesno':
      return answer === true ? 'ja' : 'nee';
    case 'choice':
      return question.choices.find((c) => c.id === answer)?.label ?? String(answer);
    case 'choices': {
      const labels = question.choices.filter((c) => (answer as string[]).includes(c.id)).map((c) => c.label);
      return labels.join(', ');
    }
    case 'consult':
      return (answer as string[]).map((fn) => functionTitle(protocol, fn)).join(', ');
    case 'agreements':
      return (answer as string[]).join('; ');
    case 'date':
      return calendar.say(String(answer));
    case 'pupils':
      return (answer as string[]).map((id) => participantName(id, school)).join(', ');
    default:
      return unreachable(question);
  }
}
