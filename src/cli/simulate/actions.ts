/** From what a scenario says that people do, to the command that the service would issue for it. */
import { actingAs } from '../../domain/access.ts';
import type { Answers, Command, Contact } from '../../domain/case.ts';
import type { Step } from '../../domain/protocol.ts';
import type { Person } from '../../domain/school.ts';
import { firstHolders, holds } from '../../domain/school.ts';
import { nextNumber } from './run.ts';
import type { Run } from './run.ts';
import type { Action } from './scenario.ts';
import { MalformedScenario, reportOf } from './scenario.ts';
import { personBy } from './school.ts';
import { Steps } from './steps.ts';

type Verb = Exclude<keyof Action, 'at' | 'by' | 'for' | 'answers' | 'contacts' | 'outcome' | 'because'>;
const VERBS: Verb[] = [
  'complete',
  'skip',
  'close',
  'reopen',
  'role',
  'hand_over',
  'accept',
  'take_over',
  'invite',
  'postpone',
  'talk',
  'told',
  'registered',
  'note',
  'agree',
  'second_report',
];

/** @throws MalformedScenario naming what is not known or not clear */
export function commandOf(action: Action, at: string, person: Person, run: Run): Command {
  const { protocol, school, calendar } = run;
  const state = run.state!;
  const verbs = VERBS.filter((verb) => action[verb] !== undefined);
  if (verbs.length !== 1)
    throw new MalformedScenario(
      `do, ${action.at}: geef precies één ding dat iemand doet (${VERBS.join(', ')})`,
    );
  const steps = new Steps(state, protocol, action.at);
  /** The function that was named, when this person holds it; else the one in which the person acts there. */
  const as = (step?: string) => {
    const named = action.by !== person.id && holds(person, action.by) ? action.by : undefined;
    return named ?? actingAs(person, state, protocol, step);
  };
  const base = { at, holders: firstHolders(school, protocol, state.group) };
  const by = (step?: string) => ({ person: person.id, function: as(step) });
  const member = (name: string) => {
    const other = personBy(name, school);
    const fn = holds(other, name) ? name : (other.posts[0]?.function ?? 'medewerker');
    return { person: other.id, function: fn };
  };
  const because = action.because ?? '';

  if (action.complete !== undefined) {
    const { key, step } = steps.find(action.complete, action.for);
    const outcome = action.outcome ?? step.outcomes[0]!.id;
    if (!step.outcomes.some((o) => o.id === outcome))
      throw new MalformedScenario(
        `do, ${action.at}: stap "${step.id}" kent geen uitkomst "${outcome}"; wel ${step.outcomes.map((o) => o.id).join(', ')}`,
      );
    const answers = answersTo(step, action.answers ?? {}, action.at);
    return {
      ...base,
      type: 'completeStep',
      by: by(key),
      step: key,
      outcome,
      answers,
      contacts: action.contacts,
    };
  }
  if (action.close !== undefined) {
    const { outcome, answers } = action.close;
    const { key, step } = steps.closing(outcome);
    return {
      ...base,
      type: 'completeStep',
      by: by(key),
      step: key,
      outcome,
      answers: answersTo(step, answers, action.at),
    };
  }
  if (action.skip !== undefined) {
    const { key } = steps.find(action.skip, action.for);
    return { ...base, type: 'skipStep', by: by(key), step: key, because };
  }
  if (action.reopen !== undefined) {
    if (action.reopen === 'case') return { ...base, type: 'reopenCase', by: by(), because };
    const { key } = steps.find(action.reopen, action.for, 'ended');
    return { ...base, type: 'reopenStep', by: by(key), step: key, because };
  }
  if (action.role) {
    const { pupil, is, not, elsewhere } = action.role;
    const who = { pupil };
    if (is) return { ...base, type: 'giveRole', by: by(), who, role: is, elsewhere };
    if (not) return { ...base, type: 'takeRole', by: by(), who, role: not };
    throw new MalformedScenario(`do, ${action.at}: een rol heeft "is" of "not"`);
  }
  if (action.hand_over) return { ...base, type: 'handOver', by: by(), to: member(action.hand_over.to) };
  if (action.accept !== undefined)
    return { ...base, type: 'answerHandOver', by: by(), accept: action.accept, because: action.because };
  if (action.take_over) {
    const fn = protocol.takeover.find((f) => holds(person, f)) ?? as();
    return { ...base, type: 'takeOver', by: { person: person.id, function: fn }, because: action.because };
  }
  if (action.invite !== undefined)
    return { ...base, type: 'invite', by: by(), helper: member(action.invite) };
  if (action.postpone) {
    const { step, to, because: reason, for: apart } = action.postpone;
    const { key } = steps.find(step, apart);
    return { ...base, type: 'postponeStep', by: by(key), step: key, to, because: reason };
  }
  if (action.talk) {
    const { step, for: apart, on, line } = action.talk;
    const { key } = steps.find(step, apart);
    return { ...base, type: 'noteTalk', by: by(key), step: key, on: on ?? calendar.dateOf(at), line };
  }
  if (action.told) {
    const { step, parent_of: of, how, reached, because: reason } = action.told;
    const { key } = steps.find(step, action.for ?? (steps.has(step, of) ? of : undefined));
    const contact: Contact = { of, how, reached, ...(reason === undefined ? {} : { because: reason }) };
    return { ...base, type: 'informParents', by: by(key), step: key, contact };
  }
  if (action.registered) {
    const { step, pupil } = action.registered;
    const id = steps.named(step).map((s) => s.id);
    const asked = state.registrations.filter(
      (r) => id.includes(state.steps[r.key]!.step) && r.pupil === pupil,
    );
    const note = asked.find((r) => r.at === undefined) ?? asked[0];
    const { key, doer, person } = note ?? { key: `${id[0]}.${state.round}`, doer: '' };
    return { ...base, type: 'register', by: by(key), step: key, pupil, doer, person };
  }
  if (action.note !== undefined) return { ...base, type: 'note', by: by(), text: action.note };
  if (action.agree !== undefined) return { ...base, type: 'agree', by: by(), what: action.agree };
  const target = run.scenario.report?.target ?? '';
  const report = reportOf(action.second_report!, target, calendar.dateOf(at));
  return {
    ...base,
    type: 'linkReport',
    by: by(),
    number: nextNumber(run, at),
    report,
    about: { pupil: target },
  };
}

/** @throws MalformedScenario for an answer to a question that the step does not ask */
function answersTo(step: Step, answers: Answers, at: string): Answers {
  const unknown = Object.keys(answers).find((id) => !step.questions.some((q) => q.id === id));
  if (unknown === undefined) return answers;
  const known = step.questions.map((q) => q.id).join(', ');
  throw new MalformedScenario(
    `do, ${at}: stap "${step.id}" heeft geen vraag "${unknown}"; wel ${known || 'geen'}`,
  );
}
