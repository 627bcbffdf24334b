/** What is still to be entered in the pupil tracking system (K17): the notes, and a card to say which are in it, for one step or for all of a case. */
import type { Fold, Form } from '../cards/form.ts';
import { formCard } from '../cards/form.ts';
import { notice } from '../cards/notice.ts';
import { input } from '../cards/questions.ts';
import type { Card, Link } from '../cards/template.ts';
import { plainText } from '../cards/template.ts';
import { mayIssue } from '../domain/access.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { CaseState, StepKey } from '../domain/case.ts';
import { limits } from '../domain/limits.ts';
import type { OpenNote } from '../domain/lvsNote.ts';
import { firstName, lvsNote, openNotes } from '../domain/lvsNote.ts';
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
  calendar: Calendar;
  /** YYYY-MM-DD */
  today: string;
}
/** Which notes of a case. */
interface Part {
  /** Only what follows from this step. */
  step?: StepKey;
  /** Only what this function enters. */
  doer?: string;
}

/** What this person may say is entered, and was not yet. */
export function notesFor({ person, ...scene }: Omit<Scene, 'calendar'>, part: Part = {}): OpenNote[] {
  const { state } = scene;
  const base = { type: 'register' as const, at: state.openedAt, by: { person: person.id, function: '' } };
  return openNotes(state)
    .filter(({ key, doer }) => key === (part.step ?? key) && doer === (part.doer ?? doer))
    .filter((note) => mayIssue(person, { ...base, ...note, step: note.key }, scene));
}

/** A note as a card carries it; encoded, as a name that was typed may have a comma, which separates what was chosen. */
export const valueOf = ({ key, pupil, doer, person = '' }: OpenNote): string =>
  [key, pupil, doer, person].map(encodeURIComponent).join('/');

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
  const texts = foldsOf(shown, scene);
  if (others.length === 0)
    return withTexts(
      {
        ...card,
        lines: [about, `**${plainText(noteWords(first, scene))}**`, ...lines],
        subtle: ['Staat het erin? Laat het hier weten.'],
        inputs: [],
        buttons: [{ title: 'Staat erin', style: 'positive', data: { ...data, notes: valueOf(first) } }],
      },
      texts.map(({ text }) => ({ title: 'De notitie, om te kopiëren', text })),
    );
  const upTo = String(Math.max(...shown.map(({ index }) => index)));
  const several = {
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
      { title: 'Staat erin', style: 'positive' as const, data },
      { title: 'Alles staat erin', data: { ...data, upTo } },
    ],
  };
  return withTexts(several, texts);
}

/** The notes themselves, ready to paste; what two functions enter of a step and a pupil is one text. */
function foldsOf(notes: readonly OpenNote[], scene: Scene): Fold[] {
  const names = new Set(notes.map(({ pupil }) => participantName(pupil, scene.school)));
  // A button has little room: a first name, where there is one of it.
  const called = (pupil: string) => {
    const name = participantName(pupil, scene.school);
    const first = firstName(name);
    return [...names].some((other) => other !== name && firstName(other) === first) ? name : first;
  };
  const texts = new Map<string, Fold>();
  for (const { key, pupil } of notes) {
    const text = lvsNote(key, pupil, scene).split(/\n+/).map(plainText).join('\n\n');
    const title = `${called(pupil)}: ${titleOf(key, scene)}`;
    if (text !== '') texts.set(`${key}/${pupil}`, { title, text });
  }
  return [...texts.values()];
}

/** Bytes of a folded text's buttons and boxes, and of the line that says that some did not fit. */
const AROUND = 450;
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** The card with as many of the notes as it has room for; the others stand in the case. */
function withTexts(form: Form & { subtle: string[] }, texts: readonly Fold[]): Card {
  let room = limits.cardBytes - bytesOf(formCard(form)) - AROUND;
  const folds = texts.filter((fold) => {
    const needs = bytesOf(fold) + AROUND;
    if (needs > room) return false;
    room -= needs;
    return true;
  });
  const left =
    texts.length > folds.length ? ['Niet elke notitie past hier. Je vindt ze allemaal in de zaak.'] : [];
  return formCard({ ...form, folds, subtle: [...form.subtle, ...left] });
}

/** A case may hold steps that its protocol now lacks. */
const titleOf = (key: StepKey, { state, protocol }: Scene): string =>
  protocol.steps.find((s) => s.id === state.steps[key]?.step)?.title ?? 'Een stap van een eerdere versie';

/** "Gesprek met de gepeste: Logboek bij Fenna Fictief", and whose work it is where it is another's. */
function noteWords({ key, pupil, headings, doer, person: only }: OpenNote, scene: Scene): string {
  const { state, protocol, school, person } = scene;
  const step = state.steps[key];
  const apart = step?.for === undefined ? '' : ` (${participantName(step.for, school)})`;
  const own = only === undefined ? holds(person, doer) : only === person.id;
  const whose = own ? '' : ` (taak van de ${functionTitle(protocol, doer)})`;
  return `${titleOf(key, scene)}${apart}: ${headings.join(', ')} bij ${participantName(pupil, school)}${whose}`;
}
