/** The forms behind the menus: opened in the place of the menu, sent, and what each asks of the case. */
import { z } from 'zod/v4';
import type { Act } from '../../app/act.ts';
import { act } from '../../app/act.ts';
import { lastDay, readScene, sceneFor } from '../../app/wouldBe.ts';
import type { Scene } from '../../app/wouldBe.ts';
import { ACTS, actDone, actForm } from '../../cards/acts.ts';
import type { ActVerb } from '../../cards/acts.ts';
import { inCaseChosen, refChosen } from '../../cards/casePupils.ts';
import { stepGoneCard } from '../../cards/results.ts';
import { submitted } from '../../cards/submitted.ts';
import type { Card } from '../../cards/template.ts';
import type { StepState } from '../../domain/case.ts';
import { PupilRef } from '../../domain/case.ts';
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import { Role } from '../../domain/protocol.ts';
import { calledOf } from '../saying.ts';
import { canDo } from './possible.ts';
import type { Press, Verb } from './verb.ts';
import { formOf } from './verb.ts';

const at = { case: z.string().min(1).max(100), step: z.string().max(400).optional() };
const Asked = z.object({ ...at, act: z.enum(ACTS) });

const text = z.string().max(limits.text).default('');
const day = z.union([z.iso.date(), z.literal('')]).default('');
/** A pupil as a list sends them: words, an id, or the key of a name that was typed. */
const key = z
  .string()
  .max(2 * limits.line)
  .default('');
const chosen = { who: key, role: key, right: key, name: key, person: key };
const fields = { to: day, on: day, because: text, line: text, text, ...chosen };
const Sent = z.object({ ...submitted, ...at, ...fields, verb: z.enum(ACTS) });
type Sent = z.infer<typeof Sent>;

/** The step that an act is about; none for what is about the case. @throws DomainError when it is not there */
function stepFor(verb: ActVerb, key: string | undefined, { state }: Scene): StepState | undefined {
  if (verb.startsWith('case.')) return undefined;
  const step = key === undefined ? undefined : state.steps[key];
  if (!step) throw new DomainError('not-found', 'Deze stap is er niet (meer).');
  return step;
}

type Filled = Partial<Record<keyof typeof fields, string>>;

function formFor(
  { links }: Press,
  verb: ActVerb,
  scene: Scene,
  form: { step?: StepState; nonce: string; fields: Filled; error?: string },
): Card {
  const { state, calendar, now } = scene;
  const last = verb === 'step.later' && form.step ? lastDay(scene, form.step.key) : undefined;
  const today = calendar.dateOf(now);
  return actForm(verb, { ...scene, ...form, today, last, link: links(state.id) });
}

function goneCard({ links }: Press, { state, protocol, school, calendar }: Scene, step: StepState): Card {
  return stepGoneCard(state, step.key, protocol, school, calendar, links(state.id));
}

export const openActForm: Verb = async (press) => {
  const { world, who, data } = press;
  const asked = Asked.parse(data);
  const scene = await readScene(world, who, asked.case);
  const step = stepFor(asked.act, asked.step, scene);
  if (canDo(scene, asked.act, step))
    return formFor(press, asked.act, scene, { step, nonce: world.ids.next(), fields: {} });
  if (step && step.status !== 'open') return goneCard(press, scene, step);
  throw new DomainError('forbidden', 'Dit kan hier nu niet (meer).');
};

/** Sent once for each nonce; what is refused comes back as it was filled in, with what to mend. */
export const submitAct: Verb = async (press) => {
  const { world, who, data, links } = press;
  const sent = Sent.parse(data);
  const scene = await sceneFor(world, who, sent.case);
  const step = stepFor(sent.verb, sent.step, scene);
  try {
    const { due } = await act(world, who, sent.case, wanted(sent, scene, step), formOf(press));
    const title = scene.protocol.steps.find((s) => s.id === step?.step)?.title;
    const done = { called: calledOf(scene.state), step: title, due };
    return actDone(sent.verb, done, scene.calendar, links(sent.case));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const now = await sceneFor(world, who, sent.case);
    const then = stepFor(sent.verb, sent.step, now);
    if (error.code === 'already-done' && then && then.status !== 'open') return goneCard(press, now, then);
    return formFor(press, sent.verb, now, {
      step: then,
      nonce: sent.nonce,
      fields: sent,
      error: error.message,
    });
  }
};

/** @throws DomainError where something is left empty that the core could do without, but people could not */
function wanted(sent: Sent, scene: Scene, about: StepState | undefined): Act {
  const { verb, to, on, because, line, text } = sent;
  const step = about?.key ?? '';
  switch (verb) {
    case 'step.later':
      return { type: 'postponeStep', step, to, because };
    case 'step.talk':
      if (on === '') throw new DomainError('invalid', 'Kies de dag van het gesprek.', 'on');
      return { type: 'noteTalk', step, on, line };
    case 'step.skip':
      return { type: 'skipStep', step, because };
    case 'step.reopen':
      return { type: 'reopenStep', step, because };
    case 'case.note':
      return { type: 'note', text };
    case 'case.agree':
      return { type: 'agree', what: text };
    case 'case.role':
      return { type: 'giveRole', ...chosenRole(sent, scene) };
    case 'case.apart':
      return {
        type: 'adviseApart',
        who: named(sent, scene, 'Kies met welke leerling beter niet, of typ de naam.'),
        because,
      };
    case 'case.correct':
      return { type: 'correctPupil', ...corrected(sent, scene) };
    case 'case.bar':
      return { type: 'bar', person: sent.person, because };
    case 'case.unbar':
      return { type: 'unbar', person: sent.person, because };
    case 'case.reopen':
      if (because.trim() === '')
        throw new DomainError('invalid', 'Vertel waarom deze zaak weer open moet.', 'because');
      return { type: 'reopenCase', because };
  }
}

/** A pupil who was chosen or typed. @throws DomainError where neither is */
function named({ who, name }: Sent, scene: Scene, ask: string): PupilRef {
  if (who === '') return typedName(name, ask, 'who');
  const chosen = refChosen(who, scene);
  if (!chosen) throw new DomainError('invalid', ask, 'who');
  return chosen;
}

function typedName(name: string, ask: string, field: string): PupilRef {
  const typed = PupilRef.safeParse({ name });
  if (!typed.success) throw new DomainError('invalid', ask, field);
  return typed.data;
}

/** @throws DomainError for a pupil who is not in the case, or where nobody is named in their place */
function corrected({ who, right, name }: Sent, scene: Scene): { from: PupilRef; to: PupilRef } {
  const from = inCaseChosen(who, scene);
  if (!from) throw new DomainError('invalid', 'Kies welke leerling niet klopt.', 'who');
  const ask = 'Kies wie het moet zijn, of typ de naam.';
  if (right === '') return { from, to: typedName(name, ask, 'right') };
  const to = refChosen(right, scene);
  if (!to) throw new DomainError('invalid', ask, 'right');
  return { from, to };
}

/** @throws DomainError where no pupil is named, or for a role that there is not */
function chosenRole(sent: Sent, scene: Scene): { who: PupilRef; role: Role } {
  const who = named(sent, scene, 'Kies een leerling uit de lijst, of typ de naam.');
  const given = Role.safeParse(sent.role);
  if (!given.success) throw new DomainError('invalid', 'Kies welke rol deze leerling heeft.', 'role');
  return { who, role: given.data };
}
