/** The card of a step: what, why, by when, its questions, and a button for each way in which it can end. */
import { z } from 'zod/v4';
import type { Answers, CaseState, StepState } from '../domain/case.ts';
import { refKey } from '../domain/case.ts';
import type { Calendar } from '../domain/calendar.ts';
import { unreachable } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import type { Protocol, Question, Step } from '../domain/protocol.ts';
import { stepOf } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import { inCase, reportFacts } from '../domain/words.ts';
import { submitted } from './submitted.ts';
import type { Card, Link } from './template.ts';
import { buttonsOf, defineCard, plainText } from './template.ts';

const expand = defineCard('step');

export interface StepCard {
  state: CaseState;
  step: StepState;
  protocol: Protocol;
  school: School;
  calendar: Calendar;
  nonce: string;
  /** YYYY-MM-DD: the day on which the card is made. */
  today: string;
  banner?: { text: string; late: boolean };
  link?: Link;
  fields?: Record<string, string>;
  error?: string;
}

export function stepCard(card: StepCard): Card {
  const { state, step, protocol, school, calendar, banner, link, error = '' } = card;
  const def = stepOf(protocol, step.step);
  const stories = showsReport(def, step, state, protocol);
  return expand({
    banner: banner?.text ?? '',
    bannerColor: banner?.late ? 'Attention' : 'Accent',
    title: def.title,
    subject: plainText(inCase(state, school, step.for)),
    due: step.due
      ? `${step.due.from ? `Van ${calendar.say(step.due.from)} tot en met` : 'Uiterlijk'} ${calendar.say(step.due.by)}`
      : '',
    dueWhy: step.due ? plainText(step.due.why) : '',
    why: def.why,
    hasHow: def.how.length > 0,
    how: def.how.map((line) => `- ${line}`).join('\n'),
    hasStory: stories.length > 0,
    stories: stories.map((r) => ({
      head: plainText(`Melding ${r.number} van ${personOf(school, r.by.person)?.name ?? 'een collega'}`),
      text: r.report.story,
      facts: reportFacts(r.report, protocol, school, calendar).map((f) => ({
        text: plainText(`${f.label}: ${f.value}`),
      })),
    })),
    error,
    questions: def.questions.map((q) => input(q, card)),
    actions: buttonsOf(
      def.outcomes.map((o, i) => ({
        title: o.label,
        style: i === 0 ? 'positive' : 'default',
        data: {
          verb: 'step.submit',
          case: state.id,
          step: step.key,
          outcome: o.id,
          nonce: card.nonce,
          day: card.today,
        },
      })),
    ),
    links: link ? [link] : [],
  });
}

/** The report itself stands on the first step, and each later report on the step that it opened. */
function showsReport(def: Step, step: StepState, state: CaseState, protocol: Protocol) {
  if (def.id === protocol.steps[0]!.id) return state.reports.slice(0, 1);
  if (def.opens === 'second-report') return state.reports.filter((r) => step.key.endsWith(`.${r.number}`));
  return [];
}

const PREFIX = 'q_';

function input(question: Question, { state, school, today, fields = {} }: StepCard) {
  const { id, label, hint = '', required } = question;
  const common = {
    id: PREFIX + id,
    label: required ? label : `${label} (mag leeg)`,
    hint: hint || ' ',
    required,
    errorMessage: `Vul in: ${label}`,
    max: limits.line,
    value: fields[PREFIX + id] ?? '',
    choices: [] as { title: string; value: string }[],
  };
  switch (question.type) {
    case 'line':
      return { ...common, type: 'line' };
    case 'text':
      return { ...common, type: 'text', max: limits.text };
    case 'date':
      return { ...common, hint, type: 'date', value: common.value || (question.happened ? today : '') };
    case 'yesno':
      return {
        ...common,
        type: 'choice',
        choices: [
          { title: 'Ja', value: 'ja' },
          { title: 'Nee', value: 'nee' },
        ],
      };
    case 'choice':
      return {
        ...common,
        type: 'choice',
        choices: question.choices.map((c) => ({ title: c.label, value: c.id })),
      };
    case 'score':
      return {
        ...common,
        type: 'choice',
        choices: Array.from({ length: 11 }, (_, n) => ({ title: String(n), value: String(n) })),
      };
    case 'pupils':
      return { ...common, type: 'several', choices: classmates(state, school) };
    default:
      return unreachable(question);
  }
}

/** Pupils of the same group, without those the case is about. */
function classmates(state: CaseState, school: School) {
  const about = new Set(
    state.participants.filter((p) => p.roles.includes('gepeste')).map((p) => refKey(p.who)),
  );
  return school.pupils
    .filter((p) => p.group === state.group && !about.has(p.id))
    .slice(0, limits.choices)
    .map((p) => ({ title: p.name, value: p.id }));
}

const Submitted = z.object({
  ...submitted,
  case: z.string().min(1).max(100),
  step: z.string().min(1).max(400),
  outcome: z.string().max(60),
});

export interface StepSubmission {
  case: string;
  step: string;
  outcome: string;
  /** As Teams sends them, by question. */
  fields: Record<string, string>;
}

/** Which step was sent and what was filled in. @throws ZodError for data that no card of ours made */
export function readStep(data: Record<string, unknown>): StepSubmission {
  const parsed = Submitted.parse(data);
  const fields = Object.entries(data).filter(
    (e): e is [string, string] => e[0].startsWith(PREFIX) && typeof e[1] === 'string',
  );
  return {
    case: parsed.case,
    step: parsed.step,
    outcome: parsed.outcome,
    fields: Object.fromEntries(fields),
  };
}

/** The typed answers of a step's form. */
export function answersOf(def: Step, fields: Record<string, string>): Answers {
  const answers: Answers = {};
  for (const question of def.questions) {
    const raw = fields[PREFIX + question.id];
    if (raw === undefined || raw.trim() === '') continue;
    if (question.type === 'yesno') answers[question.id] = raw === 'ja';
    else if (question.type === 'score') answers[question.id] = Number(raw);
    else if (question.type === 'pupils') answers[question.id] = raw.split(',').filter(Boolean);
    else answers[question.id] = raw;
  }
  return answers;
}
