/** The form of a step, and the step done (the same way as from a card). */
import { completeStep } from '../../app/steps.ts';
import { loadFor } from '../../app/load.ts';
import { stepFormOf } from '../../app/stepForm.ts';
import { handSteps, sceneFor } from '../../app/wouldBe.ts';
import type { Scene } from '../../app/wouldBe.ts';
import { mayDoStep } from '../../domain/access.ts';
import { whatBecame } from '../../domain/became.ts';
import type { StepState } from '../../domain/case.ts';
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import { classmates } from '../../domain/nearest.ts';
import type { Step } from '../../domain/protocol.ts';
import { personOf } from '../../domain/school.ts';
import { reportedIn, toBegin } from '../../domain/stepAtHand.ts';
import { participantName, reportFacts } from '../../domain/words.ts';
import type { StepDone, StepForm } from '../contract/step.ts';
import { StepSent } from '../contract/step.ts';
import type { Api, Ask, Sent } from '../http.ts';
import { refOf, talkWords, titleOf } from '../words.ts';

export function addSteps(api: Api): void {
  api.get('/api/cases/:id/steps', form);
  api.post('/api/cases/:id/steps', StepSent, done);
}

/** @throws DomainError `not-found` for a step that is not there, `forbidden` for one that is not this person's */
async function form({ world, who, params, query }: Ask): Promise<StepForm> {
  const scene = await sceneFor(world, who, params['id']!);
  const asked = query.get('stap') ?? '';
  const hand = handSteps(scene).find((s) => s.id === asked);
  const known = Object.values(scene.state.steps).find((s) => refOf(s.key) === asked);
  const open = hand ? toBegin(hand, scene.state, scene.now) : known;
  if (!open) throw new DomainError('not-found', 'Deze stap is er niet (meer).');
  const def = scene.protocol.steps.find((s) => s.id === open.step);
  if (!def || open.status !== 'open') return goneForm(open, def, scene);
  if (!mayDoStep(who.person, open.key, scene))
    throw new DomainError('forbidden', 'Deze stap doet een collega. Vraag het aan wie aan zet is.');
  return formFor(open, def, scene);
}

function formFor(open: StepState, def: Step, scene: Scene): StepForm {
  const { state, protocol, school, calendar } = scene;
  const { parents, questions, ...rest } = stepFormOf(def, open, { state, protocol });
  const near = classmates(state, school).map(({ id, name, group }) => ({ id, label: `${name} (${group})` }));
  return {
    ...rest,
    step: open.key,
    title: def.title,
    why: def.why,
    how: def.how,
    for: open.for && participantName(open.for, school),
    due: open.due,
    talk: talkWords(open, calendar),
    stories: reportedIn(def, open, scene).map((r) => ({
      head: `Melding ${r.number} van ${personOf(school, r.by.person)?.name ?? 'een collega'}`,
      text: r.report.story,
      facts: reportFacts(r.report, protocol, school, calendar),
    })),
    parents: parents.map((key) => ({ key, name: participantName(key, school) })),
    questions: questions.map((q) => (q.type === 'pupils' ? { ...q, choices: near } : q)),
  };
}

/** What is told of a step that is not to be done (any more). */
const goneForm = (step: StepState, def: Step | undefined, scene: Scene): StepForm => ({
  step: step.key,
  title: titleOf(step, scene),
  why: '',
  how: [],
  became: whatBecame(step, def, scene.school, scene.calendar),
  stories: [],
  parents: [],
  parentsWhen: false,
  questions: [],
  outcomes: [],
});

/** Of two who do a step at once the second hears what the first made of it; what they typed stays with them. */
async function done({ world, who, params, body, form: key }: Sent<StepSent>): Promise<StepDone> {
  const id = params['id']!;
  const { opened, ...sent } = body;
  const contacts = body.contacts.map((contact) => ({ ...contact, because: reasonFor(contact) }));
  const input = { ...sent, case: id, contacts };
  try {
    return await completeStep(world, who, input, key, `${who.person.id}.${opened}`);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'already-done') throw error;
    const { state, protocol, school, calendar } = await loadFor(world, who, id);
    const step = state.steps[body.step];
    if (!step || step.status === 'open') throw error;
    const def = protocol.steps.find((s) => s.id === step.step);
    const became = whatBecame(step, def, school, calendar);
    throw new DomainError('already-done', `${became} Wat je invulde, is niet bewaard. Het staat hier nog.`);
  }
}

/** @throws DomainError for parents who are not called without a reason, or with one that is too long */
function reasonFor({ of, because }: StepSent['contacts'][number]): string | undefined {
  if (because === undefined) return undefined;
  const field = `parents.${of}`;
  if (because.trim() === '')
    throw new DomainError('invalid', 'Vul in waarom je deze ouders niet belt.', field);
  if (because.length > limits.text)
    throw new DomainError('invalid', `Dit is te lang: maximaal ${limits.text} tekens.`, field);
  return because.trim();
}
