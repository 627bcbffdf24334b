/** What people do with a case beside finishing a step, and whom they choose for it. */
import type { Act } from '../../app/act.ts';
import { act } from '../../app/act.ts';
import { moveVersion } from '../../app/version.ts';
import type { Scene } from '../../app/wouldBe.ts';
import { sceneFor } from '../../app/wouldBe.ts';
import { mayBar } from '../../domain/access.ts';
import { isDate } from '../../domain/calendar.ts';
import { Contact, PupilRef } from '../../domain/case.ts';
import { colleagues, staffName } from '../../domain/colleagues.ts';
import { DomainError, unreachable } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import { Role } from '../../domain/protocol.ts';
import { personOf } from '../../domain/school.ts';
import type { ActDone, Colleagues } from '../contract/acts.ts';
import { ActSent } from '../contract/acts.ts';
import type { Api, Ask, Sent } from '../http.ts';

export function addActs(api: Api): void {
  api.post('/api/cases/:id/acts', ActSent, acted);
  api.get('/api/cases/:id/colleagues', choices);
}

async function acted({ world, who, params, body, form }: Sent<ActSent>): Promise<ActDone> {
  const id = params['id']!;
  if (body.act === 'case.version') {
    await moveVersion(world, who, id, body.hash, form);
    return {};
  }
  const { due } = await act(world, who, id, wanted(body), form);
  return { due };
}

/** @throws DomainError where something is left empty that the core could do without, but people could not */
function wanted(sent: Exclude<ActSent, { act: 'case.version' }>): Act {
  switch (sent.act) {
    case 'step.later': {
      const { step, to, because } = sent;
      return { type: 'postponeStep', step, to: dated(to, 'Kies op welke dag je het doet.', 'to'), because };
    }
    case 'step.talk': {
      const { step, on, line } = sent;
      return { type: 'noteTalk', step, on: dated(on, 'Kies de dag van het gesprek.', 'on'), line };
    }
    case 'step.skip':
      return { type: 'skipStep', step: sent.step, because: sent.because };
    case 'step.reopen':
      return { type: 'reopenStep', step: sent.step, because: sent.because };
    case 'step.parents':
      return { type: 'informParents', step: sent.step, contact: contactOf(sent.contact) };
    case 'step.register':
      return {
        type: 'register',
        step: sent.step,
        pupil: sent.pupil,
        doer: sent.doer,
        person: sent.person,
      };
    case 'case.note':
      return { type: 'note', text: sent.text };
    case 'case.agree':
      return { type: 'agree', what: sent.text };
    case 'case.role':
      return { type: 'giveRole', who: named(sent.who, 'who'), role: roleOf(sent.role) };
    case 'case.roleTaken':
      return { type: 'takeRole', who: named(sent.who, 'who'), role: roleOf(sent.role) };
    case 'case.apart':
      return { type: 'adviseApart', who: named(sent.who, 'who'), because: sent.because };
    case 'case.correct':
      return { type: 'correctPupil', from: named(sent.from, 'from'), to: named(sent.to, 'to') };
    case 'case.bar':
      return { type: 'bar', person: sent.person, because: sent.because };
    case 'case.unbar':
      return { type: 'unbar', person: sent.person, because: sent.because };
    case 'case.reopen':
      return { type: 'reopenCase', because: given(sent.because, 'Vertel waarom deze zaak weer open moet.') };
    case 'case.handover':
      return { type: 'handOver', to: sent.to, word: sent.word, was: sent };
    case 'case.answer':
      return { type: 'answerHandOver', accept: sent.accept, because: sent.because };
    case 'case.help':
      return { type: 'invite', to: sent.to, word: sent.word };
    case 'case.takeover':
      return {
        type: 'takeOver',
        because: given(sent.because, 'Vertel kort waarom je het overneemt.'),
        was: sent,
      };
    default:
      return unreachable(sent);
  }
}

function dated(day: string, ask: string, field: string): string {
  if (isDate(day)) return day;
  throw new DomainError('invalid', ask, field);
}

function given(text: string, ask: string): string {
  if (text.trim() === '') throw new DomainError('invalid', ask, 'because');
  return text;
}

function named(who: PupilRef, field: string): PupilRef {
  const parsed = PupilRef.safeParse(who);
  if (parsed.success) return parsed.data;
  throw new DomainError(
    'invalid',
    `Kies een leerling, of typ een naam van hooguit ${limits.line} tekens.`,
    field,
  );
}

function roleOf(role: string): Role {
  const parsed = Role.safeParse(role);
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid', 'Kies welke rol deze leerling heeft.', 'role');
}

function contactOf(sent: object): Contact {
  const parsed = Contact.safeParse(sent);
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid', 'Vul in waarom je deze ouders niet belt.', 'because');
}

/** Who can be chosen for an act: what can't be done by this person has nobody to choose. */
async function choices({ world, who, params, query }: Ask): Promise<Colleagues> {
  const scene = await sceneFor(world, who, params['id']!);
  const { protocol } = scene;
  return {
    people: peopleFor(query.get('voor') ?? '', scene).map((p) => ({
      id: p.id,
      name: staffName(p, protocol),
    })),
  };
}

function peopleFor(what: string, scene: Scene) {
  const { state, protocol, school, person } = scene;
  const others = protocol.takeover;
  switch (what) {
    case 'case.handover': {
      const functions = [state.lead.function, ...others, protocol.coordinator];
      return colleagues(scene, functions).filter((p) => p.id !== state.handover?.person);
    }
    case 'case.help': {
      const helping = state.helpers.map((h) => h.person);
      return colleagues(scene, [...others, protocol.coordinator]).filter((p) => !helping.includes(p.id));
    }
    case 'case.bar':
      return school.persons
        .filter((p) => !state.barred.includes(p.id) && mayBar(person, p, scene))
        .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
    case 'case.unbar':
      return state.barred.flatMap((id) => personOf(school, id) ?? []);
    default:
      throw new DomainError('not-found', 'Hierbij kies je geen collega.');
  }
}
