/** From the case to what the tab shows to one person who may see it. */
import { canDo, CASE_ACTS, chargesOf } from '../app/possible.ts';
import type { Scene } from '../app/wouldBe.ts';
import { handSteps, lastDay, wouldTake } from '../app/wouldBe.ts';
import { mayDoStep } from '../domain/access.ts';
import { holdersIn } from '../domain/barred.ts';
import type { StepState } from '../domain/case.ts';
import { openSteps } from '../domain/case.ts';
import { conformanceOf } from '../domain/conformance.ts';
import { parentsLeft } from '../domain/parents.ts';
import { lvsNote, openNotes } from '../domain/lvsNote.ts';
import { functionTitle } from '../domain/protocol.ts';
import { hasNextDate, isLate } from '../domain/reminders.ts';
import { pupilOf } from '../domain/school.ts';
import { answerFacts, participantName, refName, roleWords } from '../domain/words.ts';
import { pathOf } from './casePath.ts';
import { chronology } from './chronology.ts';
import type { CaseView } from './contract/case.ts';
import { actorWords, chargeOf, contactWords, endingWords, refOf, talkWords, titleOf } from './words.ts';

/** `newer`: the version of the protocol that this person can move the case to. */
export function viewOf(scene: Scene, newer?: number): CaseView {
  const { state, events, protocol, school, calendar, today, person } = scene;
  const waits = state.status === 'open' && !hasNextDate(state, protocol) ? state.waitsUntil : undefined;
  return {
    id: state.id,
    number: state.number,
    status: state.status,
    protocol: protocol.title,
    schoolYear: state.schoolYear,
    group: state.group,
    round: state.round,
    lead: chargeOf(state.lead, protocol, school),
    charge: { lead: state.lead.person ?? '', asked: state.handover?.person ?? '' },
    participants: state.participants.map((p) => ({
      who: p.who,
      name: refName(p.who, school),
      group: 'pupil' in p.who ? pupilOf(school, p.who.pupil)?.group : undefined,
      roles: p.roles.map((id) => ({ id, label: roleWords[id] })),
    })),
    acts: [
      ...CASE_ACTS.filter((act) => canDo(scene, act)),
      // Whoever is in charge has nothing to take over.
      ...chargesOf(scene).filter((act) => act !== 'case.takeover' || state.lead.person !== person.id),
    ],
    begin: handSteps(scene).map(({ id, title, why }) => ({ step: id, title, why })),
    openSteps: openSteps(state)
      .sort((a, b) => (a.due?.by ?? '9999').localeCompare(b.due?.by ?? '9999'))
      .map((open) => stepView(open, scene)),
    handover: state.handover && chargeOf(state.handover, protocol, school),
    askedOfMe: state.handover?.person === person.id,
    helpers: state.helpers
      .filter(({ person }) => person !== state.lead.person)
      .map((helper) => chargeOf(helper, protocol, school)),
    waitsUntil: waits && calendar.dateOf(waits),
    agreements: state.agreements,
    parentContacts: state.contacts.map((contact) => ({
      at: contact.at,
      who: actorWords(contact.by, scene),
      pupil: participantName(contact.of, school),
      text: contactWords(contact),
    })),
    lvs: protocol.lvs,
    registrations: openNotes(state).map(({ key, pupil, doer, person: only, headings }) => ({
      heading: headings.join(', '),
      pupil: participantName(pupil, school),
      function: functionTitle(protocol, doer),
      step: key,
      stepTitle: titleOf(state.steps[key], scene),
      key: pupil,
      doer,
      person: only,
      note: lvsNote(key, pupil, scene),
      mine: wouldTake(scene, { type: 'register', step: key, pupil, doer, person: only }),
    })),
    voice: voiceOf(scene),
    steps: conformanceOf(state, today, calendar).map((row) => ({
      key: row.key,
      title: titleOf(row, scene),
      for: row.for && participantName(row.for, school),
      round: row.round,
      became: row.became,
      due: row.due,
      on: row.on,
      lateBy: row.lateBy,
      because: row.because,
      outcome: endingWords(state.steps[row.key], scene),
      reopens: canDo(scene, 'step.reopen', state.steps[row.key]),
    })),
    path: pathOf(scene),
    newer,
    chronology: chronology(events, scene),
  };
}

/** A step that waits; also one that the case's protocol now lacks. */
function stepView(open: StepState, scene: Scene): CaseView['openSteps'][number] {
  const { state, protocol, school, calendar, today, person } = scene;
  const step = protocol.steps.find((s) => s.id === open.step);
  const mine = step !== undefined && mayDoStep(person, open.key, scene);
  const last = mine ? lastDay(scene, open.key) : undefined;
  const parents = step ? parentsLeft(step, undefined, open, { state, protocol }) : [];
  const [toTell] = parents;
  const told = (of: string) => ({ of, how: 'phone', reached: true }) as const;
  const tells =
    mine &&
    toTell !== undefined &&
    wouldTake(scene, { type: 'informParents', step: open.key, contact: told(toTell) });
  return {
    key: open.key,
    ref: refOf(open.key),
    title: titleOf(open, scene),
    why: step?.why ?? '',
    how: step?.how ?? [],
    for: open.for && participantName(open.for, school),
    due: open.due,
    late: isLate(open, today, calendar),
    norm: step?.norm !== undefined,
    parents: parents.map((key) => ({ key, name: participantName(key, school) })),
    talk: talkWords(open, calendar),
    mine,
    by: mine || !step ? undefined : doerOf(step.by, scene),
    acts: [
      ...(last === undefined ? [] : (['step.later'] as const)),
      ...(mine ? (['step.talk', 'step.skip'] as const).filter((act) => canDo(scene, act, open)) : []),
      ...(tells ? (['step.parents'] as const) : []),
    ],
    last,
  };
}

/** Who does a step: the one in charge, or who is first in line for its function. */
function doerOf(fn: string, { state, protocol, school }: Scene): CaseView['lead'] {
  const [holder] = holdersIn(state, school, fn);
  return chargeOf(fn === 'lead' ? state.lead : { function: fn, person: holder?.id }, protocol, school);
}

/** What was answered in steps that ask how safe the pupil feels (P9). */
function voiceOf({ state, protocol, school, calendar }: Scene): CaseView['voice'] {
  return Object.values(state.steps)
    .flatMap((done) => {
      const step = protocol.steps.find((s) => s.id === done.step);
      const asked = step?.questions.find((q) => q.type === 'score');
      if (!step || !asked || done.status !== 'done' || !done.on || !done.answers) return [];
      const score = done.answers[asked.id];
      const texts = step.questions.filter((q) => q.type === 'text' || q.type === 'line');
      const said = answerFacts({ ...step, questions: texts }, done.answers, protocol, school, calendar);
      return [{ on: done.on, step: step.title, score: typeof score === 'number' ? score : undefined, said }];
    })
    .filter(({ score, said }) => score !== undefined || said.length > 0)
    .sort((a, b) => a.on.localeCompare(b.on));
}
