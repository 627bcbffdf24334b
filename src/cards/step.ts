/** The card of a step: what, why, by when, its questions, and a button for each way in which it can end. */
import { z } from 'zod/v4';
import type { CaseState, StepState } from '../domain/case.ts';
import type { Calendar } from '../domain/calendar.ts';
import { nextKey } from '../domain/openings.ts';
import { parentsLeft } from '../domain/parents.ts';
import type { Protocol, Step } from '../domain/protocol.ts';
import { stepOf } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import { reportedIn } from '../domain/stepAtHand.ts';
import { inCase, reportFacts } from '../domain/words.ts';
import { isAboutParents, parentInputs } from './parents.ts';
import { PREFIX, answersOf, questionInput } from './questions.ts';
import { submitted } from './submitted.ts';
import type { Button, Card, Link } from './template.ts';
import { actionsOf, defineCard, plainText } from './template.ts';

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
  const { state, step, protocol, school, calendar, banner, link, today, fields = {}, error = '' } = card;
  const { talk } = step;
  const def = stepOf(protocol, step.step);
  const stories = reportedIn(def, step, card);
  const setting = { def, state, protocol, school, fields, happened: talk?.on ?? today };
  // What was filled in counts, so that a form that came back asks for what it turned out to miss.
  const draft = { step: def.id, answers: answersOf(def, fields) };
  const held = isBegun(step) ? step : { ...step, key: nextKey(state, def.id, state.round) };
  const parents = parentsLeft(def, undefined, held, { state, protocol, draft });
  // Nothing can be put off or left out of a step that nobody was asked for.
  const others: Button[] = isBegun(step)
    ? [{ title: 'Iets anders …', data: { verb: 'step.more', case: state.id, step: step.key } }]
    : [];
  const { actions, links } = actionsOf([...endings(def, card), ...others], link ? [link] : []);
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
    talk: talk ? plainText(`Kort genoteerd, gesprek op ${calendar.say(talk.on)}: ${talk.line}`) : '',
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
    questions: [
      ...parentInputs(parents, def, school, fields),
      ...def.questions.map((q) => questionInput(q, setting)),
    ],
    actions: actions.slice(0, def.outcomes.length),
    others: actions.slice(def.outcomes.length),
    links,
  });
}

/** A button for each way in which a step can end. */
const endings = (def: Step, { state, step, nonce, today: day }: StepCard): Button[] =>
  def.outcomes.map(({ id: outcome, label: title }, i) => ({
    title,
    style: i === 0 ? 'positive' : 'default',
    data: { verb: 'step.submit', case: state.id, step: step.key, outcome, nonce, day },
  }));

const isBegun = ({ key, step }: StepState) => key !== step;

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
  /** As Teams sends them, by input: `answersOf` and `contactsOf` read them. */
  fields: Record<string, string>;
}

/** Which step was sent and what was filled in. @throws ZodError for data that no card of ours made */
export function readStep(data: Record<string, unknown>): StepSubmission {
  const parsed = Submitted.parse(data);
  const fields = Object.entries(data).filter(
    (e): e is [string, string] =>
      (e[0].startsWith(PREFIX) || isAboutParents(e[0])) && typeof e[1] === 'string',
  );
  return {
    case: parsed.case,
    step: parsed.step,
    outcome: parsed.outcome,
    fields: Object.fromEntries(fields),
  };
}
