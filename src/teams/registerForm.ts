/** What is still to be entered in the pupil tracking system (K17): a card to say what was, for one step or for all of a case. */
import { formCard } from '../cards/form.ts';
import { notice } from '../cards/notice.ts';
import { input } from '../cards/questions.ts';
import type { Card, Link } from '../cards/template.ts';
import { plainText } from '../cards/template.ts';
import { mayIssue } from '../domain/access.ts';
import type { CaseState, StepKey } from '../domain/case.ts';
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { Person, School } from '../domain/school.ts';
import { holds } from '../domain/school.ts';
import { inCase, participantName } from '../domain/words.ts';

/** A case, who looks at it, and when. */
interface Scene {
  state: CaseState;
  protocol: Protocol;
  school: School;
  person: Person;
  /** YYYY-MM-DD */
  today: string;
}
/** What is entered at once: all headings that a step asks for one pupil. */
export interface Note {
  key: StepKey;
  pupil: string;
  headings: string[];
  /** The function whose work it is, where it is not the reader's own. */
  by?: string;
  /** Of the last of them in the case's list, which only grows. */
  index: number;
}
/** Which notes of a case. */
interface Part {
  /** Only what follows from this step. */
  step?: StepKey;
  /** Only what this function enters. */
  doer?: string;
}

/** What this person may say is entered, and was not yet. */
export function notesFor({ person, ...scene }: Scene, part: Part = {}): Note[] {
  const { state } = scene;
  const base = { at: state.openedAt, by: { person: person.id, function: '' } };
  const notes = new Map<string, Note>();
  state.registrations.forEach(({ key, pupil, heading, doer, person: only, at }, index) => {
    if (at !== undefined || key !== (part.step ?? key) || doer !== (part.doer ?? doer)) return;
    if (!mayIssue(person, { ...base, type: 'register', step: key, pupil }, scene)) return;
    const headings = notes.get(valueOf({ key, pupil }))?.headings ?? [];
    const own = only === undefined ? holds(person, doer) : only === person.id;
    const by = own ? undefined : doer;
    notes.set(valueOf({ key, pupil }), { key, pupil, headings: [...headings, heading], by, index });
  });
  return [...notes.values()];
}

/** A note as a card carries it; encoded, as a name that was typed may have a comma, which separates what was chosen. */
export const valueOf = ({ key, pupil }: Pick<Note, 'key' | 'pupil'>): string =>
  [key, pupil].map(encodeURIComponent).join('/');

interface RegisterForm extends Scene, Part {
  nonce: string;
  day: string;
  /** Above what is to be entered. */
  lines?: string[];
  link: Link;
  error?: string;
}

export function registerForm({
  step,
  doer,
  nonce,
  day,
  lines = [],
  link,
  error,
  ...scene
}: RegisterForm): Card {
  const { state, protocol, school } = scene;
  const { lvs } = protocol;
  const about = plainText(inCase(state, school));
  const all = notesFor(scene, { step, doer });
  const shown = all.slice(0, limits.notes);
  const [first, ...others] = shown;
  if (!first)
    return notice({
      title: `✓ Jij hoeft niets meer in ${lvs} te zetten`,
      lines: [about],
      links: [link],
    });
  const part = { ...(step === undefined ? {} : { step }), ...(doer === undefined ? {} : { doer }) };
  const data = { verb: 'register.done', case: state.id, nonce, day, ...part };
  const more = all.length - shown.length;
  const card = { title: `Zet dit in ${lvs}`, error, links: [link] };
  if (others.length === 0)
    return formCard({
      ...card,
      lines: [about, `**${plainText(noteWords(first, scene))}**`, ...lines],
      subtle: ['Staat het erin? Laat het hier weten.'],
      inputs: [],
      buttons: [{ title: 'Staat erin', style: 'positive', data: { ...data, notes: valueOf(first) } }],
    });
  return formCard({
    ...card,
    lines: [about, ...lines],
    subtle: more > 0 ? [`Hierna komen er nog ${more}.`] : [],
    inputs: [
      input({
        id: 'notes',
        type: 'several',
        label: `Wat staat er nu in ${lvs}?`,
        choices: shown.map((note) => ({ title: noteWords(note, scene), value: valueOf(note) })),
      }),
    ],
    buttons: [
      { title: 'Staat erin', style: 'positive', data },
      { title: 'Alles staat erin', data: { ...data, upTo: String(Math.max(...shown.map((n) => n.index))) } },
    ],
  });
}

/** "Gesprek met de gepeste: Logboek bij Fenna Fictief", and whose work it is where it is another's. A case may hold steps that its protocol now lacks. */
function noteWords({ key, pupil, headings, by }: Note, { state, protocol, school }: Scene): string {
  const step = state.steps[key];
  const title = protocol.steps.find((s) => s.id === step?.step)?.title ?? 'Een stap van een eerdere versie';
  const apart = step?.for === undefined ? '' : ` (${participantName(step.for, school)})`;
  const whose = by === undefined ? '' : ` (taak van de ${functionTitle(protocol, by)})`;
  return `${title}${apart}: ${headings.join(', ')} bij ${participantName(pupil, school)}${whose}`;
}
